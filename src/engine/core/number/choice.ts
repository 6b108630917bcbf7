import { PASSES } from '../../../model/bias';
import type { Summand } from '../../openedNumber';
import { matchOf, splitStates } from '../choiceTerms';
import { part, partsOf, spokenIn, total } from './choiceParts';
import type { Lens } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

/** The choice score and its parts, opened (docs/ARCHITECTURE.md#choice-score). They are log odds: only differences count. */

/** s(u, i) */
export async function openChoice(lens: Lens, ref: Ref<'choice'>): Promise<Formula> {
  const { choice, states, words, name } = await partsOf(lens, ref);
  return {
    about: { is: 'choice', item: name },
    symbol: 's',
    tex: String.raw`s(u,i) = p(i) + \frac{\langle Q u,\, K i\rangle}{\sqrt D} + \kappa\,\langle k_u, k_i\rangle`,
    value: choice.score,
    terms: [
      part(ref, 'choice-popularity', choice.popularity, 'p(i)'),
      part(ref, 'choice-initial', states.initial, 'm_0'),
      part(ref, 'choice-reviews', total(states.reviews), String.raw`\sum_\tau m_\tau`),
      part(ref, 'choice-words', spokenIn(words.terms), String.raw`\sum_w`),
      part(ref, 'choice-silent', words.notSpokenOf, String.raw`\sum_{w \notin i}`),
    ],
  };
}

/** p(i): a linear term of what is counted of an item, and of its state. */
export async function openPopularity(lens: Lens, ref: Ref<'choice-popularity'>): Promise<Formula> {
  const { choice, thing, name } = await partsOf(lens, ref);
  const { counts } = lens.statistics(PASSES).items;
  const weight = (n: number) =>
    lens.weight('choice/popularity', n, `w_{${n}}`, { is: 'input-weight', n, side: null });
  return {
    about: { is: 'choice-popularity', item: name },
    symbol: 'p(i)',
    tex: String.raw`p(i) = w_0 \ln(1 + n_i) + w_1\, b_i/\sigma + \sum_d w_{2+d}\, i_d`,
    value: choice.popularity,
    terms: [
      product(weight(0), constant(counts[thing] ?? 0, 'n_i', { is: 'interactions' }, 'log1p')),
      product(
        weight(1),
        lens.bias('item', thing, PASSES, { is: 'own-bias', side: null }),
        constant(lens.config.rating.deviation, String.raw`\sigma`, { is: 'rating-spread' }, 'reciprocal'),
      ),
      ...Array.from({ length: lens.D }, (_, d) => product(weight(2 + d), lens.state('item', thing, d))),
    ],
  };
}

/** ⟨Q u, K i⟩/√D */
export async function openStates(lens: Lens, ref: Ref<'choice-states'>): Promise<Formula> {
  const { choice, states, name } = await partsOf(lens, ref);
  return {
    about: { is: 'choice-states', item: name },
    symbol: String.raw`\langle Q u, K i\rangle/\sqrt D`,
    tex: String.raw`\frac{\langle Q u,\, K i\rangle}{\sqrt D} = m_0 + \sum_\tau m_\tau`,
    value: choice.states,
    terms: [
      part(ref, 'choice-initial', states.initial, 'm_0'),
      part(ref, 'choice-reviews', total(states.reviews), String.raw`\sum_\tau m_\tau`),
    ],
  };
}

/** What is left of u_0 in the match of the states. */
export async function openInitial(lens: Lens, ref: Ref<'choice-initial'>): Promise<Formula> {
  const { states, rows, name } = await partsOf(lens, ref);
  const { initial } = lens.moment.parts('user', rows);
  return {
    about: { is: 'choice-initial', item: name },
    symbol: 'm_0',
    tex: String.raw`m_0 = \sum_d \Big(\prod_t z_t \odot u_0\Big)_d\, q_d`,
    value: states.initial,
    terms: alongSlope(lens, ref.item, (d) =>
      computed(initial[d], `c^0_{${d}}`, { is: 'initial-left', n: d }),
    ),
  };
}

