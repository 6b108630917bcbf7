import { expect, it } from 'vitest';
import { METRICS } from '../src/data/evidence';
import { measureAll } from './measure-all';

it('fills every metric of the evidence, and leaves errors out for a ranker', () => {
  const test = { users: [0, 0, 1], items: [1, 2, 2], ratings: [5, 2, 4] };
  const catalogue = { itemCount: 3, history: { users: [0], items: [0] } };
  const vectors = [Float64Array.of(1, 0), Float64Array.of(0, 1), Float64Array.of(1, 0)];
  const answers = { predicted: [5, 3, 4], scores: [5, 3, 4], scoresOf: () => [1, 3, 2] };
  const { metrics, own, all } = measureAll(test, catalogue, vectors, answers, 4);
  expect(Object.keys(metrics).sort()).toEqual([...METRICS].sort());
  expect(metrics.mae).toBeCloseTo(1 / 3, 12);
  expect(metrics.rmse).toBeCloseTo(Math.sqrt(1 / 3), 12);
  expect(metrics['own/ndcg@10']).toBe(1);
  // User 0: item 1 first of two; user 1: item 2 second of three.
  expect(metrics['all/ndcg@5']).toBeCloseTo((1 + 1 / Math.log2(3)) / 2, 12);
  expect(metrics['coverage@10']).toBe(1);
  // User 0 sees items 1 and 2 (distance 1); user 1 all three (1, 1 and 0).
  expect(metrics['diversity@10']).toBeCloseTo((1 + 2 / 3) / 2, 12);
  expect([own.length, all.length]).toEqual([2, 2]);

  const ranker = measureAll(test, catalogue, vectors, { ...answers, predicted: null }, 4);
  expect([ranker.metrics.mae, ranker.metrics.rmse]).toEqual([null, null]);
});
