/**
 * Kernels that make the WASM backend fit for training. Stock WASM lacks the kernel that every `gather` gradient needs,
 * and its XNNPACK path takes un-transposed products only, while gradients are made of transposed ones.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend, getKernel, type KernelFunc, registerKernel, type TensorInfo, unregisterKernel } from './tf';

const heap = (info: TensorInfo): Float32Array =>
  (backend() as BackendWasm).typedArrayFromHeap(info) as Float32Array;

/** Sums rows of x [n, …] into `numSegments` rows by id; ids outside the range are dropped, as upstream does. */
const unsortedSegmentSum: KernelFunc = ({ inputs, attrs }) => {
  const wasm = backend() as BackendWasm;
  const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
  const segments = (attrs as { numSegments: number } | undefined)?.numSegments ?? 0;
  const rest = x.shape.slice(1);
  const width = rest.reduce((a, b) => a * b, 1);
  const output = wasm.makeOutput([segments, ...rest], 'float32');
  const ids = wasm.typedArrayFromHeap(segmentIds) as Int32Array;
  const from = heap(x);
  const to = heap(output);
  to.fill(0);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row];
    if (id < 0 || id >= segments) continue;
    for (let k = 0, a = row * width, b = id * width; k < width; k++) to[b + k] += from[a + k];
  }
  return output;
};

interface MatMulAttrs {
  transposeA: boolean;
  transposeB: boolean;
}

/** Edge of the tiles that a transposition goes by: both sides of a tile fit into the cache. */
const TILE = 32;

/** The transpose of a matrix [rows, columns], or of [1, rows, columns]. */
function transposed(info: TensorInfo): TensorInfo {
  const wasm = backend() as BackendWasm;
  const [rows, columns] = info.shape.slice(-2);
  const output = wasm.makeOutput([...info.shape.slice(0, -2), columns, rows], 'float32');
  const from = heap(info);
  const to = heap(output);
  for (let top = 0; top < rows; top += TILE)
    for (let left = 0; left < columns; left += TILE) {
      const bottom = Math.min(top + TILE, rows);
      const right = Math.min(left + TILE, columns);
      for (let r = top; r < bottom; r++)
        for (let c = left; c < right; c++) to[c * rows + r] = from[r * columns + c];
    }
  return output;
}

/** One matrix, not a batch of several. */
const isMatrix = ({ shape }: TensorInfo): boolean =>
  shape.length === 2 || (shape.length === 3 && shape[0] === 1);

/** Transposes first and multiplies then: 2 → 20 GFLOP/s and more for the forms that gradients use. */
function fastMatMul(stock: KernelFunc): KernelFunc {
  return ({ inputs, attrs, backend: b }) => {
    const { transposeA, transposeB } = attrs as unknown as MatMulAttrs;
    const { a, b: right } = inputs as { a: TensorInfo; b: TensorInfo };
    if ((!transposeA && !transposeB) || !isMatrix(a) || !isMatrix(right))
      return stock({ inputs, attrs: attrs as never, backend: b });
    const left = transposeA ? transposed(a) : a;
    const other = transposeB ? transposed(right) : right;
    const output = stock({
      inputs: { a: left, b: other },
      attrs: { transposeA: false, transposeB: false } as never,
      backend: b,
    });
    const wasm = b as BackendWasm;
    if (left !== a) wasm.disposeData(left.dataId);
    if (other !== right) wasm.disposeData(other.dataId);
    return output;
  };
}

let registered = false;

/** After the start of the WASM backend, before any training. */
export function registerTrainingKernels(): void {
  if (registered) return;
  registered = true;
  if (!getKernel('UnsortedSegmentSum', 'wasm'))
    registerKernel({ kernelName: 'UnsortedSegmentSum', backendName: 'wasm', kernelFunc: unsortedSegmentSum });
  const stock = getKernel('BatchMatMul', 'wasm');
  if (!stock) throw new Error('TensorFlow.js WASM has no matrix product.');
  unregisterKernel('BatchMatMul', 'wasm');
  registerKernel({ ...stock, kernelFunc: fastMatMul(stock.kernelFunc) });
}
