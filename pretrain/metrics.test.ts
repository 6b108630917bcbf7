import { describe, expect, it } from 'vitest';
import { f1, ndcg } from '../src/model/metrics';
import { measure } from './metrics';

describe('ranking metrics, against values worked out by hand', () => {
  it('NDCG discounts by the logarithm of the place', () => {
    // Relevant at places 1 and 3 of 3: (1 + 1/2) / (1 + 1/log2 3)
    expect(ndcg([1, 0, 1], 2, 5)).toBeCloseTo(1.5 / (1 + 1 / Math.log2(3)), 12);
  });

  it('NDCG is 1 when the best k are in front, though more are relevant', () => {
    expect(ndcg([1, 1, 0, 1], 3, 2)).toBe(1);
  });

  it('F1 divides by what could be shown', () => {
    // Three candidates, one of two relevant in the first two: precision 1/2, recall 1/2
    expect(f1([1, 0, 1], 2, 2)).toBeCloseTo(0.5, 12);
    // k past the list: precision 2/3, recall 1
    expect(f1([1, 0, 1], 2, 10)).toBeCloseTo(0.8, 12);
  });
});

describe('measure', () => {
  const test = { users: [0, 0, 1, 1, 2], items: [0, 1, 0, 1, 0], ratings: [5, 2, 4, 3, 1] };

  it('takes errors over all rows and ranking over users with a relevant item', () => {
    const predicted = [4, 3, 3, 3.5, 1];
    const row = measure('m', test, predicted, predicted, 4);
    expect(row.mae).toBeCloseTo((1 + 1 + 1 + 0.5 + 0) / 5, 12);
    expect(row.rmse).toBeCloseTo(Math.sqrt((1 + 1 + 1 + 0.25) / 5), 12);
    // User 0 ranks right (1), user 1 wrong (1/log2 3), user 2 has nothing relevant.
    expect(row['ndcg@5']).toBeCloseTo((1 + 1 / Math.log2(3)) / 2, 12);
    expect(row.n).toBe(5);
  });

  it('leaves errors out for a model that only ranks', () => {
    const row = measure('popularity', test, null, [2, 1, 2, 1, 2], 4);
    expect([row.mae, row.rmse]).toEqual([null, null]);
    expect(row['ndcg@10']).toBe(1);
  });
});
