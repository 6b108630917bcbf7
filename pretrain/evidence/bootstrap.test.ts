import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawnIn,
  errorDifference,
  meanInterval,
  quantile,
  rankingDifference,
  rmseInterval,
  totalsByUser,
} from './bootstrap';

const options = { seed: 1 };

describe('bootstrap', () => {
  it('sums rows by user', () => {
    expect([...totalsByUser([7, 3, 7], 2, (row) => [row, 1])]).toEqual([2, 2, 1, 1]);
  });

  it('interpolates quantiles', () => {
    expect(quantile([0, 10, 20], 0.25)).toBe(5);
    expect(quantile([4], 0.975)).toBe(4);
  });

  it('gives the values worked out by hand', () => {
    const test = { users: [0, 0, 1], ratings: [3, 3, 3] };
    // Errors of a: 1, 1, 0; of b: 0, 2, 2.
    expect(errorDifference('mae', test, [4, 4, 3], [3, 5, 1], options).value).toBeCloseTo(2 / 3 - 4 / 3, 12);
    const difference = errorDifference('rmse', test, [4, 4, 3], [3, 5, 1], options);
    expect(difference.value).toBeCloseTo(Math.sqrt(2 / 3) - Math.sqrt(8 / 3), 12);
    // Two users: a resample holds user 0 twice, both, or user 1 twice.
    expect(difference.low).toBeCloseTo(-2, 12);
    expect(difference.high).toBeCloseTo(1 - Math.SQRT2, 12);
  });

  it('weighs a user by its interactions in an error, and by its seeds in a ranking', () => {
    const twice = { users: [0, 1, 0], values: [1, 0, 0.5] };
    expect(meanInterval(twice, options).value).toBeCloseTo(0.5, 12);
    const interval = meanInterval(twice, options);
    expect([interval.low, interval.high]).toEqual([0, 0.75]);
  });

  it('draws whole worlds where people stand in them, the same for both models', () => {
    const worldOf = [7, 7, 7, 9];
    const worlds = { ...options, clusterOf: (user: number) => worldOf[user] };
    const users = [0, 1, 2, 3];
    // World 7 has 3 people and a sum of 1.5, world 9 one person with 0: drawn twice, 0.5 or 0; once each, 1.5/4.
    const values = [1, 0.5, 0, 0];
    expect(meanInterval({ users, values }, worlds)).toEqual({ value: 0.375, low: 0, high: 0.5 });
    // People by themselves reach further.
    expect(meanInterval({ users, values }, options).high).toBeGreaterThan(0.5);
    const other = { users, values: [0.5, 0, 0, 0.5] };
    // Differences: 1 over three people of world 7, −0.5 over one of world 9.
    const { value, low, high } = rankingDifference({ users, values }, other, worlds);
    expect([value, low]).toEqual([0.125, -0.5]);
    expect(high).toBeCloseTo(1 / 3, 12);
    const rated = { users, ratings: [3, 3, 3, 3] };
    // Off by 1, 1, 1 and 2: within world 7 an RMSE of 1, in world 9 of 2.
    const rmse = rmseInterval(rated, [4, 2, 4, 1], worlds);
    expect([rmse.low, rmse.high]).toEqual([1, 2]);
    expect(rmse.value).toBeCloseTo(Math.sqrt(7 / 4), 12);
    const difference = errorDifference('mae', rated, [4, 2, 4, 1], [3, 3, 3, 3], worlds);
    expect(difference).toEqual({ value: 1.25, low: 1, high: 2 });
    expect([drawnIn(users, worlds), drawnIn(users, options)]).toEqual([2, 4]);
  });

  it('finds about the interval that the normal law gives', () => {
    const users = Array.from({ length: 400 }, (_, k) => k);
    const values = users.map((k) => k % 2);
    const { low, high } = meanInterval({ users, values }, options);
    expect(low).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
    expect(high).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
  });

  it('refuses to pair different users', () => {
    const a = { users: [0, 1], values: [1, 1] };
    expect(() => rankingDifference(a, { users: [1, 0], values: [1, 1] }, options)).toThrow('same users');
  });
});

describe('properties', () => {
  const rating = fc.double({ min: 1, max: 5, noNaN: true });
  const row = fc.record({ user: fc.nat(4), truth: rating, a: rating, b: rating });
  const rows = fc.array(row, { minLength: 1, maxLength: 30 });
  const few = { seed: 3, draws: 50 };

  it('a model does not differ from itself, and a difference changes sign with its sides', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('mae' as const, 'rmse' as const), (list, metric) => {
        const test = { users: list.map((r) => r.user), ratings: list.map((r) => r.truth) };
        const a = list.map((r) => r.a);
        const b = list.map((r) => r.b);
        expect(errorDifference(metric, test, a, a, few)).toEqual({ value: 0, low: 0, high: 0 });
        const one = errorDifference(metric, test, a, b, few);
        const other = errorDifference(metric, test, b, a, few);
        expect(one.value).toBeCloseTo(-other.value, 9);
        expect(one.low).toBeCloseTo(-other.high, 9);
      }),
    );
  });

  it('an interval is ordered, stays within the errors of single users, and repeats with its seed', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const test = { users: list.map((r) => r.user), ratings: list.map((r) => r.truth) };
        const predicted = list.map((r) => r.a);
        const found = rmseInterval(test, predicted, few);
        const worst = Math.max(...list.map((r) => Math.abs(r.a - r.truth)));
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.low).toBeLessThanOrEqual(found.high);
        expect(found.high).toBeLessThanOrEqual(worst + 1e-9);
        expect(rmseInterval(test, predicted, few)).toEqual(found);
      }),
    );
  });
});
