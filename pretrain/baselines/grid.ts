import type { HeldOut } from '../../src/model/metrics';

/** Root mean squared error; NaN without interactions. */
export function rootMeanSquare(predicted: ArrayLike<number>, test: HeldOut): number {
  let squares = 0;
  for (let k = 0; k < test.ratings.length; k++) squares += (predicted[k] - test.ratings[k]) ** 2;
  return Math.sqrt(squares / test.ratings.length);
}

/**
 * The candidate with the smallest RMSE on a validation part, the first of them in a tie; the middle of the grid where
 * there is nothing to validate on.
 */
export function leastError<C>(
  grid: readonly C[],
  predict: (candidate: C) => ArrayLike<number>,
  validation: HeldOut,
): C {
  if (validation.ratings.length === 0) return grid[grid.length >> 1];
  let best = grid[0];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of grid) {
    const error = rootMeanSquare(predict(candidate), validation);
    if (error < least) {
      best = candidate;
      least = error;
    }
  }
  return best;
}
