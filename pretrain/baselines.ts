import type { MetricsRow } from '../src/data/manifest';
import { logStatistics, type RatedLog } from '../src/model/bias';
import type { ModelConfig } from '../src/model/config';
import { type HeldOut, measure } from './metrics';

type Constants = Pick<ModelConfig, 'meanRating' | 'damping' | 'rating'>;

/** What the baselines learn from: the same history that DReX streams. */
export interface History extends RatedLog {
  readonly userCount: number;
  readonly itemCount: number;
}

const clip = ({ rating }: Constants, value: number): number =>
  Math.min(rating.max, Math.max(rating.min, value));

/** Damped user + item bias for each held-out pair; ids of −1 are unknown and have bias 0. */
export function biasPredictions(config: Constants, history: History, test: HeldOut): Float64Array {
  const { users, items } = logStatistics(config, history, history.userCount, history.itemCount, undefined, 1);
  return Float64Array.from(test.ratings, (_, k) =>
    clip(config, config.meanRating + (users.biases[test.users[k]] ?? 0) + (items.biases[test.items[k]] ?? 0)),
  );
}

/** The dampings with the smallest squared error on a validation part, from a fixed grid. */
export function tuneDamping(
  config: Constants,
  history: History,
  validation: HeldOut,
): { user: number; item: number } {
  let best = { user: 5, item: 5, squares: Number.POSITIVE_INFINITY };
  for (const user of [1, 2, 3, 4, 6, 8, 12, 16, 25])
    for (const item of [1, 2, 3, 4, 6, 8, 12, 16, 25]) {
      const predicted = biasPredictions(
        { ...config, damping: { user, item, scale: null, reliability: null } },
        history,
        validation,
      );
      const squares = predicted.reduce((sum, p, k) => sum + (p - validation.ratings[k]) ** 2, 0);
      if (squares < best.squares) best = { user, item, squares };
    }
  return { user: best.user, item: best.item };
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** All baselines on the same history and the same held-out interactions. */
export function baselineRows(
  config: Constants,
  history: History,
  test: HeldOut,
  relevant: number,
): MetricsRow[] {
  const n = test.users.length;
  const rated = Array.from(history.ratings).filter((r) => !Number.isNaN(r));
  const mean = new Float64Array(n).fill(rated.reduce((a, b) => a + b, 0) / rated.length);
  const middle = new Float64Array(n).fill(median(rated));
  const bias = biasPredictions(config, history, test);
  const counts = new Float64Array(history.itemCount);
  for (let k = 0; k < history.items.length; k++) counts[history.items[k]]++;
  const popularity = Float64Array.from(test.users as ArrayLike<number>, (_, k) => counts[test.items[k]] ?? 0);
  return [
    measure('user + item bias', test, bias, bias, relevant),
    measure('global mean', test, mean, mean, relevant),
    measure('global median', test, middle, middle, relevant),
    measure('popularity', test, null, popularity, relevant),
  ];
}
