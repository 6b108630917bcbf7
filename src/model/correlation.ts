/** How far two columns of numbers go together. Plain arithmetic in Float64. */

/** Pearson's correlation r, −1 to 1; null where one side does not vary. */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const n = a.length;
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let product = 0;
  let left = 0;
  let right = 0;
  for (let k = 0; k < n; k++) {
    product += (a[k] - meanA) * (b[k] - meanB);
    left += (a[k] - meanA) ** 2;
    right += (b[k] - meanB) ** 2;
  }
  return left > 0 && right > 0 ? product / Math.sqrt(left * right) : null;
}

/** Spearman's rank correlation ρ, ties sharing their mean rank; null where one side does not vary. */
export const spearman = (a: ArrayLike<number>, b: ArrayLike<number>): number | null =>
  pearson(ranksOf(a), ranksOf(b));

/** Ranks from 0, the smallest first; ties share their mean rank. */
function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, k) => k).sort((x, y) => values[x] - values[y]);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}

/** Arithmetic mean; 0 of nothing. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k];
  return values.length > 0 ? sum / values.length : 0;
}

/** Mean squared distance from the mean; 0 of nothing. */
export function varianceOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  return meanOf(Float64Array.from(values, (value) => (value - mean) ** 2));
}

/** How much of the variance of a number lies between groups. */
export interface Explained {
  /** η², 0–1: sum of squares between the groups over that in all. */
  readonly share: number;
  /** What η² of k groups drawn at random comes to: (k − 1)/(n − 1). */
  readonly chance: number;
  /** ε², η² less what chance gives it: 1 − (1 − η²)(n − 1)/(n − k); may fall below 0. */
  readonly adjusted: number;
  readonly groups: number;
  readonly n: number;
}

/**
 * η² of values by group. Null groups and those smaller than `smallest` are left out: a group of one explains its member
 * to the last digit and tells nothing. Null with fewer than two groups, or where nothing varies.
 */
export function explainedBy(
  values: ArrayLike<number>,
  groups: readonly (string | null)[],
  smallest: number,
): Explained | null {
  const members = new Map<string, number[]>();
  groups.forEach((group, k) => {
    if (group === null) return;
    const list = members.get(group);
    if (list) list.push(values[k]);
    else members.set(group, [values[k]]);
  });
  const kept = [...members.values()].filter((list) => list.length >= smallest);
  const all = kept.flat();
  const [n, k] = [all.length, kept.length];
  const total = varianceOf(all) * n;
  if (k < 2 || n <= k || !(total > 0)) return null;
  const mean = meanOf(all);
  const between = kept.reduce((sum, list) => sum + list.length * (meanOf(list) - mean) ** 2, 0);
  const share = between / total;
  return {
    share,
    chance: (k - 1) / (n - 1),
    adjusted: 1 - ((1 - share) * (n - 1)) / (n - k),
    groups: k,
    n,
  };
}
