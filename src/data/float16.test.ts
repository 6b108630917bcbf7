// biome-ignore lint/style/noRestrictedImports: the decoder returns tensors
import '@tensorflow/tfjs-backend-cpu';
// biome-ignore lint/style/noRestrictedImports: compares with the decoder that the stored format comes from
import { io } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHalves, encodeHalves, fromHalf, toHalf } from './float16';

describe('float16', () => {
  it('every half survives the way to a number and back', () => {
    for (let half = 0; half < 65536; half++) {
      const value = fromHalf(half);
      if (Number.isNaN(value)) continue;
      expect(toHalf(value)).toBe(half);
    }
  });

  it('rounds to the nearest half', () => {
    fc.assert(
      fc.property(fc.float({ min: -65000, max: 65000, noNaN: true }), (x) => {
        const half = toHalf(x);
        const error = Math.abs(fromHalf(half) - x);
        for (const neighbour of [half - 1, half + 1]) {
          const other = fromHalf(neighbour & 0xffff);
          if (Number.isFinite(other) && Math.sign(other) === Math.sign(x))
            expect(error).toBeLessThanOrEqual(Math.abs(other - x));
        }
      }),
    );
  });

  it('settles a tie for the even half, and overflows to infinity', () => {
    for (let half = 0; half + 2 < 0x7c00; half += 2) {
      // Exact in single precision: halves have 11 significant bits, the middle of two has 12.
      expect(toHalf((fromHalf(half) + fromHalf(half + 1)) / 2)).toBe(half);
      expect(toHalf((fromHalf(half + 1) + fromHalf(half + 2)) / 2)).toBe(half + 2);
    }
    expect(toHalf(65519)).toBe(0x7bff);
    expect(toHalf(65520)).toBe(0x7c00);
    expect(toHalf(-1e9)).toBe(0xfc00);
    expect(fromHalf(toHalf(Number.NaN))).toBeNaN();
  });

  it('reads every half as TensorFlow.js does', async () => {
    const bytes = new Uint8Array(Uint16Array.from({ length: 65536 }, (_, half) => half).buffer);
    const decoded = io.decodeWeights(bytes.buffer, [
      { name: 'w', shape: [65536], dtype: 'float32', quantization: { dtype: 'float16' } },
    ]);
    // NaN equals NaN here, and −0 differs from 0.
    expect(decodeHalves(bytes)).toEqual(await decoded.w.data());
  });

  it('arrays keep their order, little-endian', () => {
    expect([...encodeHalves([1, -2])]).toEqual([0x00, 0x3c, 0x00, 0xc0]);
    expect([...decodeHalves(encodeHalves([0.5, -65504, 0]))]).toEqual([0.5, -65504, 0]);
  });
});
