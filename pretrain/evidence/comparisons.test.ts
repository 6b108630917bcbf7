import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome';
import { main, outcome, put } from '../testing/made-results';
import { assemble } from './assemble';
import type { MainResult, UnitResult } from './results';

describe('intervals of a table', () => {
  it('has intervals over worlds of every model whose people were kept, and none from one world alone', () => {
    const form: UnitResult = {
      kind: 'form',
      seed: 1,
      outcome: outcome('no-text', 'ablation', 0.2),
      worlds: outcome('no-text', 'ablation', 0.4),
    };
    const bare = (id: string, error: number): Outcome => ({
      ...outcome(id, 'baseline', error),
      predicted: null,
      own: [],
      catalogue: [],
    });
    const { users, ratings } = main(1, 0, 0);
    const over = (worlds: number[]): MainResult => ({
      ...main(1, 0.1, 0.5),
      worlds: [outcome('drex', 'drex', 0.3), outcome('bias', 'baseline', 0.5), bare('ease', 0.6)],
      ofWorlds: { users, ratings, worlds },
    });
    const evidence = put(over([0, 1]), form);
    const found = (model: string, metric: string) =>
      evidence.worldComparisons?.find((one) => one.model === model && one.metric === metric);
    // Every row of a model is off by the same, so that all worlds say the same.
    expect(found('bias', 'rmse')).toEqual({
      model: 'bias',
      metric: 'rmse',
      difference: { value: -0.2, low: -0.2, high: -0.2 },
      n: 4,
      worlds: 2,
    });
    expect(found('no-text', 'catalogue/ndcg@10')).toMatchObject({ n: 2, worlds: 2 });
    expect(found('no-text', 'catalogue/ndcg@10')?.difference.value).toBe(0.1);
    const rows = Object.fromEntries((evidence.worlds ?? []).map(({ id, intervals }) => [id, intervals]));
    expect(rows.drex?.rmse).toEqual({ value: 0.3, low: 0.3, high: 0.3 });
    expect(rows.drex?.mae?.value).toBe(0.3);
    expect(rows['no-text']?.['catalogue/recall@10']?.value).toBe(1);
    // Of which the means alone were kept there is no more than they are.
    expect(rows.ease).toBeUndefined();
    expect(evidence.worldComparisons?.some(({ model }) => model === 'ease')).toBe(false);

    const alone = put(over([0, 0]), form);
    expect([alone.worldComparisons, alone.worlds?.some(({ intervals }) => intervals)]).toEqual([[], false]);
    const { ofWorlds, ...older } = over([0, 1]);
    const means = { ...older, worlds: [bare('drex', 0.3), bare('bias', 0.5)] };
    expect(put(means, form).worldComparisons).toEqual([]);
    expect(put(means, form).worlds).toHaveLength(3);
    expect(put(main(1, 0.1, 0.5)).worldComparisons).toBeUndefined();
    // What is measured again elsewhere keeps what it was measured with.
    const kept = assemble('teas', 'npm run evidence', 4, [over([0, 1])], evidence);
    expect(kept).toEqual({ ...evidence, dataset: 'teas' });
  });

  it('has intervals over people of the latest interactions, of errors where it is known whose they are', () => {
    const outcomes = [outcome('drex', 'drex', 0.1), outcome('bias', 'baseline', 0.3)];
    const latest = (more: object): UnitResult => ({ kind: 'latest-out', seed: 1, outcomes, ...more });
    const of = (result: UnitResult) =>
      put(main(1, 0.1, 0.5), result).latestComparisons?.map(({ metric, n, difference }) => [
        metric,
        n,
        difference.value,
      ]);
    const { users, ratings } = main(1, 0, 0);
    expect(of(latest({ users, ratings }))).toEqual([
      ['rmse', 4, -0.2],
      ['mae', 4, -0.2],
      ['catalogue/ndcg@10', 2, 0.2],
    ]);
    expect(of(latest({}))).toEqual([['catalogue/ndcg@10', 2, 0.2]]);
  });
});
