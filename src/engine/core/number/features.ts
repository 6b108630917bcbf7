import { presenceSize } from '../../../model/config';
import type { OperandFacts } from '../../numberFacts';
import type { Summand } from '../../openedNumber';
import type { Lens } from './lens';
import { computed, constant, type Formula, factor, product, type Ref } from './parts';

/** x_τ = tanh(W [b_text·t ; ratings ; presence ; product] + b), one dimension. */
export async function openFeature(lens: Lens, { key, d }: Ref<'feature'>): Promise<Formula> {
  const { D, config } = lens;
  lens.within('d', d, D);
  const row = lens.row(key);
  const { tensors } = await lens.optics.trace(lens.moment, row);
  const { embedSize: E, aspects } = config;
  const presence = tensors.presence?.values ?? new Float32Array(presenceSize(config));
  const ratings = tensors.ratings?.values ?? new Float32Array(1 + aspects.length);
  const text = tensors.used?.values ?? new Float32Array(E);
  const weight = (input: number, what: OperandFacts) =>
    lens.weight('features/kernel', input * D + d, `W_{${input},${d}}`, what);
  const said = (e: number) => computed(text[e], `t_{${e}}`, { is: 'text', n: e }, { of: 'text', key, e });
  const rated = (k: number) =>
    computed(
      ratings[k],
      `y_{${k}}`,
      { is: 'standardised', field: fieldName(lens, k) },
      { of: 'standardised', key, field: k },
    );
  const terms: Summand[] = [];
  let input = 0;
  for (let e = 0; e < E; e++, input++)
    if (presence[0] === 1) terms.push(product(weight(input, { is: 'text-weight', n: e }), said(e)));
  for (let k = 0; k <= aspects.length; k++, input++)
    if (presence[1 + k] === 1)
      terms.push(product(weight(input, { is: 'field-weight', field: fieldName(lens, k) }), rated(k)));
  for (let k = 0; k < presence.length; k++, input++) {
    if (presence[k] !== 1) continue;
    const field = k === 0 ? null : fieldName(lens, k - 1);
    terms.push(
      k === 0
        ? product(weight(input, { is: 'text-there-weight' }), constant(1, `p_{${k}}`, { is: 'text-there' }))
        : product(
            weight(input, { is: 'field-there-weight', field }),
            constant(1, `p_{${k}}`, { is: 'field-there', field }),
          ),
    );
  }
  if (config.product)
    for (let e = 0; e < E; e++, input++)
      if (presence[0] === 1 && presence[1] === 1)
        terms.push(product(weight(input, { is: 'product-weight', n: e }), said(e), rated(0)));
  terms.push(product(lens.weight('features/bias', d, `b_{${d}}`, { is: 'feature-bias', n: d })));
  const [saysText, rates] = [presence[0] === 1, presence[1] === 1];
  const parts = [
    saysText ? 't' : '0',
    'y',
    'p',
    ...(config.product ? [saysText && rates ? String.raw`y_0\,t` : '0'] : []),
  ];
  return {
    about: { is: 'feature', n: d, product: config.product },
    symbol: `x_{${d}}`,
    tex: String.raw`x_\tau = \tanh\big(W\,[\,${parts.join(String.raw`\,;\,`)}\,] + b\big)`,
    value: tensors.x?.values[d] ?? 0,
    outer: 'tanh',
    terms,
  };
}

/** A rating in standard deviations from the mean of the train split. */
export async function openStandardised(lens: Lens, { key, field }: Ref<'standardised'>): Promise<Formula> {
  const { config } = lens;
  lens.within('field', field, 1 + config.aspects.length);
  const row = lens.row(key);
  const { tensors } = await lens.optics.trace(lens.moment, row);
  const given = lens.moment.world.scenario.given(row);
  const scale = field === 0 ? config.rating : config.aspects[field - 1];
  const value = field === 0 ? given.rating : given.aspects[field - 1];
  const name = fieldName(lens, field);
  return {
    about: { is: 'standardised', field: name, given: value !== null },
    symbol: 'y',
    tex: value === null ? 'y = 0' : String.raw`y = \frac{r - \bar r}{\sigma}`,
    value: tensors.ratings?.values[field] ?? 0,
    terms:
      value === null
        ? []
        : [
            product(factor(value, 'r', { is: 'given', field: name }, 'given')),
            product(constant(scale.mean, String.raw`\bar r`, { is: 'train-mean' }, 'negative')),
          ],
    divisor:
      value === null
        ? null
        : [product(constant(scale.deviation, String.raw`\sigma`, { is: 'train-deviation' }))],
  };
}

/** Null for the overall rating. */
const fieldName = (lens: Lens, field: number): string | null =>
  field === 0 ? null : lens.config.aspects[field - 1].label;
