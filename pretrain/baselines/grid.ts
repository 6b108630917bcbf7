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

/** The values that are tried of each setting. */
export type Grid<S> = { readonly [K in keyof S]: readonly S[K][] };

/** Each setting is chosen with the others held, this many times around. */
const ROUNDS = 2;

/** The settings with the largest score, chosen one at a time from `start`; what is tried twice is scored once. */
export function byTurns<S extends object>(start: S, grid: Grid<S>, score: (settings: S) => number): S {
  const scores = new Map<string, number>();
  const scoreOf = (settings: S): number => {
    const key = JSON.stringify(settings);
    const found = scores.get(key) ?? score(settings);
    scores.set(key, found);
    return found;
  };
  let best = start;
  for (let round = 0; round < ROUNDS; round++)
    for (const name of Object.keys(grid) as (keyof S)[])
      for (const value of grid[name]) {
        const tried = { ...best, [name]: value };
        if (scoreOf(tried) > scoreOf(best)) best = tried;
      }
  return best;
}

/** "Penalty 100 (of 10, 100), neighbours 5 (of 1, 5)." */
export function tunedFrom<S extends object>(
  best: NoInfer<S>,
  grid: Grid<S>,
  words: { readonly [K in keyof S]: string },
): string {
  const parts = (Object.keys(grid) as (keyof S)[]).map(
    (name) => `${words[name]} ${best[name]} (of ${grid[name].join(', ')})`,
  );
  const said = parts.join(', ');
  return `${said[0].toUpperCase()}${said.slice(1)}.`;
}
