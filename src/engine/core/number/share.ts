import { scoreOf } from '../../../model/equations/score';
import { scorerTerms } from '../dataset';
import { buildWaterfall, slopeOf } from '../waterfall';
import { byId, type Lens } from './lens';
import { computed, constant, type Formula, type Ref } from './parts';

/** What one interaction of a person adds to a predicted rating: its bar in the waterfall. */
export async function openShare(lens: Lens, { item: id, key }: Ref<'share'>): Promise<Formula> {
  const item = lens.entity('item', id);
  const row = lens.row(key);
  const user = lens.moment.world.columns.user[row];
  const scores = await lens.optics.scores(lens.moment, user);
  const fall = buildWaterfall(lens.catalogue, lens.moment, scores, user, item);
  const slope = slopesOf(lens, item);
  const find = byId({
    left: leftBy(lens, row),
    slope: (n) => computed(slope[n], { is: 'slope', n }, { of: 'slope', item: id, d: n }),
  });
  return {
    about: { is: 'share', item: lens.name('item', item) },
    value: fall.interactions.find((one) => one.key === key)?.value ?? 0,
    unit: 'rating',
    ...lens.formula(scoreOf(scorerTerms(lens.config)).share, {}, find),
  };
}

/** What an interaction of a person has left in their state. */
export function leftBy(lens: Lens, row: number) {
  const rows = lens.moment.rowsOf('user', lens.moment.world.columns.user[row]);
  const c = lens.moment.parts('user', rows).steps[rows.indexOf(row)];
  const key = lens.key(row);
  return (n: number) => computed(c[n], { is: 'left', n }, { of: 'contribution', side: 'user', key, d: n });
}

/** How much the predicted rating of an item grows with one dimension of a person's state, the network left aside. */
export function openSlope(lens: Lens, { item: id, d }: Ref<'slope'>): Formula {
  lens.within('d', d, lens.D);
  const item = lens.entity('item', id);
  const find = byId({
    'w/slope': (n) => ({ is: 'bias-weight', n }),
    kernel: (n, to) => ({ is: 'weight-between', n, to }),
    item: (n) => lens.state('item', item, n),
    root: () => constant(Math.sqrt(lens.D), { is: 'root', n: lens.D }),
  });
  return {
    about: { is: 'slope', item: lens.name('item', item), n: d, off: lens.config.scorer === 'mlp' },
    value: slopesOf(lens, item)[d],
    ...lens.formula(scoreOf(scorerTerms(lens.config)).slope, { D: d }, find),
  };
}

const slopesOf = (lens: Lens, item: number): Float64Array =>
  slopeOf(lens.catalogue, lens.moment.state('item', item));
