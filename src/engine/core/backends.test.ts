import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import type { BackendName, SelfCheck } from '../api';
import { type BackendHost, backendOrder, chooseBackend, type GpuProbe } from './backends';

const none: GpuProbe = { available: false, reason: 'no adapter' };
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
    expect(backendOrder(none, 'cpu')).toEqual(['cpu', 'webgpu', 'wasm']);
  });
});

const checked = (largestError: number): SelfCheck => ({
  largestError,
  parts: { attention: 0, userState: largestError, itemState: 0, ratings: 0 },
  epsilon: 2 ** -23,
});

describe('chooseBackend', () => {
  it('falls back with every reason in words', async () => {
    const report = await chooseBackend(host(none), null, 1e-3, async () => checked(1e-6));
    expect(report.name).toBe('cpu');
    expect(report.reason).toBe(
      'WebGPU is not available (no adapter), WASM failed (binary could not be fetched), so plain JavaScript runs',
    );
    expect(report.tried.map((one) => one.name)).toEqual(['webgpu', 'wasm', 'cpu']);
    expect(report.selfCheck).toEqual({ ...checked(1e-6), tolerance: 1e-3 });
  });

  it('refuses a backend that calculates wrongly, and says in what', async () => {
    await expect(
      chooseBackend(host(none), null, 1e-3, async () => checked(Number.POSITIVE_INFINITY)),
    ).rejects.toThrow(
      /No backend can run.*plain JavaScript calculates wrongly here \(off by Infinity in the state of the person/,
    );
  });

  it('says that a wish was met', async () => {
    const report = await chooseBackend(host(real), 'cpu', 1e-3, async () => checked(0));
    expect(report).toMatchObject({ name: 'cpu', reason: 'plain JavaScript was asked for', adapter: null });
  });
});
