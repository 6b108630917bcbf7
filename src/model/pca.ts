/** A flat picture of states: the directions in which they differ most. Plain Float64, no tensors. */
export interface PrincipalAxes {
  /** Mean of the rows that the axes were made from [D]. */
  readonly mean: Float64Array;
  /** Orthonormal directions, the one of most variance first; each [D]. */
  readonly directions: readonly Float64Array[];
  /** Share of the whole variance along each direction, 0–1. */
  readonly shares: readonly number[];
}

/** Sweeps over all pairs until the off-diagonal part is nothing; a matrix of 48 needs about ten. */
const MOST_SWEEPS = 64;

/** Square of the off-diagonal part, relative to the whole, that counts as nothing. */
const NOTHING = 1e-28;

/**
 * Principal axes of rows [n, D]. Each direction points to where its largest component is positive, so that a picture made
 * twice is the same picture and not its mirror image.
 * @param rows row-major [n, D]
 */
export function principalAxes(rows: ArrayLike<number>, D: number, count: number): PrincipalAxes {
  const { mean, covariance } = covarianceOf(rows, D);
  const { values, vectors } = symmetricEigen(covariance, D);
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
  const chosen = order.slice(0, count);
  return {
    mean,
    directions: chosen.map((k) => pointed(vectors[k])),
    shares: chosen.map((k) => (total > 0 ? Math.max(values[k], 0) / total : 0)),
  };
}

/** Coordinates of one state [D] on the axes, in the units of the state. */
export function project(axes: PrincipalAxes, state: ArrayLike<number>, offset = 0): number[] {
  const { mean } = axes;
  return axes.directions.map((direction) => {
    let sum = 0;
    for (let d = 0; d < mean.length; d++) sum += (state[offset + d] - mean[d]) * direction[d];
    return sum;
  });
}

/** Mean [D] and covariance, row-major [D, D], over n − 1. */
function covarianceOf(rows: ArrayLike<number>, D: number) {
  const n = rows.length / D;
  const mean = new Float64Array(D);
  for (let k = 0; k < rows.length; k++) mean[k % D] += rows[k] / n;
  const covariance = new Float64Array(D * D);
  for (let row = 0; row < n; row++)
    for (let i = 0; i < D; i++) {
      const a = rows[row * D + i] - mean[i];
      for (let j = i; j < D; j++) covariance[i * D + j] += a * (rows[row * D + j] - mean[j]);
    }
  for (let i = 0; i < D; i++)
    for (let j = i; j < D; j++) {
      covariance[i * D + j] /= Math.max(n - 1, 1);
      covariance[j * D + i] = covariance[i * D + j];
    }
  return { mean, covariance };
}

/**
 * Eigenvalues and unit eigenvectors of a symmetric matrix by Jacobi's cyclic rotations (Golub & Van Loan, 8.5). Own code:
 * the smallest kept library for it would weigh 18 KB in the worker, for these lines.
 * @param matrix row-major [D, D]; stays as it is
 */
export function symmetricEigen(matrix: Float64Array, D: number) {
  const a = matrix.slice();
  const vectors = Array.from({ length: D }, (_, k) => {
    const unit = new Float64Array(D);
    unit[k] = 1;
    return unit;
  });
  const whole = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, D) > NOTHING * whole; sweep++)
    for (let p = 0; p < D - 1; p++) for (let q = p + 1; q < D; q++) rotate(a, vectors, D, p, q);
  return { values: Float64Array.from({ length: D }, (_, k) => a[k * D + k]), vectors };
}

function offDiagonal(a: Float64Array, D: number): number {
  let sum = 0;
  for (let i = 0; i < D; i++) for (let j = 0; j < D; j++) if (i !== j) sum += a[i * D + j] ** 2;
  return sum;
}

/** Turns the plane of p and q so that a[p, q] becomes 0. */
function rotate(a: Float64Array, vectors: readonly Float64Array[], D: number, p: number, q: number): void {
  const apq = a[p * D + q];
  if (apq === 0) return;
  const theta = (a[q * D + q] - a[p * D + p]) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < D; k++) {
    const [kp, kq] = [a[k * D + p], a[k * D + q]];
    a[k * D + p] = c * kp - s * kq;
    a[k * D + q] = s * kp + c * kq;
  }
  for (let k = 0; k < D; k++) {
    const [pk, qk] = [a[p * D + k], a[q * D + k]];
    a[p * D + k] = c * pk - s * qk;
    a[q * D + k] = s * pk + c * qk;
  }
  const [vp, vq] = [vectors[p], vectors[q]];
  for (let d = 0; d < D; d++) {
    const [x, y] = [vp[d], vq[d]];
    vp[d] = c * x - s * y;
    vq[d] = s * x + c * y;
  }
}

/** The same line, pointing to where its largest component is positive. */
function pointed(vector: Float64Array): Float64Array {
  let largest = 0;
  for (let d = 1; d < vector.length; d++) if (Math.abs(vector[d]) > Math.abs(vector[largest])) largest = d;
  return vector[largest] < 0 ? vector.map((value) => -value) : vector;
}
