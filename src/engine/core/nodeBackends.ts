import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { env } from '../../model/tf';
import type { BackendName } from '../start';
import type { BackendHost } from './backends';

/** Backends as Node has them, for tests, benchmarks and evaluation: WASM from the package, and plain JavaScript. */
export const nodeBackends: BackendHost = {
  probeGpu: async () => ({ available: false, why: 'node' }),
  load: async (name: BackendName) => {
    if (name === 'wasm') await loadWasm();
    else if (name === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
    else throw new Error('Node has none');
  },
};

let loaded = false;

async function loadWasm(): Promise<void> {
  if (loaded) return;
  loaded = true;
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  const folder = dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'),
  );
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(`${folder}/dist/`);
}
