/**
 * TensorFlow.js on WASM in Node, made fit for training. Stock WASM lacks the kernel that every `gather` gradient
 * needs, and its XNNPACK path takes un-transposed products only, while gradients are made of transposed ones.
 */
import '@tensorflow/tfjs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type BackendWasm, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import {
  backend,
  env,
  getKernel,
  type KernelFunc,
  ready,
  registerKernel,
  setBackend,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

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

function transposed(info: TensorInfo): TensorInfo {
  const wasm = backend() as BackendWasm;
  const [batch, rows, columns] = info.shape;
  const output = wasm.makeOutput([batch, columns, rows], 'float32');
  const from = heap(info);
  const to = heap(output);
  for (let b = 0; b < batch; b++) {
    const base = b * rows * columns;
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) to[base + c * rows + r] = from[base + r * columns + c];
  }
  return output;
}

/** Transposes first and multiplies then: 3.5 → 44 GFLOP/s for the forms that gradients use. */
function fastMatMul(stock: KernelFunc): KernelFunc {
  return ({ inputs, attrs, backend: b }) => {
    const { transposeA, transposeB } = attrs as unknown as MatMulAttrs;
    const { a, b: right } = inputs as { a: TensorInfo; b: TensorInfo };
    if ((!transposeA && !transposeB) || a.shape.length !== 3 || a.shape[0] !== 1 || right.shape[0] !== 1)
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

/** Readies the WASM backend for training and evaluation; call once before any tensor is made. */
export async function startTensorFlow(): Promise<void> {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'),
  );
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(`${folder}/dist/`);
  if (!(await setBackend('wasm'))) throw new Error('TensorFlow.js could not start its WASM backend.');
  await ready();
  if (!getKernel('UnsortedSegmentSum', 'wasm'))
    registerKernel({ kernelName: 'UnsortedSegmentSum', backendName: 'wasm', kernelFunc: unsortedSegmentSum });
  const stock = getKernel('BatchMatMul', 'wasm');
  if (!stock) throw new Error('TensorFlow.js WASM has no matrix product.');
  unregisterKernel('BatchMatMul', 'wasm');
  registerKernel({ ...stock, kernelFunc: fastMatMul(stock.kernelFunc) });
}
