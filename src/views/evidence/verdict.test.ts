import { expect, it } from 'vitest';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { latestTable, worldTable } from './tables';
import { verdictTitle } from './verdict';

const evidence = syntheticEvidence({ id: 'synthetic', modelHash: '0'.repeat(64) });
const METRIC = 'catalogue/ndcg@10';

it('a table says how DReX stands by its own intervals, not by those of another table', () => {
  const opens = evidence.comparisons.map((one) =>
    one.model === 'ease'
      ? { ...one, difference: { value: -0.019, low: -0.05, high: 0.01 }, worlds: 31 }
      : one,
  );
  const over = worldTable({ ...evidence, worlds: evidence.models, worldComparisons: opens })!;
  expect(verdictTitle(evidence, METRIC, false)).toBe(
    'By NDCG@10 (catalogue), DReX is better than 5 of 8 baselines, not clearly different from 1 and worse than 2',
  );
  expect(verdictTitle(over, METRIC, true, 'All worlds')).toBe(
    'All worlds: by NDCG@10 (catalogue), DReX was better than 5 of 8 baselines, not clearly different from 2 and worse than 1',
  );
  // Without intervals nothing is called better.
  expect(verdictTitle(latestTable(evidence)!, METRIC, false, 'Latest')).toBe(
    'Latest: NDCG@10 (catalogue) of DReX and the baselines',
  );
  expect(worldTable(evidence)).toBeNull();
});
