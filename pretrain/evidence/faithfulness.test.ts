import { describe, expect, it } from 'vitest';
import { spearman } from './faithfulness';

const f = (...values: number[]) => Float64Array.from(values);

describe('rank correlation', () => {
  it('asks for the order alone', () => {
    expect(spearman(f(1, 2, 3, 4), f(1, 10, 100, 1000))).toBeCloseTo(1, 12);
    expect(spearman(f(1, 2, 3, 4), f(4, 3, 2, 1))).toBeCloseTo(-1, 12);
    // 1 − 6·Σd²/(n(n² − 1)) with d = 0, 1, 1, 0.
    expect(spearman(f(1, 2, 3, 4), f(1, 3, 2, 4))).toBeCloseTo(1 - (6 * 2) / (4 * 15), 12);
  });

  it('gives ties their mean rank, and nothing where nothing varies', () => {
    // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: covariance 4.5, variances 4.5 and 5.
    expect(spearman(f(1, 2, 2, 3), f(1, 2, 3, 4))).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
    expect(spearman(f(1, 1, 1), f(1, 2, 3))).toBe(0);
  });
});
