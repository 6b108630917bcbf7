import { describe, expect, it } from 'vitest';
import { METRICS } from '../src/data/manifest';
import { f1, ndcg } from '../src/model/metrics';
import { measureAll, metricsRow } from './measure-all';

it('fills every metric of the evidence, and leaves errors out for a ranker', () => {
  const test = { users: [0, 0, 1], items: [1, 2, 2], ratings: [5, 2, 4] };
  const candidates = { itemCount: 3, history: { users: [0, 2], items: [0, 1] } };
  const vectors = [Float64Array.of(1, 0), Float64Array.of(0, 1), Float64Array.of(1, 0)];
  const answers = { predicted: [5, 3, 4], scores: [5, 3, 4], scoresOf: () => [1, 3, 2] };
  const measured = measureAll(test, candidates, vectors, answers, 4);
  const { metrics, own, catalogue } = measured;
  expect(Object.keys(metrics).sort()).toEqual([...METRICS].sort());
  expect(metrics.mae).toBeCloseTo(1 / 3, 12);
  expect(metrics.rmse).toBeCloseTo(Math.sqrt(1 / 3), 12);
  expect(metrics['ndcg@10']).toBe(1);
  // User 0: item 1 first of two; user 1: item 2 second of three.
  expect(metrics['catalogue/ndcg@5']).toBeCloseTo((1 + 1 / Math.log2(3)) / 2, 12);
  expect(metrics['catalogue/recall@10']).toBe(1);
  // Of the lists of people with a history, whether or not anything of theirs is held out: users 0 (1, 2) and 2 (2, 0).
  expect(metrics['coverage@10']).toBe(1);
  expect(metrics['overlap@10']).toBe(0.5);
  expect(metrics['diversity@10']).toBeCloseTo((1 + 0) / 2, 12);
  expect([own.length, catalogue.length]).toEqual([2, 2]);

  const row = metricsRow({ id: 'm', label: 'M' }, measured, test);
  expect(row).toEqual({ model: 'm', label: 'M', ...metrics, n: 3 });
  const ranker = measureAll(test, candidates, vectors, { ...answers, predicted: null }, 4);
  expect([ranker.metrics.mae, ranker.metrics.rmse]).toEqual([null, null]);
  expect(ranker.metrics['ndcg@10']).toBe(1);
  const { metrics: apart } = measureAll(test, candidates, vectors, { ...answers, scoresOf: null }, 4);
  for (const [name, value] of Object.entries(apart))
    expect(value === null).toBe(!/^(mae|rmse|ndcg|f1)/.test(name));
});

it('takes errors over all rows and ranking over users with a relevant item', () => {
  const test = { users: [0, 0, 1, 1, 2], items: [0, 1, 0, 1, 0], ratings: [5, 2, 4, 3, 1] };
  const predicted = [4, 3, 3, 3.5, 1];
  const candidates = { itemCount: 2, history: { users: [], items: [] } };
  const answers = { predicted, scores: predicted, scoresOf: () => [1, 2] };
  const { metrics } = measureAll(test, candidates, [null, null], answers, 4);
  expect(metrics.mae).toBeCloseTo((1 + 1 + 1 + 0.5 + 0) / 5, 12);
  expect(metrics.rmse).toBeCloseTo(Math.sqrt((1 + 1 + 1 + 0.25) / 5), 12);
  // User 0 ranks right (1), user 1 wrong (1/log2 3), user 2 has nothing relevant.
  expect(metrics['ndcg@5']).toBeCloseTo((1 + 1 / Math.log2(3)) / 2, 12);
  // Nobody has a history: there are no lists.
  expect([metrics['coverage@10'], metrics['overlap@10']]).toEqual([null, null]);
});

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
