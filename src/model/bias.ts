import type { Damping, ModelConfig } from './config';
import type { InteractionIds } from './tbatch';

/** A log as far as the bias statistics need it: NaN where an interaction carries no overall rating. */
export interface RatedLog extends InteractionIds {
  readonly ratings: ArrayLike<number>;
}

/** What the history says of each entity of one side before any learning. */
export interface EntityStatistics {
  /** Interactions per entity, rated or not. */
  readonly counts: Float32Array;
  /** Damped bias per entity, in rating units: 0 for an entity without ratings. */
  readonly biases: Float32Array;
}

/** What the history says of each person before any learning. */
export interface UserStatistics extends EntityStatistics {
  /**
   * s_u ≥ 0: how far a person's ratings follow the item biases. 1 as everybody; above, the person spreads ratings wider;
   * 0, the person's ratings do not go with them at all.
   */
  readonly scales: Float32Array;
  /** w_u: how much a person's rating counts in the item biases. 1 is the average; above, residuals are small. */
  readonly reliabilities: Float32Array;
}

/** What the history says of each item before any learning. */
export interface ItemStatistics extends EntityStatistics {
  /** Σ w_u over the item's ratings: how many average raters they are worth. */
  readonly support: Float32Array;
}

/** The statistics of some users [n], of which one that stands in no log yet has none. */
export function statisticsOfUsers(all: UserStatistics, users: Int32Array): UserStatistics {
  return {
    counts: Float32Array.from(users, (u) => all.counts[u] ?? 0),
    biases: Float32Array.from(users, (u) => all.biases[u] ?? 0),
    scales: Float32Array.from(users, (u) => all.scales[u] ?? 1),
    reliabilities: Float32Array.from(users, (u) => all.reliabilities[u] ?? 1),
  };
}

/** The statistics of some items [n], of which one that stands in no log yet has none. */
export function statisticsOfItems(all: ItemStatistics, items: Int32Array): ItemStatistics {
  return {
    counts: Float32Array.from(items, (i) => all.counts[i] ?? 0),
    biases: Float32Array.from(items, (i) => all.biases[i] ?? 0),
    support: Float32Array.from(items, (i) => all.support[i] ?? 0),
  };
}

export interface LogStatistics {
  readonly users: UserStatistics;
  readonly items: ItemStatistics;
}

/** The estimates depend on each other, so each is refined by turns; more passes change the fourth digit. */
export const PASSES = 3;

// Plain loops below: every update runs them over the whole log, and a call for each row takes twice as long.

/**
 * The residual base r ≈ μ + b_u + s_u·b_i of a history, by alternating damped least squares over its rated interactions:
 *
 *     b_i = Σ w_u s_u (r − μ − b_u) / (Σ w_u s_u² + λ_item)
 *     b_u = Σ (r − μ − s_u b_i) / (n_u + λ_user)
 *     s_u = max(0, (Σ (r − μ − b_u) b_i + λ_scale m) / (Σ b_i² + λ_scale m)),   m = mean of b_i² over the ratings
 *     w_u = v (n_u + λ_reliability) / (Σ e² + λ_reliability v),         e = residual, v = mean of e²
 *
 * Nobody's scale is negative: who likes what others like less does not for that like the worst best. The least-squares
 * problem of s_u is a parabola, so that the nearest s_u ≥ 0 is its least one too.
 *
 * With `scale` and `reliability` null, s_u = w_u = 1: plain damped biases. Rows in `skip` are left out, as in a
 * counterfactual.
 */
export function logStatistics(
  { meanRating, damping }: { readonly meanRating: number; readonly damping: Damping },
  log: RatedLog,
  users: number,
  items: number,
  skip?: ReadonlySet<number>,
  passes = PASSES,
): LogStatistics {
  const counts = { users: new Float32Array(users), items: new Float32Array(items) };
  const { length } = log.users;
  const column = {
    users: new Int32Array(length),
    items: new Int32Array(length),
    offsets: new Float64Array(length),
  };
  let n = 0;
  for (let row = 0; row < length; row++) {
    if (skip?.has(row)) continue;
    counts.users[log.users[row]]++;
    counts.items[log.items[row]]++;
    if (Number.isNaN(log.ratings[row])) continue;
    column.users[n] = log.users[row];
    column.items[n] = log.items[row];
    column.offsets[n] = log.ratings[row] - meanRating;
    n++;
  }
  const rated: Rated = {
    users: column.users.subarray(0, n),
    items: column.items.subarray(0, n),
    offsets: column.offsets.subarray(0, n),
  };
  const biases = { users: new Float64Array(users), items: new Float64Array(items) };
  const scales = new Float64Array(users).fill(1);
  const reliabilities = new Float64Array(users).fill(1);
  for (let pass = 0; pass < passes; pass++) {
    fitItemBiases(rated, damping, biases, scales, reliabilities);
    fitUserBiases(rated, damping, biases, scales);
    if (damping.scale !== null) fitScales(rated, damping.scale, biases, scales);
    if (damping.reliability !== null)
      fitReliabilities(rated, damping.reliability, biases, scales, reliabilities);
  }
  return {
    users: {
      counts: counts.users,
      biases: Float32Array.from(biases.users),
      scales: Float32Array.from(scales),
      reliabilities: Float32Array.from(reliabilities),
    },
    items: {
      counts: counts.items,
      biases: Float32Array.from(biases.items),
      support: supportOf(rated, reliabilities, items),
    },
  };
}