/** What all of a person's reviews left, together. */
export async function openReviews(lens: Lens, ref: Ref<'choice-reviews'>): Promise<Formula> {
  const { states, rows, name } = await partsOf(lens, ref);
  return {
    about: { is: 'choice-reviews', item: name },
    symbol: String.raw`\sum_\tau m_\tau`,
    tex: String.raw`\sum_\tau m_\tau`,
    value: total(states.reviews),
    terms: states.reviews.map((value, k) => {
      const of = lens.name('item', lens.moment.world.columns.item[rows[k]]);
      const open = { of: 'choice-share', item: ref.item, key: lens.key(rows[k]) } as const;
      return product(computed(value, String.raw`m_\tau`, { is: 'choice-share', of }, open));
    }),
  };
}

/** What one interaction of a person brings to the match of the states. */
export function openChoiceShare(lens: Lens, { item: id, key }: Ref<'choice-share'>): Formula {
  const { moment, catalogue } = lens;
  const item = lens.entity('item', id);
  const row = lens.row(key);
  const rows = moment.rowsOf('user', moment.world.columns.user[row]);
  const place = rows.indexOf(row);
  const left = moment.parts('user', rows).steps[place];
  const of = lens.name('item', moment.world.columns.item[row]);
  return {
    about: { is: 'choice-share', item: lens.name('item', item), of },
    symbol: String.raw`m_\tau`,
    tex: String.raw`m_\tau = \sum_d c_{\tau d}\, q_d`,
    value: splitStates(catalogue, moment, rows, item).reviews[place],
    terms: alongSlope(lens, id, (d) =>
      computed(left[d], `c_{${d}}`, { is: 'left', n: d }, { of: 'contribution', side: 'user', key, d }),
    ),
  };
}

/** Σ_d part_d·q_d */
function alongSlope(lens: Lens, id: string, partAt: (d: number) => Summand['factors'][number]): Summand[] {
  const { slope } = matchOf(lens.catalogue, lens.moment.state('item', lens.entity('item', id)));
  return Array.from(slope, (value, d) =>
    product(
      partAt(d),
      computed(value, `q_{${d}}`, { is: 'choice-slope', n: d }, { of: 'choice-slope', item: id, d }),
    ),
  );
}

/** q_d: how much the match of the states grows with one dimension of the person's state. */
export function openChoiceSlope(lens: Lens, { item: id, d }: Ref<'choice-slope'>): Formula {
  const { D, catalogue, moment } = lens;
  lens.within('d', d, D);
  const item = lens.entity('item', id);
  const { side, slope } = matchOf(catalogue, moment.state('item', item));
  return {
    about: { is: 'choice-slope', item: lens.name('item', item), n: d },
    symbol: `q_{${d}}`,
    tex: String.raw`q_d = \frac{1}{\sqrt D}\sum_e Q_{de}\,(K i)_e`,
    value: slope[d],
    terms: Array.from(side, (value, e) =>
      product(
        lens.weight('choice/user/kernel', d * D + e, `Q_{${d},${e}}`, { is: 'weight-between', n: d, to: e }),
        computed(value, `(K i)_{${e}}`, { is: 'choice-side', n: e }, { of: 'choice-side', item: id, d: e }),
        constant(1 / Math.sqrt(D), String.raw`1/\sqrt D`, { is: 'inverse-root', n: D }),
      ),
    ),
  };
}

/** (K i)_d */
export function openChoiceSide(lens: Lens, { item: id, d }: Ref<'choice-side'>): Formula {
  const { D, catalogue, moment } = lens;
  lens.within('d', d, D);
  const item = lens.entity('item', id);
  return {
    about: { is: 'choice-side', item: lens.name('item', item), n: d },
    symbol: `(K i)_{${d}}`,
    tex: String.raw`(K i)_d = \sum_e i_e\, K_{ed}`,
    value: matchOf(catalogue, moment.state('item', item)).side[d],
    terms: Array.from({ length: D }, (_, e) =>
      product(
        lens.state('item', item, e),
        lens.weight('choice/item/kernel', e * D + d, `K_{${e},${d}}`, { is: 'weight-between', n: e, to: d }),
      ),
    ),
  };
}
