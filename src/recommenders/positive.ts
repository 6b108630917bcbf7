/** Work in steps, each telling how much of the whole is done, from 0 to 1, so that whoever takes them may pause between. */
export type Steps<T> = Generator<number, T>;

/** Takes all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Rows that are worked on together: each number that is loaded is used for all of them. */
const FOUR = 4;

/** The lower triangle of a symmetric positive definite A (row-major [n, n]) becomes that of L, with A = L Lᵀ. */
export function* factorise(a: Float64Array, n: number): Steps<void> {
  for (let i = 0; i < n; i += FOUR) {
    const rows = Math.min(FOUR, n - i);
    if (rows === FOUR) beforeBlock(a, n, i);
    for (let row = i; row < i + rows; row++)
      for (let j = rows === FOUR ? i : 0; j <= row; j++) {
        let sum = a[row * n + j];
        for (let k = 0; k < j; k++) sum -= a[row * n + k] * a[j * n + k];
        a[row * n + j] = j === row ? Math.sqrt(sum) : sum / a[j * n + j];
      }
    yield ((i + rows) / n) ** 3;
  }
}

/** Columns 0 … i − 1 of the four rows of L from i on. */
function beforeBlock(a: Float64Array, n: number, i: number): void {
  const [r0, r1, r2, r3] = [0, 1, 2, 3].map((row) => (i + row) * n);
  for (let j = 0; j < i; j++) {
    let [s0, s1, s2, s3] = [a[r0 + j], a[r1 + j], a[r2 + j], a[r3 + j]];
    for (let k = 0, at = j * n; k < j; k++, at++) {
      const other = a[at];
      s0 -= a[r0 + k] * other;
      s1 -= a[r1 + k] * other;
      s2 -= a[r2 + k] * other;
      s3 -= a[r3 + k] * other;
    }
    const diagonal = a[j * n + j];
    a[r0 + j] = s0 / diagonal;
    a[r1 + j] = s1 / diagonal;
    a[r2 + j] = s2 / diagonal;
    a[r3 + j] = s3 / diagonal;
  }
}

/**
 * A⁻¹ of a symmetric positive definite A (row-major [n, n]; the lower triangle is read) in its place: L, then L⁻¹, then
 * A⁻¹ = L⁻ᵀ L⁻¹, a third of n³/2 multiplications each. Loops run along rows, so a thousand rows take half a second.
 */
export function* inverting(a: Float64Array, n: number): Steps<void> {
  for (const share of factorise(a, n)) yield share / 3;
  const sum = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    a.fill(0, i * n + i + 1, (i + 1) * n);
    sum.fill(0);
    for (let k = 0; k < i; k += FOUR) addRows(sum.subarray(0, k + FOUR), a, n, k, i, i * n, 1);
    const diagonal = a[i * n + i];
    for (let j = 0; j < i; j++) a[i * n + j] = -sum[j] / diagonal;
    a[i * n + i] = 1 / diagonal;
    yield (1 + ((i + 1) / n) ** 3) / 3;
  }
  // Row i of the product rests on rows from i on, so that none is overwritten which is still read.
  for (let i = 0; i < n; i++) {
    const row = sum.subarray(0, i + 1).fill(0);
    for (let k = i; k < n; k += FOUR) addRows(row, a, n, k, n, i, n);
    for (let j = 0; j <= i; j++) {
      a[i * n + j] = row[j];
      a[j * n + i] = row[j];
    }
    const share = (i + 1) / n;
    yield (2 + 3 * share ** 2 - 2 * share ** 3) / 3;
  }
}

/** {@link inverting} at once. */
export function invertPositive(a: Float64Array, n: number): Float64Array {
  finish(inverting(a, n));
  return a;
}

/** sum += Σ of four rows from k on, but of none from `end` on, each times its factor, which stands at `from + row · step`. */
function addRows(
  sum: Float64Array,
  a: Float64Array,
  n: number,
  k: number,
  end: number,
  from: number,
  step: number,
): void {
  if (k + FOUR > end) {
    for (let row = k; row < end; row++) {
      const factor = a[from + row * step];
      for (let j = 0; j < sum.length; j++) sum[j] += factor * a[row * n + j];
    }
    return;
  }
  const [f0, f1, f2, f3] = [0, 1, 2, 3].map((row) => a[from + (k + row) * step]);
  const [r0, r1, r2, r3] = [0, 1, 2, 3].map((row) => (k + row) * n);
  for (let j = 0; j < sum.length; j++)
    sum[j] += f0 * a[r0 + j] + f1 * a[r1 + j] + f2 * a[r2 + j] + f3 * a[r3 + j];
}
