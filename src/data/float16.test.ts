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

  it('arrays keep their order, little-endian', () => {
    expect([...encodeHalves([1, -2])]).toEqual([0x00, 0x3c, 0x00, 0xc0]);
    expect([...decodeHalves(encodeHalves([0.5, -65504, 0]))]).toEqual([0.5, -65504, 0]);
  });
});
