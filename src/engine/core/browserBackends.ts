import type { BackendName } from '../api';
import type { BackendHost, GpuProbe } from './backends';

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|software/i;

/** Backends as the worker of a page has them; each is its own chunk, loaded only when it is tried. */
export const browserBackends: BackendHost = { probeGpu, load };

async function probeGpu(): Promise<GpuProbe> {
  const gpu = typeof navigator === 'undefined' ? undefined : navigator.gpu;
  if (!gpu) return { available: false, reason: 'this browser has none' };
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    // navigator.gpu can exist while there is no adapter.
    if (!adapter) return { available: false, reason: 'no adapter' };
    const { vendor, architecture, device, description, isFallbackAdapter } =
      adapter.info as GPUAdapterInfo & {
        isFallbackAdapter?: boolean;
      };
    const words =
      description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed adapter';
    const software =
      isFallbackAdapter === true || SOFTWARE.test([vendor, architecture, device, words].join(' '));
    return { available: true, adapter: words, software };
  } catch (error) {
    return { available: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function load(name: BackendName): Promise<void> {
  if (name === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  else if (name === 'wasm') await (await import('./wasmBackend')).loadWasm();
  else await import('@tensorflow/tfjs-backend-cpu');
}
