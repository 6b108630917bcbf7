import { type Grouped, groupRows, rowsOfEntity } from '../../src/recommenders/grouped';
import type { History } from './baseline';

/** Mean and deviation of each entry of the text vectors of a history's reviews. */
export interface VectorScale {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

export function vectorScale(history: History): VectorScale {
  const E = vectorSize(history);
  const mean = new Float64Array(E);
  const deviation = new Float64Array(E);
  const rows = Array.from(history.users, (_, row) => row).filter((row) => history.hasText[row]);
  for (const row of rows) for (let k = 0; k < E; k++) mean[k] += history.vectors[row * E + k] / rows.length;
  for (const row of rows)
    for (let k = 0; k < E; k++) deviation[k] += (history.vectors[row * E + k] - mean[k]) ** 2 / rows.length;
  return { mean, deviation: deviation.map((variance) => Math.sqrt(variance) || 1) };
}

/** E, the width of a text vector; 0 for an empty history. */
export const vectorSize = (history: History): number =>
  history.users.length > 0 ? history.vectors.length / history.users.length : 0;

/** The reviews that one side of a batch of pairs is described by, padded to one number of reviews. */
export interface ReviewBatch {
  /** Row-major [batch, length, E]: standardised vectors of the reviews; 0 after the last one. */
  readonly vectors: Float32Array;
  /** Row-major [batch, length]: 1 for a review, 0 for padding. */
  readonly mask: Float32Array;
  readonly length: number;
  /** ln(1 + reviews) of each pair's entity, [batch]: all of its reviews, not only those in the batch. */
  readonly logCounts: Float32Array;
  /** Row-major [batch, E]: mean vector over all of them; 0 for an entity without reviews. */
  readonly means: Float32Array;
}

/**
 * The written side of a history: who wrote which reviews, with standardised text vectors. What a pair is described by
 * never holds the pair's own review.
 */
export class Documents {
  /** Row-major [n, E]: standardised vectors of the history; 0 without text. */
  private readonly table: Float32Array;
  private readonly size: number;
  private readonly grouped: { users: Grouped; items: Grouped };
  private readonly sums: { users: Float64Array; items: Float64Array };

  /** @param limit most reviews of an entity that are read: the latest ones. */
  constructor(
    private readonly history: History,
    scale: VectorScale,
    private readonly limit: number,
  ) {
    const E = scale.mean.length;
    const n = history.users.length;
    this.size = E;
    this.table = new Float32Array(n * E);
    const { userCount, itemCount, hasText } = history;
    this.sums = { users: new Float64Array(userCount * E), items: new Float64Array(itemCount * E) };
    for (let row = 0; row < n; row++) {
      if (!hasText[row]) continue;
      for (let k = 0; k < E; k++) {
        const value = (history.vectors[row * E + k] - scale.mean[k]) / scale.deviation[k];
        this.table[row * E + k] = value;
        this.sums.users[history.users[row] * E + k] += value;
        this.sums.items[history.items[row] * E + k] += value;
      }
    }
    const written = (row: number) => Boolean(hasText[row]);
    this.grouped = {
      users: groupRows(history.users, userCount, written),
      items: groupRows(history.items, itemCount, written),
    };
  }

  /** Reviews of one side of the pairs users[k], items[k]. */
  batch(side: 'users' | 'items', users: ArrayLike<number>, items: ArrayLike<number>): ReviewBatch {
    const entities = side === 'users' ? users : items;
    const other = side === 'users' ? items : users;
    const otherColumn = side === 'users' ? this.history.items : this.history.users;
    const n = entities.length;
    const E = this.size;
    const logCounts = new Float32Array(n);
    const means = new Float32Array(n * E);
    const lists: Int32Array[] = [];
    for (let k = 0; k < n; k++) {
      const entity = entities[k];
      const all = rowsOfEntity(this.grouped[side], entity);
      const rest = all.filter((row) => otherColumn[row] !== other[k]);
      logCounts[k] = Math.log1p(rest.length);
      for (let d = 0; d < E && rest.length > 0; d++) {
        let sum = this.sums[side][entity * E + d];
        if (rest.length < all.length)
          for (const row of all) if (otherColumn[row] === other[k]) sum -= this.table[row * E + d];
        means[k * E + d] = sum / rest.length;
      }
      lists.push(rest.length > this.limit ? rest.subarray(rest.length - this.limit) : rest);
    }
    const length = Math.max(1, ...lists.map((list) => list.length));
    const vectors = new Float32Array(n * length * E);
    const mask = new Float32Array(n * length);
    lists.forEach((list, k) => {
      list.forEach((row, place) => {
        vectors.set(this.table.subarray(row * E, (row + 1) * E), (k * length + place) * E);
      });
      mask.fill(1, k * length, k * length + list.length);
    });
    return { vectors, mask, length, logCounts, means };
  }
}
