import { PASSES } from '../../../model/bias';
import { dampedBias, deviation, reliability, scale } from '../../../model/equations/statistics';
import type { Side } from '../../../vocabulary';
import { byId, type Lens } from './lens';
import { computed, constant, type Formula, type Found, found, type Ref } from './parts';

/** Statistics of the history, opened: what the equations of `model/equations/statistics.ts` stand on. */

/** Rows of an entity that carry a rating, those that its statistics are fitted to. */
const ratedRows = (lens: Lens, side: Side, entity: number): number[] =>
  Array.from(lens.moment.rowsOf(side, entity)).filter(
    (row) => !Number.isNaN(lens.moment.world.scenario.givenRating(row)),
  );

/** Mean of a value over all ratings that have happened. */
function meanOverRatings(lens: Lens, measure: (row: number) => number): number {
  const { scenario } = lens.moment.world;
  let sum = 0;
  let count = 0;
  for (const row of scenario.order.subarray(0, lens.moment.end)) {
    if (Number.isNaN(scenario.givenRating(row))) continue;
    sum += measure(row);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** r − μ − b_u − s_u·b_i, or with one of the biases left in, after some pass. */
function deviationOf(lens: Lens, without: 'item' | 'user' | 'both', row: number, pass: number): number {
  const { columns, scenario } = lens.moment.world;
  const [user, item] = [columns.user[row], columns.item[row]];
  const r = scenario.givenRating(row) - lens.config.meanRating;
  const before = () => lens.statistics(Math.max(0, pass - 1));
  // Which pass each was taken from follows the order of `model/bias.ts`: items, people, scales, reliabilities.
  if (without === 'user') return r - before().users.biases[user];
  const { users, items } = lens.statistics(pass);
  if (without === 'item') return r - before().users.scales[user] * items.biases[item];
  return r - users.biases[user] - users.scales[user] * items.biases[item];
}

/** What is left of a rating, as an operand. */
const deviationOn = (lens: Lens, without: 'item' | 'user' | 'both', row: number, pass: number): Found => {
  const { columns } = lens.moment.world;
  const of = without === 'item' ? lens.name('item', columns.item[row]) : lens.name('user', columns.user[row]);
  return computed(
    deviationOf(lens, without, row, pass),
    without === 'both'
      ? { is: 'unexplained', name: lens.name('item', columns.item[row]) }
      : { is: 'rating-without', without, name: of },
    { of: 'deviation', without, key: lens.key(row), pass },
  );
};

const damping = (lambda: number, ratings: number | null = null): Found =>
  constant(lambda, { is: 'damping', ratings });

/** b_u or b_i after a pass of alternating damped least squares. */
export function openDampedBias(lens: Lens, { side, id, pass }: Ref<'damped-bias'>): Formula {
  lens.pass(pass);
  const entity = lens.entity(side, id);
  const all = lens.statistics(pass);
  const rows = pass === 0 ? [] : ratedRows(lens, side, entity);
  const rater = (k: number) => lens.moment.world.columns.user[rows[k]];
  const lambda = lens.config.damping[side];
  const find = byId({
    deviation: (k) => deviationOn(lens, side === 'user' ? 'item' : 'user', rows[k], pass),
    reliability: (k) => lens.fitted('reliability', rater(k), pass - 1, { is: 'rater-reliability' }),
    'own-scale': (k) => lens.fitted('scale', rater(k), pass - 1, { is: 'rater-scale' }),
    ratings: () => constant(rows.length, { is: 'ratings' }),
    damping: () => damping(lambda, lambda),
  });
  const rated = rows.length > 0;
  return {
    about: {
      is: 'damped-bias',
      side,
      name: lens.name(side, entity),
      rated,
      pass,
      counting: (['reliability', 'scale'] as const).filter((one) => lens.has[one]),
    },
    value: all[side === 'user' ? 'users' : 'items'].biases[entity] ?? 0,
    unit: 'rating',
    ...lens.formula(dampedBias(side, lens.has, rated), {}, find, { ratings: rows.length }),
  };
}

/** What is left of a rating. */
export function openDeviation(lens: Lens, { without, key, pass }: Ref<'deviation'>): Formula {
  // The item biases of a pass that is still to come are fitted to what this one leaves.
  lens.within('pass', pass, PASSES + 2);
  const row = lens.row(key);
  const { columns, scenario } = lens.moment.world;
  const [user, item] = [columns.user[row], columns.item[row]];
  const names = { item: lens.name('item', item), person: lens.name('user', user) };
  const earlier = Math.max(0, pass - 1);
  const bias = (side: Side, entity: number, from: number) =>
    lens.bias(side, entity, from, { is: 'bias-of', name: lens.name(side, entity) });
  const find = byId({
    rating: () => found(scenario.givenRating(row), { is: 'rating', ...names }, 'given'),
    mean: () => constant(lens.config.meanRating, { is: 'mean-rating' }),
    'damped-user': () => bias('user', user, without === 'user' ? earlier : pass),
    'damped-item': () => bias('item', item, pass),
    'own-scale': () => lens.fitted('scale', user, without === 'item' ? earlier : pass, { is: 'own-scale' }),
  });
  return {
    about: { is: 'deviation', item: names.item },
    value: deviationOf(lens, without, row, pass),
    unit: 'rating',
    ...lens.formula(deviation(without, lens.has), {}, find),
  };
}

/** Whether a statistic of a person is fitted, and if not, why it is 1. */
const fitting = (lambda: number | null, pass: number, spread: number) => {
  const fits = lambda !== null && pass > 0 && spread > 0;
  return { fits, not: lambda === null ? ('in-model' as const) : fits ? null : ('yet' as const) };
};

/** s_u */
export function openScale(lens: Lens, { person, pass }: Ref<'scale' | 'reliability'>): Formula {
  lens.pass(pass);
  const user = lens.entity('user', person);
  const now = lens.statistics(pass);
  const { scale: lambda } = lens.config.damping;
  const { columns } = lens.moment.world;
  const value = now.users.scales[user] ?? 1;
  const spread = meanOverRatings(lens, (row) => now.items.biases[columns.item[row]] ** 2);
  const { fits, not } = fitting(lambda, pass, spread);
  const rows = ratedRows(lens, 'user', user);
  const find = byId({
    deviation: (k) => deviationOn(lens, 'user', rows[k], pass + 1),
    'damped-item': (k) => {
      const item = columns.item[rows[k]];
      return lens.bias('item', item, pass, { is: 'bias-of', name: lens.name('item', item) });
    },
    damping: () => damping(lambda ?? 0),
    'bias-square': () => constant(spread, { is: 'bias-square' }),
  });
  return {
    about: { is: 'scale', not, floored: fits && value === 0 },
    value,
    ...lens.formula(scale(fits, lens.has), {}, find, { ratings: rows.length }),
  };
}

/** w_u */
export function openReliability(lens: Lens, { person, pass }: Ref<'scale' | 'reliability'>): Formula {
  lens.pass(pass);
  const user = lens.entity('user', person);
  const { reliability: lambda } = lens.config.damping;
  const variance = meanOverRatings(lens, (row) => deviationOf(lens, 'both', row, pass) ** 2);
  const { fits, not } = fitting(lambda, pass, variance);
  const rows = ratedRows(lens, 'user', user);
  const find = byId({
    deviation: (k) => deviationOn(lens, 'both', rows[k], pass),
    ratings: () => constant(rows.length, { is: 'ratings' }),
    damping: () => damping(lambda ?? 0),
    'residual-square': () => constant(variance, { is: 'residual-square' }),
  });
  return {
    about: { is: 'reliability', not },
    value: lens.statistics(pass).users.reliabilities[user] ?? 1,
    ...lens.formula(reliability(fits, lens.has), {}, find, { ratings: rows.length }),
  };
}
