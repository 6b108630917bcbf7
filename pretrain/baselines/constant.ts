import { givenRatings, ratingBaseline, type Tune } from './baseline';

const SETTINGS = 'Nothing to tune.';

const fill = (value: number) => (pairs: { readonly users: ArrayLike<number> }) =>
  new Float64Array(pairs.users.length).fill(value);

/** The mean of a history's ratings for every pair: the constant with the least squared error. */
export const tuneGlobalMean: Tune = (config) =>
  ratingBaseline(config, { id: 'global-mean', label: 'global mean', settings: SETTINGS }, (history) => {
    const given = givenRatings(history);
    return fill(given.length > 0 ? given.reduce((a, b) => a + b, 0) / given.length : config.meanRating);
  });

/** The median of a history's ratings for every pair: the constant with the least absolute error. */
export const tuneGlobalMedian: Tune = (config) =>
  ratingBaseline(config, { id: 'global-median', label: 'global median', settings: SETTINGS }, (history) => {
    const given = givenRatings(history);
    return fill(given.length > 0 ? median(given) : config.meanRating);
  });

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
