import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanItemVectors } from './diversity';
import { coverage, diversity, overlap } from './lists';

const lists = [Int32Array.of(0, 1, 2), Int32Array.of(1, 3), Int32Array.of(1, 4)];

describe('coverage, overlap and diversity', () => {
  it('coverage is the share of items that anybody is shown', () => {
    expect(coverage(lists, 10)).toBe(0.5);
  });

  it('overlap is what two lists have in common, of the longer one', () => {
    const ten = (from: number) => Int32Array.from({ length: 10 }, (_, k) => from + k);
    expect(overlap([ten(0), ten(0)])).toBe(1);
    expect(overlap([ten(0), ten(7)])).toBeCloseTo(0.3, 12);
    expect(overlap([ten(0), ten(10)])).toBe(0);
    expect(overlap([Int32Array.of(1), ten(0)])).toBeCloseTo(0.1, 12);
    expect(overlap([ten(0)])).toBeNull();
    expect(overlap([])).toBeNull();
  });

  it('overlap draws enough pairs to be the mean over all of them, the same each time', () => {
    const all = Array.from({ length: 30 }, (_, k) =>
      Int32Array.from({ length: 10 }, (__, at) => (k + at * (1 + (k % 5))) % 37),
    );
    let [sum, pairs] = [0, 0];
    all.forEach((a, i) => {
      all.slice(0, i).forEach((b) => {
        sum += [...a].filter((item) => b.includes(item)).length / 10;
        pairs++;
      });
    });
    expect(Math.abs(overlap(all)! - sum / pairs)).toBeLessThan(0.02);
    expect(overlap(all)).toBe(overlap(all));
  });

  it('overlap compares people of one world only', () => {
    const [a, b] = [Int32Array.of(1, 2), Int32Array.of(3, 4)];
    expect(overlap([a, b, a, b], [0, 1, 0, 1])).toBe(1);
    expect(overlap([a, b], [0, 1])).toBeNull();
  });

  it('each lies between 0 and 1', () => {
    const list = fc.uniqueArray(fc.nat(19), { maxLength: 10 }).map((items) => Int32Array.from(items));
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 8 }), (some) => {
        for (const value of [coverage(some, 20), overlap(some) ?? 0]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('diversity averages distances within a list, then over users, and skips what has no text', () => {
    const vectors = [[1, 0], [0, 2], [-1, 0], [3, 3], null].map((v) => v && Float64Array.from(v));
    // First list: 1 − cos = 1 (0,1), 2 (0,2), 1 (1,2); second: 1 − 1/√2; third has one vector only.
    expect(diversity(lists, vectors)).toBeCloseTo((4 / 3 + 1 - Math.SQRT1_2) / 2, 12);
    expect(diversity(lists.slice(2), vectors)).toBeNull();
  });

  it('an item vector is the mean of its written reviews', () => {
    const vectors = Float32Array.of(1, 2, 3, 4, 9, 9, 0, 0);
    const means = meanItemVectors({ items: [1, 1, 1, 2], vectors, hasText: [1, 1, 0, 1] }, 3);
    expect(means[0]).toBeNull();
    expect([...means[1]!]).toEqual([2, 3]);
    expect(means[2]).toBeNull();
  });
});
