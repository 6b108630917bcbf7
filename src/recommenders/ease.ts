import type { Known } from './feedback';
import { type Grouped, rowsOfEntity } from './grouped';
import { inverting, type Steps } from './positive';

export interface EaseSettings {
  /** λ, on the scale of counted interactions. */
  readonly penalty: number;
  /** See {@link feedbackOf}. */
  readonly others: number;
}

/** P = (XᵀX + λI)⁻¹ [items, items], as far as scores need it. */
export interface Inverse {
  /** x P for a sparse x. */
  timesP(known: Known): Float64Array;
  readonly diagonal: ArrayLike<number>;
}

/**
 * Scores of EASE (Steck 2019): x B for any x, where B with zero diagonal minimises ‖X − X B‖² + λ‖B‖². In closed form
 * B_ij = −P_ij/P_jj off the diagonal, so x B = x − x P diag(P)⁻¹, and B is never stored.
 */
export function easeScores({ timesP, diagonal }: Inverse, known: Known): Float64Array {
  const scores = timesP(known).map((w, item) => -w / diagonal[item]);
  known.items.forEach((item, k) => {
    scores[item] += known.weights[k];
  });
  return scores;
}

/** Σ over the groups of x xᵀ, plus λI [n, n]: lower triangle. */
export function gram(
  groups: Grouped,
  column: ArrayLike<number>,
  weights: Float64Array,
  n: number,
  penalty: number,
): Float64Array {
  const a = new Float64Array(n * n);
  for (let d = 0; d < n; d++) a[d * n + d] = penalty;
  for (let group = 0; group < groups.starts.length - 1; group++) {
    const rows = rowsOfEntity(groups, group);
    for (const one of rows)
      for (const other of rows)
        if (column[other] <= column[one]) a[column[one] * n + column[other]] += weights[one] * weights[other];
  }
  return a;
}

/** P row by row [n, n], of items counted from 0 to n. */
export function* invertItems(...of: Parameters<typeof gram>): Steps<Float64Array> {
  const [, , , n] = of;
  const p = gram(...of);
  yield* inverting(p, n);
  return p;
}

export const wholeInverse = (p: Float64Array, n: number): Inverse => ({
  diagonal: Float64Array.from({ length: n }, (_, item) => p[item * n + item]),
  timesP({ items, weights }) {
    const product = new Float64Array(n);
    items.forEach((item, k) => {
      for (let j = 0, at = item * n; j < n; j++, at++) product[j] += weights[k] * p[at];
    });
    return product;
  },
});

/**
 * P once X has a row x more (or less), in its place, by Sherman and Morrison: P ∓ (Px)(Px)ᵀ / (1 ± xᵀPx), in n²
 * multiplications in place of n³/2.
 */
export function addPerson(p: Float64Array, n: number, x: Known, sign: 1 | -1): void {
  const px = wholeInverse(p, n).timesP(x);
  const xpx = x.items.reduce((sum, item, k) => sum + x.weights[k] * px[item], 0);
  for (let i = 0; i < n; i++) {
    const factor = (-sign * px[i]) / (1 + sign * xpx);
    if (factor !== 0) for (let j = 0, at = i * n; j < n; j++, at++) p[at] += factor * px[j];
  }
}
