import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barsOf } from './barPath';

/** The ends of the bars by their place, the way up being negative. */
const ends = (path: string): [number, number][] =>
  [...path.matchAll(/M([\d.]+) 0h[\d.]+v(-?[\d.]+)/g)].map(([, x, v]) => [Math.floor(Number(x)), Number(v)]);

it('bars go up above zero and down below, as far as the value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(-2, -1, -0.5, 0, 0.25, 1, 3), { maxLength: 40 }),
      fc.constantFrom(1, 2),
      (values, reach) => {
        const drawn = new Map([...ends(barsOf(values, reach, 1)), ...ends(barsOf(values, reach, -1))]);
        values.forEach((value, k) => {
          const height = Math.max(-1, Math.min(1, value / reach));
          if (value === 0) expect(drawn.has(k)).toBe(false);
          else expect(drawn.get(k)).toBeCloseTo(-height, 3);
        });
      },
    ),
  );
});

it('the smallest bar is seen', () => {
  expect(ends(barsOf([1e-9, -1e-9], 1, 1))).toEqual([[0, -0.04]]);
});
