import type { Interval } from '../../src/data/evidence';
import { random } from '../random';

export interface BootstrapOptions {
  readonly seed: number;
  /** Resamples that the interval rests on. */
  readonly draws?: number;
  /** What is drawn with all of its users, where not each user by itself: the world of each, as its number. */
  readonly clusterOf?: ((user: number) => number) | undefined;
}

const DRAWS = 2000;

/**
 * A statistic of sums over users, with its 95 % percentile interval: as many users as there are, drawn with replacement,
 * each with all that belongs to it, so that what one user's interactions have in common counts as one draw. Worlds of users are
 * drawn alike: what holds over them is to hold in another one.
 * @param totals row-major [users, width]: what each user adds to each of `width` sums.
 */
function bootstrap(
  totals: Float64Array,
  width: number,
  statistic: (sums: Float64Array) => number,
  { seed, draws = DRAWS }: BootstrapOptions,
): Interval {
  const users = totals.length / width;
  if (users === 0) throw new Error('A bootstrap needs at least one user.');
  const sums = new Float64Array(width);
  const addUser = (user: number): void => {
    for (let k = 0; k < width; k++) sums[k] += totals[user * width + k];
  };
  for (let user = 0; user < users; user++) addUser(user);
  const value = statistic(sums);
  const source = random(seed, 'bootstrap');
  const found = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    sums.fill(0);
    for (let n = 0; n < users; n++) addUser(Math.floor(source.next() * users));
    found[draw] = statistic(sums);
  }
  found.sort();
  return { value, low: quantile(found, 0.025), high: quantile(found, 0.975) };
}

/** Quantile of sorted values, interpolated between neighbours. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Sums `width` values of each row by user; users in order of first appearance. */
export function totalsByUser(
  users: ArrayLike<number>,
  width: number,
  values: (row: number) => readonly number[],
): Float64Array {
  const places = new Map<number, number>();
  for (let row = 0; row < users.length; row++)
    if (!places.has(users[row])) places.set(users[row], places.size);
  const totals = new Float64Array(places.size * width);
  for (let row = 0; row < users.length; row++) {
    const at = places.get(users[row])! * width;
    values(row).forEach((value, k) => {
      totals[at + k] += value;
    });
  }
  return totals;
}

/** What is drawn, row by row: users, or what they stand together in. */
const drawnOf = (users: ArrayLike<number>, { clusterOf }: BootstrapOptions): ArrayLike<number> =>
  clusterOf ? Array.from(users, clusterOf) : users;

/** How many can be drawn; of one alone there is no interval. */
export const drawnIn = (users: ArrayLike<number>, options: BootstrapOptions): number =>
  new Set(Array.from(drawnOf(users, options))).size;

/** Predicted interactions. Several seeds are pooled by one after the other: a user is drawn with the rows of all seeds. */
export interface Predicted {
  readonly users: ArrayLike<number>;
  readonly ratings: ArrayLike<number>;
}

/** Difference a − b of the MAE or RMSE of two models on the same interactions, in rating units; below 0 a is better. */
export function errorDifference(
  metric: 'mae' | 'rmse',
  { users, ratings }: Predicted,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: BootstrapOptions,
): Interval {
  const size = (error: number) => (metric === 'mae' ? Math.abs(error) : error * error);
  const totals = totalsByUser(drawnOf(users, options), 3, (row) => [
    size(a[row] - ratings[row]),
    size(b[row] - ratings[row]),
    1,
  ]);
  return bootstrap(
    totals,
    3,
    ([left, right, n]) =>
      metric === 'mae' ? (left - right) / n : Math.sqrt(left / n) - Math.sqrt(right / n),
    options,
  );
}

/** RMSE of one model, in rating units. */
export function rmseInterval(
  { users, ratings }: Predicted,
  predicted: ArrayLike<number>,
  options: BootstrapOptions,
): Interval {
  const totals = totalsByUser(drawnOf(users, options), 2, (row) => [(predicted[row] - ratings[row]) ** 2, 1]);
  return bootstrap(totals, 2, ([squares, n]) => Math.sqrt(squares / n), options);
}

/** A metric that has one value a user, such as NDCG@10; pooled seeds one after the other. */
export interface UserValues {
  readonly users: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Mean of a metric over users (over users and seeds where seeds are pooled). */
export function meanInterval({ users, values }: UserValues, options: BootstrapOptions): Interval {
  const totals = totalsByUser(drawnOf(users, options), 2, (row) => [values[row], 1]);
  return bootstrap(totals, 2, ([sum, n]) => sum / n, options);
}

/**
 * Difference a − b of the means of a metric with one value a user; above 0 a ranks better.
 * @throws when the two do not speak of the same users in the same order.
 */
export function rankingDifference(a: UserValues, b: UserValues, options: BootstrapOptions): Interval {
  const same = a.users.length === b.users.length && Array.from(a.users).every((u, k) => u === b.users[k]);
  if (!same) throw new Error('A paired comparison needs the same users on both sides.');
  const values = Float64Array.from(a.values, (value, k) => value - b.values[k]);
  return meanInterval({ users: a.users, values }, options);
}
