import { features, standardised } from '../../../model/equations/features';
import { partAt } from '../../../model/equations/walk';
import type { OperandFacts } from '../../numberFacts';
import type { Find, Lens } from './lens';
import { computed, constant, type Formula, found, type Ref } from './parts';

/** What an interaction brings, opened: what the equations of `model/equations/features.ts` stand on. */

/** One dimension of x. */
export async function openFeature(lens: Lens, { key, d }: Ref<'feature'>): Promise<Formula> {
  const { D, config } = lens;
  lens.within('d', d, D);
  const { tensors } = await lens.optics.trace(lens.moment, lens.row(key));
  const there = (bit: number) => tensors.presence?.values[bit] === 1;
  const { product } = config;
  const equation = features({ product, text: there(0), rating: there(1) });
  const find: Find = (of, [k]) => {
    switch (of.what.is) {
      case 'text':
        return computed(tensors.used?.values[k] ?? 0, { is: 'text', n: k }, { of: 'text', key, e: k });
      case 'standardised': {
        if (!there(1 + k)) return null;
        const what = { is: 'standardised', field: fieldName(lens, k) } as const;
        return computed(tensors.ratings?.values[k] ?? 0, what, { of: 'standardised', key, field: k });
      }
      case 'presence':
        if (!there(k)) return null;
        return constant(
          1,
          k === 0 ? { is: 'text-there' } : { is: 'field-there', field: fieldName(lens, k - 1) },
        );
      case 'feature-weight':
        return lens.weightOf(of, [k, d], weightFacts(lens, k));
      default:
        return null;
    }
  };
  return {
    about: { is: 'feature', n: d, product },
    value: tensors.x?.values[d] ?? 0,
    ...lens.formula(equation, { D: d }, find),
  };
}

/** What a row of the features' weights is for. */
function weightFacts(lens: Lens, input: number): OperandFacts {
  const { product } = lens.config;
  const { inputs } = features({ product, text: true, rating: true });
  const { part, at } = partAt(inputs, input, lens.sizes);
  if (part.is === 'times') return { is: 'product-weight', n: at };
  const what = part.is === 'quantity' ? part.of.what.is : null;
  if (what === 'text') return { is: 'text-weight', n: at };
  if (what === 'standardised') return { is: 'field-weight', field: fieldName(lens, at) };
  return at === 0
    ? { is: 'text-there-weight' }
    : { is: 'field-there-weight', field: fieldName(lens, at - 1) };
}

/** A rating in standard deviations from the mean of the train split. */
export async function openStandardised(lens: Lens, { key, field }: Ref<'standardised'>): Promise<Formula> {
  const { config } = lens;
  lens.within('field', field, 1 + config.aspects.length);
  const row = lens.row(key);
  const { tensors } = await lens.optics.trace(lens.moment, row);
  const { rating, aspects } = lens.moment.world.scenario.given(row);
  const given = [rating, ...aspects];
  const [value, scale] = [given[field], [config.rating, ...config.aspects][field]];
  const name = fieldName(lens, field);
  const find: Find = ({ what }) => {
    if (value === null) return null;
    switch (what.is) {
      case 'given':
        return found(value, { is: 'given', field: name }, 'given');
      case 'train-mean':
        return constant(scale.mean, { is: 'train-mean' });
      case 'train-deviation':
        return constant(scale.deviation, { is: 'train-deviation' });
      default:
        return null;
    }
  };
  return {
    about: { is: 'standardised', field: name, given: value !== null },
    value: tensors.ratings?.values[field] ?? 0,
    ...lens.formula(standardised(given.map((one) => one !== null)), { fields: field }, find),
  };
}

/** Null for the overall rating. */
const fieldName = (lens: Lens, field: number): string | null =>
  field === 0 ? null : lens.config.aspects[field - 1].label;
