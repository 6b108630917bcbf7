import { startBackend } from '../../model/testing/backends';
import '../gradients';
import { registerTrainingKernels } from '../wasmKernels';

/** Starts WASM in Node for a test with all that training has in the page, and no more: no chained methods of tensors. */
export async function startTraining(): Promise<void> {
  await startBackend('wasm');
  registerTrainingKernels();
}
