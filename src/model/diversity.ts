/** Interactions with text vectors, row-major [n, E]; a vector is meaningless where `hasText` is 0 or false. */
export interface TextLog {
  readonly items: ArrayLike<number>;
  readonly vectors: Float32Array;
  readonly hasText: ArrayLike<number | boolean>;
}

/** Mean text vector [E] of each item over its reviews that have text; null for an item without any, or where it is 0. */
export function meanItemVectors(log: TextLog, itemCount: number): (Float64Array | null)[] {
  const n = log.items.length;
  const E = n > 0 ? log.vectors.length / n : 0;
  const sums = Array.from({ length: itemCount }, () => new Float64Array(E));
  const counts = new Float64Array(itemCount);
  for (let row = 0; row < n; row++) {
    if (!log.hasText[row]) continue;
    const sum = sums[log.items[row]];
    for (let k = 0; k < E; k++) sum[k] += log.vectors[row * E + k];
    counts[log.items[row]]++;
  }
  return sums.map((sum, item) =>
    counts[item] > 0 && sum.some((x) => x !== 0) ? sum.map((x) => x / counts[item]) : null,
  );
}

/**
 * Mean of 1 − cosine over all pairs of items of a list, between the items' mean text vectors: 0 where all are written
 * about alike, at most 2. Items without a vector are left out; null where fewer than two have one.
 * @param vectors of {@link meanItemVectors}
 */
export function listDiversity(
  items: ArrayLike<number>,
  vectors: readonly (Float64Array | null)[],
): number | null {
  const list = Array.from(items, (item) => vectors[item]).filter((v) => v !== null);
  if (list.length < 2) return null;
  let distances = 0;
  for (let a = 0; a < list.length; a++) for (let b = 0; b < a; b++) distances += 1 - cosine(list[a], list[b]);
  return distances / ((list.length * (list.length - 1)) / 2);
}

function cosine(a: Float64Array, b: Float64Array): number {
  let product = 0;
  let left = 0;
  let right = 0;
  for (let k = 0; k < a.length; k++) {
    product += a[k] * b[k];
    left += a[k] * a[k];
    right += b[k] * b[k];
  }
  return product / Math.sqrt(left * right);
}
