import { type LogStatistics, logStatistics } from '../../src/model/bias';
import type { HeldOut, Pairs } from '../metrics';
import { type Constants, type History, ratingBaseline, type Tune } from './baseline';
import { leastError } from './grid';

/** Pseudo-counts of either side that tuning tries. */
const DAMPINGS = [1, 2, 3, 4, 6, 8, 12, 16, 25];

type Rated = Pick<History, 'users' | 'items' | 'ratings' | 'userCount' | 'itemCount'>;

/** Damped user and item biases of a history (the ones that DReX starts from). */
export const biasesOf = (config: Constants, history: Rated): LogStatistics =>
  logStatistics(config, history, history.userCount, history.itemCount);

/** μ + b_u + b_i of each pair, not clipped; an unknown entity has bias 0. */
export const biasRatings = (config: Constants, { users, items }: LogStatistics, pairs: Pairs): Float64Array =>
  Float64Array.from(
    pairs.users,
    (user, k) => config.meanRating + (users.biases[user] ?? 0) + (items.biases[pairs.items[k]] ?? 0),
  );

/** The dampings with the smallest squared error on a validation part. */
export function tuneDamping(
  config: Constants,
  train: Rated,
  validation: HeldOut,
): { user: number; item: number } {
  const grid = DAMPINGS.flatMap((user) => DAMPINGS.map((item) => ({ user, item })));
  return leastError(
    grid,
    (damping) => {
      const tried = { ...config, damping };
      return biasRatings(tried, biasesOf(tried, train), validation);
    },
    validation,
  );
}

/** Damped user + item bias, the strongest simple baseline on ratings. */
export const tuneBias: Tune = (config, train, validation) => {
  const damping = tuneDamping(config, train, validation);
  const tuned = { ...config, damping };
  const settings = `Damping ${damping.user} for people and ${damping.item} for items, each from ${DAMPINGS.join(', ')}.`;
  return ratingBaseline(tuned, { id: 'bias', label: 'user + item bias', settings }, (history) => {
    const biases = biasesOf(tuned, history);
    return (pairs) => biasRatings(tuned, biases, pairs);
  });
};
