import { dispose, matMul, type Tensor2D, tensor2d } from './tf';

/** A matrix [rows, columns] that many products need, on the backend and read back once. */
export interface Kernel {
  readonly tensor: Tensor2D;
  /** Row-major. */
  readonly values: Float32Array;
}

export const kernelOf = (tensor: Tensor2D): Kernel => ({
  tensor,
  values: tensor.dataSync() as Float32Array,
});

/**
 * Multiplications up to which plain loops are done before a kernel of the backend has two tensors, a call and a read
 * behind it. Measured on WASM: with D = 24 they win for a t-batch of one or two, from D = 48 on for none.
 */
const FEW = 10_000;

/** a [n, rows] · kernel, read back [n, columns]. */
export function product(a: Float32Array, { tensor, values }: Kernel): Float32Array {
  const [rows, columns] = tensor.shape;
  const n = a.length / rows;
  if (n * values.length <= FEW) return plainProduct(a, values, rows, columns);
  const left = tensor2d(a, [n, rows]);
  const result = matMul(left, tensor);
  const found = result.dataSync() as Float32Array;
  dispose([left, result]);
  return found;
}

/** a [n, rows] · b [rows, columns] by four rows of b at a time, since the sums would else be read and written for each. */
function plainProduct(a: Float32Array, b: Float32Array, rows: number, columns: number): Float32Array {
  const n = a.length / rows;
  const result = new Float32Array(n * columns);
  const whole = rows - (rows % 4);
  for (let row = 0; row < n; row++) {
    const from = row * rows;
    const to = row * columns;
    for (let k = 0; k < whole; k += 4) {
      const a0 = a[from + k];
      const a1 = a[from + k + 1];
      const a2 = a[from + k + 2];
      const a3 = a[from + k + 3];
      const b0 = k * columns;
      const b1 = b0 + columns;
      const b2 = b1 + columns;
      const b3 = b2 + columns;
      for (let c = 0; c < columns; c++)
        result[to + c] += a0 * b[b0 + c] + a1 * b[b1 + c] + a2 * b[b2 + c] + a3 * b[b3 + c];
    }
    for (let k = whole; k < rows; k++)
      for (let c = 0; c < columns; c++) result[to + c] += a[from + k] * b[k * columns + c];
  }
  return result;
}
