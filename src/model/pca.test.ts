import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { principalAxes, project, symmetricEigen } from './pca';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, k) => sum + value * b[k], 0);

/** Rows [n, D] of unequal spread along each dimension, turned by nothing. */
const rowsOf = (n: number, D: number) =>
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * D, maxLength: n * D });

describe('eigenvectors of a symmetric matrix', () => {
  it('are those of a matrix worked out by hand', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values].sort()).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
    const most = vectors[values[0] > values[1] ? 0 : 1];
    expect(Math.abs(most[0])).toBeCloseTo(Math.SQRT1_2, 12);
    expect(most[0]).toBeCloseTo(most[1], 12);
  });
});

describe('principal axes', () => {
  it('find a known covariance', () => {
    // Points on a cross, three times as wide along (3, 4)/5 as along (−4, 3)/5.
    const wide = [3 / 5, 4 / 5];
    const narrow = [-4 / 5, 3 / 5];
    const rows = [
      ...[3, -3].flatMap((t) => wide.map((x) => 10 + t * x)),
      ...[1, -1].flatMap((t) => narrow.map((x) => 10 + t * x)),
    ];
    const axes = principalAxes(rows, 2, 2);
    expect([...axes.mean]).toEqual([expect.closeTo(10, 12), expect.closeTo(10, 12)]);
    expect([...axes.directions[0]]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)]);
    expect(axes.shares[0]).toBeCloseTo(0.9, 12);
    expect(axes.shares[1]).toBeCloseTo(0.1, 12);
    expect(project(axes, rows)).toEqual([expect.closeTo(3, 12), expect.closeTo(0, 12)]);
  });

  it('are orthonormal, hold all the variance, and keep every distance', () => {
    fc.assert(
      fc.property(rowsOf(12, 4), (rows) => {
        const axes = principalAxes(rows, 4, 4);
        for (const [a, x] of axes.directions.entries())
          for (const [b, y] of axes.directions.entries()) expect(dot(x, y)).toBeCloseTo(a === b ? 1 : 0, 9);
        const points = Array.from({ length: 12 }, (_, row) => project(axes, rows, row * 4));
        const spread = (all: number[][]) =>
          all[0].map((_, k) => {
            const mean = all.reduce((sum, one) => sum + one[k], 0) / all.length;
            return all.reduce((sum, one) => sum + (one[k] - mean) ** 2, 0) / (all.length - 1);
          });
        const own = Array.from({ length: 12 }, (_, row) => rows.slice(row * 4, row * 4 + 4));
        const total = spread(own).reduce((sum, one) => sum + one, 0);
        spread(points).forEach((variance, k) => {
          expect(variance).toBeCloseTo(axes.shares[k] * total, 8);
        });
        const distance = (a: number[], b: number[]) => Math.hypot(...a.map((value, k) => value - b[k]));
        expect(distance(points[0], points[7])).toBeCloseTo(distance(own[0], own[7]), 8);
      }),
    );
  });

  it('do not flip with the sign of the data', () => {
    fc.assert(
      fc.property(rowsOf(9, 3), (rows) => {
        const mirrored = principalAxes(
          rows.map((value) => -value),
          3,
          3,
        );
        principalAxes(rows, 3, 3).directions.forEach((direction, k) => {
          for (let d = 0; d < 3; d++) expect(direction[d]).toBeCloseTo(mirrored.directions[k][d], 6);
          const largest = direction.reduce(
            (most, value) => (Math.abs(value) > Math.abs(most) ? value : most),
            0,
          );
          expect(largest).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('say nothing of rows that are all alike', () => {
    expect(principalAxes([1, 2, 1, 2], 2, 2).shares).toEqual([0, 0]);
  });
});