function supportOf({ users, items }: Rated, reliabilities: Float64Array, count: number): Float32Array {
  const support = new Float32Array(count);
  for (let k = 0; k < users.length; k++) support[items[k]] += reliabilities[users[k]];
  return support;
}

/** The rated interactions of a history, column by column; `offsets` are r − μ. */
interface Rated {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly offsets: Float64Array;
}

interface Biases {
  readonly users: Float64Array;
  readonly items: Float64Array;
}

function fitItemBiases(
  { users, items, offsets }: Rated,
  damping: Pick<ModelConfig['damping'], 'item'>,
  biases: Biases,
  scales: Float64Array,
  reliabilities: Float64Array,
): void {
  const sums = new Float64Array(biases.items.length);
  const weights = new Float64Array(biases.items.length).fill(damping.item);
  for (let k = 0; k < offsets.length; k++) {
    const offset = offsets[k];
    const u = users[k];
    const weight = reliabilities[u] * scales[u];
    sums[items[k]] += weight * (offset - biases.users[u]);
    weights[items[k]] += weight * scales[u];
  }
  divide(sums, weights, biases.items);
}

function fitUserBiases(
  { users, items, offsets }: Rated,
  damping: Pick<ModelConfig['damping'], 'user'>,
  biases: Biases,
  scales: Float64Array,
): void {
  const sums = new Float64Array(biases.users.length);
  const weights = new Float64Array(biases.users.length).fill(damping.user);
  for (let k = 0; k < offsets.length; k++) {
    const offset = offsets[k];
    sums[users[k]] += offset - scales[users[k]] * biases.items[items[k]];
    weights[users[k]]++;
  }
  divide(sums, weights, biases.users);
}

function fitScales(
  { users, items, offsets }: Rated,
  damping: number,
  biases: Biases,
  scales: Float64Array,
): void {
  const spread = meanOf(offsets.length, (k) => biases.items[items[k]] ** 2);
  // Nobody differs from nobody: without any item bias there is nothing to scale.
  if (!(spread > 0)) return;
  const sums = new Float64Array(scales.length).fill(damping * spread);
  const weights = new Float64Array(scales.length).fill(damping * spread);
  for (let k = 0; k < offsets.length; k++) {
    const offset = offsets[k];
    const bias = biases.items[items[k]];
    sums[users[k]] += (offset - biases.users[users[k]]) * bias;
    weights[users[k]] += bias * bias;
  }
  divide(sums, weights, scales);
  for (let u = 0; u < scales.length; u++) scales[u] = Math.max(0, scales[u]);
}

function fitReliabilities(
  { users, items, offsets }: Rated,
  damping: number,
  biases: Biases,
  scales: Float64Array,
  reliabilities: Float64Array,
): void {
  const square = (k: number): number =>
    (offsets[k] - biases.users[users[k]] - scales[users[k]] * biases.items[items[k]]) ** 2;
  const variance = meanOf(offsets.length, square);
  if (!(variance > 0)) return;
  const sums = new Float64Array(reliabilities.length).fill(damping * variance);
  const weights = new Float64Array(reliabilities.length).fill(damping * variance);
  for (let k = 0; k < offsets.length; k++) {
    sums[users[k]] += variance;
    weights[users[k]] += square(k);
  }
  divide(sums, weights, reliabilities);
}

/** `to` = sums / weights; 0 where nothing weighs, as with a damping of 0 and no rating. */
function divide(sums: Float64Array, weights: Float64Array, to: Float64Array): void {
  for (let k = 0; k < to.length; k++) to[k] = weights[k] > 0 ? sums[k] / weights[k] : 0;
}

function meanOf(n: number, value: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += value(k);
  return n > 0 ? sum / n : 0;
}
