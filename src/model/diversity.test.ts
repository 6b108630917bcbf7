import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDiversity } from './diversity';

const vector = fc
  .array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 3, maxLength: 3 })
  .filter((values) => Math.hypot(...values) > 1e-3)
  .map((values) => Float64Array.from(values));

describe('diversity of a list', () => {
  it('lies within 0 and 2, whatever the order and the lengths of the vectors', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 2, maxLength: 6 }), (vectors) => {
        const items = vectors.map((_, k) => k);
        const value = listDiversity(items, vectors) as number;
        expect(value).toBeGreaterThan(-1e-9);
        expect(value).toBeLessThan(2 + 1e-9);
        expect(listDiversity(items.toReversed(), vectors)).toBeCloseTo(value, 9);
        const longer = vectors.map((one, k) => one.map((x) => x * (k + 2)));
        expect(listDiversity(items, longer)).toBeCloseTo(value, 9);
      }),
    );
  });

  it('is 0 where all are written about alike, and unknown for fewer than two vectors', () => {
    const one = Float64Array.of(1, 2);
    expect(listDiversity([0, 1, 2], [one, one, one])).toBeCloseTo(0, 12);
    expect(listDiversity([0, 1], [one, null])).toBeNull();
    expect(listDiversity([], [one])).toBeNull();
  });
});
