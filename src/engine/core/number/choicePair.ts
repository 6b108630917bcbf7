import type { Side } from '../../../vocabulary';
import type { NumberRef } from '../../openedNumber';
import { matchOf } from '../choiceTerms';
import type { Lens } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

/** One part of a person's state against one part of an item's, opened (docs/ARCHITECTURE.md#choice-score). */

/** A part of a state: what the interaction of a key left, or where that is empty, what is left of the initial state. */
function partOf(lens: Lens, side: Side, id: string, key: string) {
  const { moment } = lens;
  const entity = lens.entity(side, id);
  const rows = moment.rowsOf(side, entity);
  const { initial, steps } = moment.parts(side, rows);
  if (key === '') return { values: initial, of: null, by: null };
  const row = lens.row(key);
  const { item, user } = moment.world.columns;
  const [of, by] = [lens.name('item', item[row]), lens.name('user', user[row])];
  return { values: steps[rows.indexOf(row)] ?? new Float64Array(lens.D), of, by };
}

/** ⟨Q c_τ, K c_σ⟩/√D */
export function openChoicePair(lens: Lens, { person, item, mine, its }: Ref<'choice-pair'>): Formula {
  const own = partOf(lens, 'user', person, mine);
  const other = partOf(lens, 'item', item, its);
  const { slope } = matchOf(lens.catalogue, other.values);
  const terms = Array.from(slope, (value, d) => {
    const left: NumberRef = { of: 'contribution', side: 'user', key: mine, d };
    const part =
      mine === ''
        ? computed(own.values[d], `c^0_{${d}}`, { is: 'initial-left', n: d })
        : computed(own.values[d], `c_{${d}}`, { is: 'left', n: d }, left);
    const toward = { of: 'choice-toward', person, item, its, d } as const;
    return product(part, computed(value, `q^\\sigma_{${d}}`, { is: 'choice-toward', n: d }, toward));
  });
  return {
    about: {
      is: 'choice-pair',
      item: lens.name('item', lens.entity('item', item)),
      of: own.of,
      by: other.by,
    },
    symbol: String.raw`m_{\tau\sigma}`,
    tex: String.raw`m_{\tau\sigma} = \frac{\langle Q c_\tau,\, K c_\sigma\rangle}{\sqrt D} = \sum_d c_{\tau d}\, q^\sigma_d`,
    value: terms.reduce((sum, term) => sum + term.value, 0),
    terms,
  };
}

/** q^σ_d: how much that grows with one dimension of the person's part. */
export function openToward(lens: Lens, { item, its, d }: Ref<'choice-toward'>): Formula {
  const { D } = lens;
  lens.within('d', d, D);
  const { values, by } = partOf(lens, 'item', item, its);
  const { side, slope } = matchOf(lens.catalogue, values);
  return {
    about: { is: 'choice-toward', item: lens.name('item', lens.entity('item', item)), n: d, by },
    symbol: `q^\\sigma_{${d}}`,
    tex: String.raw`q^\sigma_d = \frac{1}{\sqrt D}\sum_e Q_{de}\,(K c_\sigma)_e`,
    value: slope[d],
    terms: Array.from(side, (value, e) =>
      product(
        lens.weight('choice/user/kernel', d * D + e, `Q_{${d},${e}}`, { is: 'weight-between', n: d, to: e }),
        computed(value, `(K c_\\sigma)_{${e}}`, { is: 'choice-side', n: e }),
        constant(1 / Math.sqrt(D), String.raw`1/\sqrt D`, { is: 'inverse-root', n: D }),
      ),
    ),
  };
}
