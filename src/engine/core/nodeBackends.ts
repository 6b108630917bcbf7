import type { BackendName } from '../api';
import type { BackendHost } from './backends';

/** Backends as Node has them, for tests, benchmarks and evaluation: WASM from the package, and plain JavaScript. */
export const nodeBackends: BackendHost = {
  probeGpu: async () => ({ available: false, reason: 'Node has none' }),
  load: async (name: BackendName) => {
    if (name === 'wasm') await import('@tensorflow/tfjs-backend-wasm');
    else if (name === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
    else throw new Error('Node has none');
  },
};
