import { type LogStatistics, logStatistics, type RatedLog } from '../src/model/bias';
import type { Damping, ModelConfig } from '../src/model/config';
import type { HeldOut, Pairs } from '../src/model/metrics';
import { byTurns, type Grid } from './baselines/grid';

/** A history as far as its ratings go. */
type Rated = RatedLog & { readonly userCount: number; readonly itemCount: number };

const GRID: Grid<Damping> = {
  user: [1, 2, 3, 4, 6, 8, 12, 16],
  item: [0.5, 1, 2, 3, 4, 6, 8, 12],
  scale: [5, 10, 20, 40, 80, null],
  reliability: [2, 5, 10, 20, 40, null],
};

/** The residual base of a history. */
export const baseStatistics = (
  { meanRating }: Pick<ModelConfig, 'meanRating'>,
  damping: Damping,
  history: Rated,
): LogStatistics => logStatistics({ meanRating, damping }, history, history.userCount, history.itemCount);

/** μ + b_u + s_u·b_i of each pair, not clipped; nothing is known of an unknown entity. */
export const baseRatings = (
  { meanRating }: Pick<ModelConfig, 'meanRating'>,
  { users, items }: LogStatistics,
  pairs: Pairs,
): Float64Array =>
  Float64Array.from(
    pairs.users,
    (user, k) =>
      meanRating +
      (users.biases[user] ?? 0) +
      (users.scales[user] ?? 1) * (items.biases[pairs.items[k]] ?? 0),
  );

/** The pseudo-counts of the residual base with the smallest squared error on a validation part. */
export function tuneBase(
  config: Pick<ModelConfig, 'meanRating' | 'rating'>,
  train: Rated,
  validation: HeldOut,
): Damping {
  const error = (damping: Damping): number =>
    baseRatings(config, baseStatistics(config, damping, train), validation).reduce((sum, rating, k) => {
      const clipped = Math.min(config.rating.max, Math.max(config.rating.min, rating));
      return sum + (clipped - validation.ratings[k]) ** 2;
    }, 0);
  return byTurns({ user: 4, item: 2, scale: 20, reliability: 10 }, GRID, (damping) => -error(damping));
}
