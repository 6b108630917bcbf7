/** The lower triangle of a symmetric positive definite A (row-major [n, n]) becomes that of L, with A = L Lᵀ. */
function factorise(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / a[j * n + j];
    }
  }
}

/**
 * Solves A x = b for a symmetric positive definite A (row-major [n, n]; the lower triangle is read) by Cholesky's
 * method. Both arguments are overwritten; b holds x then.
 */
export function solvePositive(a: Float64Array, b: Float64Array): void {
  const n = b.length;
  factorise(a, n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}

/**
 * A⁻¹ of a symmetric positive definite A (row-major [n, n]; the lower triangle is read), which is overwritten: L⁻¹, then
 * A⁻¹ = L⁻ᵀ L⁻¹. Loops run along rows, so a thousand rows take a second.
 */
export function invertPositive(a: Float64Array, n: number): Float64Array {
  factorise(a, n);
  const rows = Array.from({ length: n }, (_, i) => a.subarray(i * n, i * n + i + 1));
  const inverse = new Float64Array(n * n);
  const result = Array.from({ length: n }, (_, i) => inverse.subarray(i * n, i * n + i + 1));
  const row = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const own = rows[i];
    const diagonal = own[i];
    row.fill(0, 0, i);
    for (let k = 0; k < i; k++) addScaled(row, own[k], rows[k]);
    for (let j = 0; j < i; j++) own[j] = -row[j] / diagonal;
    own[i] = 1 / diagonal;
    for (let j = 0; j <= i; j++) addScaled(result[j], own[j], own);
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[j * n + i] = inverse[i * n + j];
  return inverse;
}

/** to += factor × from, over the shorter of the two. */
function addScaled(to: Float64Array, factor: number, from: Float64Array): void {
  const n = Math.min(to.length, from.length);
  for (let k = 0; k < n; k++) to[k] += factor * from[k];
}
