import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome';
import { HASH, main, outcome, put } from '../testing/made-results';
import { assemble } from './assemble';
import type { UnitResult } from './results';

const INTERVAL = { value: 0.1, low: 0, high: 0.2 };

const compared = (evidence: ReturnType<typeof put>, model: string, metric: string) =>
  evidence.comparisons.find((one) => one.model === model && one.metric === metric)?.difference;

describe('the evidence of a set', () => {
  it('gives mean and sample deviation over the seeds, and each seed', () => {
    const { models, modelHash } = put(main(2, 0.3, 0.5), main(1, 0.1, 0.5));
    expect(modelHash).toBe(HASH);
    expect(models[0].seeds).toEqual([1, 2]);
    const rmse = models[0].metrics.rmse;
    expect(rmse?.values).toEqual([0.1, 0.3]);
    expect(rmse?.mean).toBeCloseTo(0.2, 12);
    expect(rmse?.deviation).toBeCloseTo(Math.SQRT2 / 10, 12);
  });

  it('compares by paired differences, an ablation on its own seeds alone', () => {
    const ablation: UnitResult = {
      kind: 'form',
      seed: 1,
      outcome: outcome('dot', 'ablation', 0.2),
      worlds: null,
    };
    const evidence = put(main(1, 0.1, 0.5), main(2, 0.3, 0.5), ablation);
    // √((0.1² + 0.3²)/2) − 0.5 over both seeds; 0.1 − 0.2 on the first.
    expect(compared(evidence, 'bias', 'rmse')?.value).toBeCloseTo(Math.sqrt(0.05) - 0.5, 6);
    expect(compared(evidence, 'bias', 'mae')?.value).toBeCloseTo(0.2 - 0.5, 6);
    expect(compared(evidence, 'dot', 'rmse')?.value).toBeCloseTo(-0.1, 6);
    expect(compared(evidence, 'bias', 'ndcg@10')?.value).toBeCloseTo(0.3, 6);
  });

  it('puts forms beside the models over all planted worlds, and without worlds has no such rows', () => {
    const form = (worlds: Outcome | null): UnitResult => ({
      kind: 'form',
      seed: 1,
      outcome: outcome('no-text', 'ablation', 0.2),
      worlds,
    });
    const ofWorlds = { ...main(1, 0.1, 0.5), worlds: [outcome('drex', 'drex', 0.3)] };
    const rows = put(ofWorlds, form(outcome('no-text', 'ablation', 0.4))).worlds;
    expect(rows?.map(({ id, metrics }) => [id, metrics.rmse?.mean])).toEqual([
      ['drex', 0.3],
      ['no-text', 0.4],
    ]);
    expect(put(ofWorlds, form(null)).worlds).toHaveLength(1);
    expect(put(main(1, 0.1, 0.5), form(null)).worlds).toBeNull();
  });

  it('draws the curves of one figure from the same seeds', () => {
    const trained: UnitResult = {
      kind: 'missing',
      seed: 1,
      points: [{ modality: 'text', when: 'training', share: 0.5, rmse: 0.4 }],
    };
    const means = (results: UnitResult[]) =>
      put(...results).missing.map((p) => [p.when, p.share, Number(p.rmse.mean.toFixed(6))]);
    const mains = [main(1, 0.1, 0.5), main(2, 0.3, 0.5)];
    expect(means(mains)).toEqual([
      ['inference', 0, 0.2],
      ['inference', 0.5, 0.3],
    ]);
    expect(means([...mains, trained])).toEqual([
      ['both', 0, 0.1],
      ['inference', 0, 0.1],
      ['inference', 0.5, 0.2],
      ['training', 0, 0.1],
      ['training', 0.5, 0.4],
    ]);
    // An ablation is the end of the curve of its modality.
    const without: UnitResult = {
      kind: 'form',
      seed: 1,
      outcome: outcome('no-text', 'ablation', 0.7),
      worlds: null,
    };
    expect(means([...mains, trained, without])).toContainEqual(['both', 1, 0.7]);
  });

  it('leaves out what one held-out item each cannot measure', () => {
    const latest: UnitResult = { kind: 'latest-out', seed: 1, outcomes: [outcome('drex', 'drex', 0.1)] };
    const [row] = put(main(1, 0.1, 0.5), latest).latestOut ?? [];
    expect(row.metrics['ndcg@10']).toBeNull();
    expect(row.metrics.rmse?.mean).toBe(0.1);
  });

  it('takes a table where nothing more was measured, and says so of the rest', () => {
    const { kind, missing, coldStart, shortHistories, faithfulness, ordered, ...measured } = main(
      1,
      0.1,
      0.5,
    );
    const table: UnitResult = { kind: 'table', ...measured };
    const evidence = put(table, main(2, 0.3, 0.5));
    expect(evidence.modelHash).toBe(HASH);
    expect(evidence.models[0].metrics['catalogue/ndcg@10']?.values).toEqual([0.1, 0.3]);
    expect(compared(evidence, 'bias', 'catalogue/ndcg@10')?.value).toBeCloseTo(0.3, 6);
    expect(evidence.coldStart).toEqual([]);
    expect(evidence.faithfulness).toBeNull();
    expect(evidence.behaviours).toBeNull();
    // What the rest of the work found is of the same model.
    const row = {
      known: 1,
      model: 'drex',
      n: 9,
      'catalogue/ndcg@10': INTERVAL,
      'catalogue/recall@10': INTERVAL,
    };
    const rest = { missing, coldStart, shortHistories: [row], faithfulness, ordered };
    const details: UnitResult = { kind: 'details', seed: 1, modelHash: HASH, ...rest };
    expect(put(table, details).shortHistories).toEqual([row]);
    // What was measured whole stands before its table.
    expect(put(table, main(1, 0.2, 0.5)).models[0].metrics.rmse?.values).toEqual([0.2]);
  });

  it('pools what simulated people found over the seeds, group by group', () => {
    const asked = (seed: number, values: number[]): UnitResult => ({
      kind: 'behaviours',
      seed,
      modelHash: seed === 1 ? HASH : null,
      models: [
        {
          model: 'drex',
          findings: [
            {
              behaviour: 'listening',
              variant: 'loved, 1 review, text and rating',
              measure: 'share of the list',
              cases: values.map((value, of) => ({ of, value, passed: value > 0.1, chance: 0.1 })),
            },
          ],
        },
      ],
    });
    const rows = put(main(1, 0.1, 0.5), asked(2, [0.2, 0]), asked(1, [0.6, 0.4])).behaviours ?? [];
    const [drex] = rows;
    expect(drex).toMatchObject({ model: 'drex', chance: 0.1, n: 4, seeds: 2 });
    expect(drex.value.value).toBeCloseTo(0.3, 12);
    expect(drex.passed.value).toBe(0.75);
    // Two groups, each with the cases of both seeds.
    expect(drex.value.low).toBeCloseTo(0.2, 12);
    expect(drex.value.high).toBeCloseTo(0.4, 12);
    expect(rows.filter(({ model }) => model === 'rule').map(({ variant }) => variant)).toEqual([
      'books, denied',
      'books, plain',
    ]);
  });

  it('is not written before the weights that ship have been measured', () => {
    expect(() => put(main(2, 0.1, 0.5))).toThrow(/first seed/);
  });

  it('keeps what lies there of the same model and was not measured anew', () => {
    const form = (id: string): UnitResult => ({
      kind: 'form',
      seed: 1,
      outcome: outcome(id, 'ablation', 0.4),
      worlds: null,
    });
    const earlier = put(main(1, 0.1, 0.5), main(2, 0.3, 0.5), form('no-text'));
    const latest: UnitResult = { kind: 'latest-out', seed: 1, outcomes: [outcome('drex', 'drex', 0.2)] };
    const add = (...results: UnitResult[]) => assemble('beers', 'npm run evidence', 4, results, earlier);

    // Only what is new was measured here.
    const added = add(latest);
    expect(added.latestOut?.[0].metrics.rmse?.mean).toBe(0.2);
    const { latestComparisons, ...others } = added;
    expect(latestComparisons).toEqual([]);
    expect({ ...others, latestOut: null }).toEqual(earlier);

    // A form more; the rows of two seeds stay with their comparisons.
    const more = add(main(1, 0.1, 0.5), form('pooled'));
    expect(more.models.map(({ id, seeds }) => [id, seeds.length])).toEqual([
      ['drex', 2],
      ['bias', 2],
      ['no-text', 1],
      ['pooled', 1],
    ]);
    for (const id of ['bias', 'no-text'])
      expect(compared(more, id, 'rmse')).toEqual(compared(earlier, id, 'rmse'));
    expect(compared(more, 'pooled', 'rmse')).toBeDefined();

    // A curve that is measured later ends in the ablation that was measured before.
    const bare = put(main(1, 0.1, 0.5), form('no-text'));
    const details: UnitResult = { ...main(1, 0.1, 0.5), kind: 'details' };
    const drawn = assemble('beers', 'npm run evidence', 4, [details], { ...bare, missing: [] });
    expect(drawn.missing.map(({ when, share }) => `${when} ${share}`)).toEqual([
      'both 0',
      'both 1',
      'inference 0',
      'inference 0.5',
      'training 0',
    ]);
    expect(drawn.missing[1].difference?.value).toBeCloseTo(0.4 - 0.1, 6);

    // Of another model nothing is kept.
    const other = assemble('beers', 'npm run evidence', 4, [main(1, 0.1, 0.5)], {
      ...earlier,
      modelHash: 'b'.repeat(64),
    });
    expect(other.models.map(({ id }) => id)).toEqual(['drex', 'bias']);
  });
});
