import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { env } from '../../model/tf';

let done = false;

/** Registers WASM with the binary of this build, single-threaded. */
export async function loadWasm(): Promise<void> {
  if (done) return;
  done = true;
  // Threads break once minified on a cross-origin-isolated page, and gain nothing on two cores.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  // Every browser that runs module workers has SIMD; where it is missing the start fails and the next backend runs.
  setWasmPaths({
    'tfjs-backend-wasm.wasm': simdUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
}
