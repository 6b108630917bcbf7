import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inverting, invertPositive } from './positive';

const range = (n: number) => Array.from({ length: n }, (_, k) => k);

/** A = M Mᵀ + I, of any size around the four rows that are worked on together. */
const positive = fc.integer({ min: 1, max: 13 }).chain((n) =>
  fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((m) => ({
    n,
    a: Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return range(n).reduce((sum, k) => sum + m[i * n + k] * m[j * n + k], i === j ? 1 : 0);
    }),
  })),
);

it('inverts symmetric positive definite matrices of any size, whatever stands above the diagonal', () => {
  fc.assert(
    fc.property(positive, ({ n, a }) => {
      const lower = a.map((value, at) => (at % n > Math.floor(at / n) ? 9 : value));
      const inverse = invertPositive(lower, n);
      for (const i of range(n))
        for (const j of range(n)) {
          const product = range(n).reduce((sum, k) => sum + a[i * n + k] * inverse[k * n + j], 0);
          expect(product).toBeCloseTo(i === j ? 1 : 0, 7);
          expect(inverse[i * n + j]).toBe(inverse[j * n + i]);
        }
    }),
  );
});

it('tells how much is done, in steps that only grow and end at the whole', () => {
  const n = 30;
  const a = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 2 : 0.01));
  const told = [...inverting(a, n)];
  expect(told.length).toBeGreaterThan(n);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told[0]).toBeGreaterThan(0);
  expect(told.at(-1)).toBe(1);
});
