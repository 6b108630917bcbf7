/** TensorFlow.js on WASM in Node; its union package registers gradients and chained methods. */
import '@tensorflow/tfjs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { registerTrainingKernels } from '../src/training/wasmKernels';
import { env, ready, setBackend } from './tf';

/** Readies the WASM backend for training and evaluation; call once before any tensor is made. */
export async function startTensorFlow(): Promise<void> {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'),
  );
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(`${folder}/dist/`);
  if (!(await setBackend('wasm'))) throw new Error('TensorFlow.js could not start its WASM backend.');
  await ready();
  registerTrainingKernels();
}
