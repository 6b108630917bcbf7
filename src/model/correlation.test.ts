import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainedBy, meanOf, pearson, spearman, varianceOf } from './correlation';

describe('correlation', () => {
  it('is what one finds by hand', () => {
    // Deviations −1, 0, 1 and −2, 1, 1: products 2 + 0 + 1, squares 2 and 6.
    expect(pearson([1, 2, 3], [0, 3, 3])).toBeCloseTo(3 / Math.sqrt(12), 12);
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(varianceOf([1, 2, 3, 6])).toBeCloseTo((4 + 1 + 0 + 9) / 4, 12);
  });

  it('does not mind shift, scale, or which comes first', () => {
    const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), (a, by) => {
        const b = a.map((value, k) => value * by + (k % 3));
        const r = pearson(a, b);
        fc.pre(r !== null);
        expect(
          pearson(
            b,
            a.map((value) => 3 * value - 7),
          ),
        ).toBeCloseTo(r as number, 9);
        expect(Math.abs(r as number)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('rank correlation', () => {
  it('asks for the order alone', () => {
    expect(spearman([1, 2, 3, 4], [1, 10, 100, 1000])).toBeCloseTo(1, 12);
    expect(spearman([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1, 12);
    // 1 − 6·Σd²/(n(n² − 1)) with d = 0, 1, 1, 0.
    expect(spearman([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(1 - (6 * 2) / (4 * 15), 12);
  });

  it('gives ties their mean rank, and nothing where nothing varies', () => {
    // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: covariance 4.5, variances 4.5 and 5.
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});

describe('the share of variance between groups', () => {
  it('is what one finds by hand', () => {
    // Means 1 and 5 about 3: between 4·4 = 16; within 4·1 = 4.
    const found = explainedBy([0, 2, 4, 6], ['a', 'a', 'b', 'b'], 2);
    expect(found?.share).toBeCloseTo(16 / 20, 12);
    expect(found).toMatchObject({ groups: 2, n: 4 });
    expect(found?.chance).toBeCloseTo(1 / 3, 12);
    expect(found?.adjusted).toBeCloseTo(1 - (0.2 * 3) / 2, 12);
  });

  it('leaves out what is unknown and groups that are too small', () => {
    const values = [0, 2, 4, 6, 99, -99];
    const groups = ['a', 'a', 'b', 'b', 'alone', null];
    expect(explainedBy(values, groups, 2)).toEqual(explainedBy(values.slice(0, 4), groups.slice(0, 4), 2));
    expect(explainedBy(values, groups, 3)).toBeNull();
    expect(explainedBy([1, 1, 1, 1], ['a', 'a', 'b', 'b'], 2)).toBeNull();
    expect(explainedBy([1, 2], ['a', 'a'], 1)).toBeNull();
  });

  it('splits all variance into that between and that within', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.constantFrom('a', 'b', 'c')), {
      minLength: 4,
      maxLength: 30,
    });
    fc.assert(
      fc.property(cases, (rows) => {
        const values = rows.map(([value]) => value);
        const found = explainedBy(
          values,
          rows.map(([, group]) => group),
          1,
        );
        fc.pre(found !== null);
        const within = ['a', 'b', 'c'].reduce((sum, name) => {
          const own = rows.filter(([, group]) => group === name).map(([value]) => value);
          return sum + own.reduce((squares, value) => squares + (value - meanOf(own)) ** 2, 0);
        }, 0);
        expect(found?.share).toBeCloseTo(1 - within / (varianceOf(values) * values.length), 9);
      }),
    );
  });
});
