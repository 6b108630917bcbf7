import { logStatistics } from '../src/model/bias';
import type { Damping, ModelConfig } from '../src/model/config';
import type { History } from './baselines';
import type { HeldOut } from './metrics';

const GRID: { readonly [K in keyof Damping]: readonly Damping[K][] } = {
  user: [1, 2, 3, 4, 6, 8, 12, 16],
  item: [0.5, 1, 2, 3, 4, 6, 8, 12],
  scale: [5, 10, 20, 40, 80, null],
  reliability: [2, 5, 10, 20, 40, null],
};
/** Each damping is chosen with the others held, this many times around. */
const ROUNDS = 2;

/** μ + b_u + s_u·b_i of held-out pairs from the statistics of a history, clipped to the scale of the rating. */
export function basePredictions(
  config: Pick<ModelConfig, 'meanRating' | 'rating'>,
  damping: Damping,
  history: History,
  pairs: Pick<HeldOut, 'users' | 'items'>,
): Float64Array {
  const { users, items } = logStatistics(
    { meanRating: config.meanRating, damping },
    history,
    history.userCount,
    history.itemCount,
  );
  return Float64Array.from({ length: pairs.users.length }, (_, k) => {
    const user = pairs.users[k];
    const value =
      config.meanRating +
      (users.biases[user] ?? 0) +
      (users.scales[user] ?? 1) * (items.biases[pairs.items[k]] ?? 0);
    return Math.min(config.rating.max, Math.max(config.rating.min, value));
  });
}

/** The pseudo-counts of the residual base with the smallest squared error on a validation part. */
export function tuneBase(
  config: Pick<ModelConfig, 'meanRating' | 'rating'>,
  train: History,
  validation: HeldOut,
): Damping {
  const error = (damping: Damping): number =>
    basePredictions(config, damping, train, validation).reduce(
      (sum, p, k) => sum + (p - validation.ratings[k]) ** 2,
      0,
    );
  let best: Damping = { user: 4, item: 2, scale: 20, reliability: 10 };
  let least = error(best);
  for (let round = 0; round < ROUNDS; round++)
    for (const name of Object.keys(GRID) as (keyof Damping)[])
      for (const value of GRID[name]) {
        const tried = { ...best, [name]: value };
        const squares = error(tried);
        if (squares >= least) continue;
        best = tried;
        least = squares;
      }
  return best;
}
