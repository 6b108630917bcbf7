import type { ModelConfig } from './config';
import type { InteractionIds } from './tbatch';

/** A log as far as the bias statistics need it: NaN where an interaction carries no overall rating. */
export interface RatedLog extends InteractionIds {
  readonly ratings: ArrayLike<number>;
}

/**
 * What the history says of each entity before any learning: how often it occurs, and its damped rating bias.
 * Columns feed the scorer beside the states.
 */
export interface EntityStatistics {
  /** Interactions per entity, rated or not. */
  readonly counts: Float32Array;
  /** Damped bias per entity, in rating units: 0 for an entity without ratings. */
  readonly biases: Float32Array;
}

export interface LogStatistics {
  readonly users: EntityStatistics;
  readonly items: EntityStatistics;
}

/**
 * Damped item bias Σ(r − μ)/(n + λ_i), then damped user bias Σ(r − μ − b_i)/(n + λ_u), over the given history only.
 * Rows in `skip` are left out, as in a counterfactual.
 */
export function logStatistics(
  config: Pick<ModelConfig, 'meanRating' | 'damping'>,
  log: RatedLog,
  users: number,
  items: number,
  skip?: ReadonlySet<number>,
): LogStatistics {
  const userCounts = new Float32Array(users);
  const itemCounts = new Float32Array(items);
  const userRated = new Float64Array(users);
  const itemRated = new Float64Array(items);
  const userSums = new Float64Array(users);
  const itemSums = new Float64Array(items);
  const rows = log.users.length;
  for (let row = 0; row < rows; row++) {
    if (skip?.has(row)) continue;
    const item = log.items[row];
    userCounts[log.users[row]]++;
    itemCounts[item]++;
    const rating = log.ratings[row];
    if (Number.isNaN(rating)) continue;
    itemRated[item]++;
    itemSums[item] += rating - config.meanRating;
  }
  const itemBiases = Float32Array.from(itemSums, (s, i) => s / (itemRated[i] + config.damping.item));
  for (let row = 0; row < rows; row++) {
    const rating = log.ratings[row];
    if (skip?.has(row) || Number.isNaN(rating)) continue;
    const user = log.users[row];
    userRated[user]++;
    userSums[user] += rating - config.meanRating - itemBiases[log.items[row]];
  }
  const userBiases = Float32Array.from(userSums, (s, u) => s / (userRated[u] + config.damping.user));
  return {
    users: { counts: userCounts, biases: userBiases },
    items: { counts: itemCounts, biases: itemBiases },
  };
}
