import { factorise, finish } from '../../src/recommenders/positive';

/**
 * Solves A x = b for a symmetric positive definite A (row-major [n, n]; the lower triangle is read) by Cholesky's
 * method. Both arguments are overwritten; b holds x then.
 */
export function solvePositive(a: Float64Array, b: Float64Array): void {
  const n = b.length;
  finish(factorise(a, n));
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}
