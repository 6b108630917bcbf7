import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTick } from './ticks';

const ticks = (n: number) => Array.from({ length: n }, (_, k) => k).filter((k) => isTick(k, n));

it('names every fifth mark and both ends, by their numbers', () => {
  expect(ticks(1)).toEqual([0]);
  expect(ticks(3)).toEqual([0, 2]);
  expect(ticks(8)).toEqual([0, 7]);
  expect(ticks(20)).toEqual([0, 4, 9, 14, 19]);
  expect(ticks(58).slice(-3)).toEqual([44, 49, 57]);
});

it('leaves room for a date between two of many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 1300 }), (n) => {
      const all = ticks(n);
      for (const [k, at] of all.slice(1).entries()) expect(at - all[k]).toBeGreaterThanOrEqual(4);
      expect(all.at(-1)).toBe(n - 1);
    }),
  );
});
