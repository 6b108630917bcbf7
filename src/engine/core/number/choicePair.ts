import { choicePair, type StatePart } from '../../../model/equations/choice';
import type { Side } from '../../../vocabulary';
import { matchOf } from '../choiceTerms';
import { byId, type Lens } from './lens';
import { computed, constant, type Formula, type Ref } from './parts';
import { leftBy } from './share';

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

const kindOf = (key: string): StatePart => (key === '' ? 'initial' : 'review');

/** ⟨c_τ Q, c_σ K⟩/√D */
export function openChoicePair(lens: Lens, { person, item, mine, its }: Ref<'choice-pair'>): Formula {
  const own = partOf(lens, 'user', person, mine);
  const other = partOf(lens, 'item', item, its);
  const { slope } = matchOf(lens.catalogue, other.values);
  const find = byId({
    ...(mine === ''
      ? { 'initial-left': (n) => computed(own.values[n], { is: 'initial-left', n }) }
      : { left: leftBy(lens, lens.row(mine)) }),
    'choice-toward': (n) =>
      computed(slope[n], { is: 'choice-toward', n }, { of: 'choice-toward', person, item, its, d: n }),
  });
  return {
    about: {
      is: 'choice-pair',
      item: lens.name('item', lens.entity('item', item)),
      of: own.of,
      by: other.by,
    },
    value: own.values.reduce((sum, c, d) => sum + c * slope[d], 0),
    ...lens.formula(choicePair(kindOf(mine), kindOf(its))['choice-pair'], {}, find),
  };
}

/** q^σ_d: how much that grows with one dimension of the person's part. */
export function openToward(lens: Lens, { item, its, d }: Ref<'choice-toward'>): Formula {
  lens.within('d', d, lens.D);
  const { values, by } = partOf(lens, 'item', item, its);
  const { side, slope } = matchOf(lens.catalogue, values);
  const find = byId({
    query: (n, to) => ({ is: 'weight-between', n, to }),
    'choice-side': (n) => computed(side[n], { is: 'choice-side', n }),
    root: () => constant(Math.sqrt(lens.D), { is: 'root', n: lens.D }),
  });
  return {
    about: { is: 'choice-toward', item: lens.name('item', lens.entity('item', item)), n: d, by },
    value: slope[d],
    ...lens.formula(choicePair('review', kindOf(its))['choice-toward'], { D: d }, find),
  };
}
