import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { backend, engine } from '../../model/tf';
import { reasonWords } from '../../views/shared/backendWords';
import { errorWords } from '../../views/shared/problemWords';
import type { EngineError } from '../engineError';
import type { BackendName, SelfCheck } from '../start';
import type { Timer } from '../timeLimit';
import { type BackendHost, backendOrder, type Check, chooseBackend, type GpuProbe, LIMITS } from './backends';

const none: GpuProbe = { available: false, why: 'no-adapter' };
const emulated: GpuProbe = { available: true, adapter: 'SwiftShader', software: true };
const real: GpuProbe = { available: true, adapter: 'Apple M3', software: false };

/** A host on which only the CPU backend starts. */
const host = (gpu: GpuProbe): BackendHost => ({
  probeGpu: async () => gpu,
  load: async (name: BackendName) => {
    if (name !== 'cpu') throw new Error('binary could not be fetched');
  },
});

describe('backendOrder', () => {
  it('ranks an emulated GPU below WASM, unless it is asked for', () => {
    expect(backendOrder(real, null)).toEqual(['webgpu', 'wasm', 'cpu']);
    expect(backendOrder(emulated, null)).toEqual(['wasm', 'webgpu', 'cpu']);
    expect(backendOrder(emulated, 'webgpu')).toEqual(['webgpu', 'wasm', 'cpu']);
    expect(backendOrder(none, 'webgpu')).toEqual(['webgpu', 'wasm', 'cpu']);
  });

  it('leaves the GPU alone when another backend is asked for', () => {
    expect(backendOrder(real, 'cpu')).toEqual(['cpu', 'wasm']);
    expect(backendOrder(real, 'wasm')).toEqual(['wasm', 'cpu']);
  });
});

const checked = (largestError: number): SelfCheck => ({
  largestError,
  parts: { attention: 0, userState: largestError, itemState: 0, ratings: 0, choices: 0 },
  epsilon: 2 ** -23,
});

const passes = (largestError: number): Check => ({
  tolerance: 1e-3,
  measure: async () => checked(largestError),
});

const never = new Promise<never>(() => {});

/** A clock that rings at once for limits that are named, and never for others; it notes what it was set to. */
function clock(rings: readonly number[]): { readonly timer: Timer; readonly set: number[] } {
  const set: number[] = [];
  return {
    set,
    timer: (ring, milliseconds) => {
      set.push(milliseconds);
      // After what answers at once, which is in time.
      if (rings.includes(milliseconds)) setImmediate(ring);
      return () => {};
    },
  };
}

describe('chooseBackend', () => {
  it('falls back with every reason in words', async () => {
    const report = await chooseBackend(host(none), { backend: null }, passes(1e-6));
    expect(report.name).toBe('cpu');
    expect(reasonWords(report)).toBe(
      'WebGPU is not available (no adapter), WASM failed (binary could not be fetched), so plain JavaScript runs',
    );
    expect(report.tried).toEqual([
      { name: 'webgpu', outcome: { is: 'unavailable', why: 'no-adapter' } },
      { name: 'wasm', outcome: { is: 'failed', problem: 'binary could not be fetched' } },
      { name: 'cpu', outcome: { is: 'runs' } },
    ]);
    expect(report.selfCheck).toEqual({ ...checked(1e-6), tolerance: 1e-3 });
  });

  it('refuses a backend that calculates wrongly, and says in what', async () => {
    await expect(
      chooseBackend(host(none), { backend: null }, passes(Number.POSITIVE_INFINITY)),
    ).rejects.toSatisfy((error: EngineError) =>
      /No backend can run.*plain JavaScript calculates wrongly here \(off by Infinity in the state of the person/.test(
        errorWords(error),
      ),
    );
  });

  it('says that a wish was met, and touches no GPU for it', async () => {
    const untouched: BackendHost = {
      ...host(real),
      probeGpu: () => {
        throw new Error('the GPU was touched');
      },
    };
    const report = await chooseBackend(untouched, { backend: 'cpu' }, passes(0));
    expect(report).toMatchObject({ name: 'cpu', asked: true, adapter: null });
    expect(reasonWords(report)).toBe('plain JavaScript was asked for');
    const after = await chooseBackend(untouched, { backend: 'wasm' }, passes(0));
    expect(reasonWords(after)).toBe('WASM failed (binary could not be fetched), so plain JavaScript runs');
  });

  it('runs the next backend when the browser never says which GPU it has', async () => {
    const hanging = { ...host(real), probeGpu: () => never, timer: clock([LIMITS.adapter]).timer };
    const report = await chooseBackend(hanging, { backend: null }, passes(0));
    expect(report.name).toBe('cpu');
    expect(reasonWords(report)).toMatch(
      /^WebGPU did not answer within 5 s, WASM failed .*, so plain JavaScript runs$/,
    );
  });

  it('waits longer for a backend that was asked for by name', async () => {
    const { timer, set } = clock([4 * LIMITS.adapter]);
    const report = await chooseBackend(
      { ...host(real), probeGpu: () => never, timer },
      { backend: 'webgpu' },
      passes(0),
    );
    expect(set[0]).toBe(4 * LIMITS.adapter);
    expect(reasonWords(report)).toMatch(/^WebGPU did not answer within 20 s/);
  });

  it('runs the next backend when the device never comes, and TensorFlow.js waits for it no more', async () => {
    const hanging: BackendHost = {
      probeGpu: async () => real,
      load: async (name) => {
        if (name === 'webgpu') engine().registerBackend('webgpu', () => never);
        else if (name === 'wasm') throw new Error('binary could not be fetched');
      },
      timer: clock([LIMITS.device]).timer,
    };
    const report = await chooseBackend(hanging, { backend: null }, passes(0));
    expect(report.name).toBe('cpu');
    expect(reasonWords(report)).toMatch(/^WebGPU did not start within 10 s, /);
    expect(backend()).toBeDefined();
  });

  it('runs the next backend when the code of one, or its results, never come', async () => {
    const hanging: BackendHost = {
      probeGpu: async () => none,
      load: (name) => (name === 'wasm' ? never : Promise.resolve()),
      timer: clock([LIMITS.load, LIMITS.check]).timer,
    };
    const report = await chooseBackend(hanging, { backend: null }, passes(0));
    expect(reasonWords(report)).toMatch(/WASM could not be loaded within 60 s, so plain JavaScript runs$/);
    await expect(
      chooseBackend(hanging, { backend: null }, { tolerance: 1, measure: (_, timely) => timely(never) }),
    ).rejects.toSatisfy((error: EngineError) =>
      /plain JavaScript gave no result within 30 s/.test(errorWords(error)),
    );
  });

  it('leaves out a backend that has stopped, and says so', async () => {
    const untouched: BackendHost = {
      probeGpu: () => {
        throw new Error('the GPU was touched');
      },
      load: async () => {},
    };
    const report = await chooseBackend(untouched, { backend: null, stopped: ['webgpu', 'wasm'] }, passes(0));
    expect([report.name, reasonWords(report)]).toEqual([
      'cpu',
      'WebGPU stopped, WASM stopped, so plain JavaScript runs',
    ]);
  });
});
