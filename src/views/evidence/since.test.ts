import { expect, it } from 'vitest';
import { figuresSince } from './since';

const now = {
  model: 'drex',
  mae: 0.5973,
  rmse: 0.7598,
  'ndcg@5': 0.9,
  'ndcg@10': 0.9591,
  'f1@5': 0,
  'f1@10': 0,
  n: 89,
};
const state = (test: { mae: number; rmse: number; 'ndcg@10': number | null } | null) => ({
  hash: 'b'.repeat(64),
  change: '',
  test,
});

it('says what a change of the model did to each figure, and what it left alone', () => {
  expect(figuresSince(state({ mae: 0.5957, rmse: 0.7585, 'ndcg@10': 0.95909 }), now)).toBe(
    'On the test part of the model that ships, MAE went from 0.5957 to 0.5973; RMSE went from 0.7585 to 0.7598; NDCG@10 (own items) stayed 0.9591.',
  );
  expect(figuresSince(state({ mae: 0.5973, rmse: 0.7598, 'ndcg@10': null }), now)).toBe(
    'On the test part of the model that ships no figure changed (MAE 0.5973, RMSE 0.7598).',
  );
  expect(figuresSince(state(null), now)).toMatch(/not been measured/);
});
