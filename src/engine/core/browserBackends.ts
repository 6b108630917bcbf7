import { backend } from '../../model/tf';
import { DEVICE_LOST } from '../problem';
import type { BackendName } from '../start';
import type { BackendHost, GpuProbe } from './backends';

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|software/i;

/** Backends as the worker of a page has them; each is its own chunk, loaded only when it is tried. */
export const browserBackends: BackendHost = { probeGpu, load, chosen };

async function probeGpu(): Promise<GpuProbe> {
  const gpu = typeof navigator === 'undefined' ? undefined : navigator.gpu;
  if (!gpu) return { available: false, why: globalThis.isSecureContext ? 'no-gpu' : 'insecure' };
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    // navigator.gpu can exist while there is no adapter.
    if (!adapter) return { available: false, why: 'no-adapter' };
    const { vendor, architecture, device, description, isFallbackAdapter } =
      adapter.info as GPUAdapterInfo & {
        isFallbackAdapter?: boolean;
      };
    const words = description || [vendor, architecture, device].filter(Boolean).join(' ');
    const software =
      isFallbackAdapter === true || SOFTWARE.test([vendor, architecture, device, words].join(' '));
    return { available: true, adapter: words, software };
  } catch (error) {
    return { available: false, why: { problem: error instanceof Error ? error.message : String(error) } };
  }
}

async function load(name: BackendName): Promise<void> {
  if (name === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  else if (name === 'wasm') await (await import('./wasmBackend')).loadWasm();
  else await import('@tensorflow/tfjs-backend-cpu');
}

/** A lost device never comes back in the same worker: end it with an error, so that the page starts another. */
function chosen(name: BackendName): void {
  if (name !== 'webgpu') return;
  const { device } = backend() as unknown as { readonly device: GPUDevice };
  void device.lost.then(({ message }) => {
    setTimeout(() => {
      throw new Error(`${DEVICE_LOST}${message}`);
    });
  });
}
