import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../engine/questions/evaluate';
import type { Evidence, Interval, MetricName } from '../../engine/questions/evidence';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { agreement, isWhole } from './agreement';
import { headline } from './headline';
import { METRICS, outcomeOf } from './metrics';
import { changesOf, changesTitle, coldTitle, faithfulTitle, listSentence, missingTitle } from './sentences';

const evidence = syntheticEvidence({ id: 'synthetic', modelHash: '0'.repeat(64) });
const interval = (low: number, high: number): Interval => ({ value: (low + high) / 2, low, high });

/** Evidence with a few baselines, each with its interval of DReX − other in each metric. */
function compared(intervals: Partial<Record<MetricName, readonly Interval[]>>): Evidence {
  const names = ['Bias', 'Neighbours', 'Factors', 'Mean'];
  const longest = Math.max(...Object.values(intervals).map((list) => list.length));
  return {
    ...evidence,
    models: [
      evidence.models[0],
      ...names.slice(0, longest).map((label) => ({ ...evidence.models[1], id: label, label })),
    ],
    comparisons: Object.entries(intervals).flatMap(([metric, list]) =>
      list.map((difference, k) => ({
        model: names[k],
        metric: metric as MetricName,
        difference,
        n: 9,
      })),
    ),
  };
}

describe('an interval', () => {
  it('decides only when it leaves zero out, and by the direction of the metric', () => {
    expect(outcomeOf(interval(-0.02, -0.01), METRICS.rmse)).toBe('better');
    expect(outcomeOf(interval(-0.02, -0.01), METRICS['ndcg@10'])).toBe('worse');
    expect(outcomeOf(interval(0.01, 0.02), METRICS['ndcg@10'])).toBe('better');
    expect(outcomeOf(interval(-0.01, 0.02), METRICS.rmse)).toBe('open');
    expect(outcomeOf(interval(-0.01, 0), METRICS.rmse)).toBe('open');
    expect(outcomeOf(interval(0.01, 0.02), METRICS['coverage@10'])).toBe('open');
  });
});

describe('the headline', () => {
  const [good, bad, open] = [interval(-0.02, -0.01), interval(0.01, 0.02), interval(-0.01, 0.01)];

  it('joins metrics of one verdict and names what stays open', () => {
    expect(headline(compared({ rmse: [good, good], mae: [good, good], 'ndcg@10': [open, bad] }))).toEqual([
      'DReX predicts better than all 2 baselines in RMSE and MAE.',
      'In NDCG@10 (own items) DReX ranks better than 1 of 2 baselines; the interval of the difference to Bias includes zero.',
    ]);
  });

  it('says where baselines are better, and never that DReX is', () => {
    expect(
      headline(compared({ rmse: [bad, open, open], 'catalogue/ndcg@10': [good, good, good, good] })),
    ).toEqual([
      'In NDCG@10 (catalogue) 4 baselines are better.',
      'In RMSE the intervals of the differences to Neighbours and Factors include zero; Bias is better.',
    ]);
  });

  it('counts only those that can be compared, and says so', () => {
    expect(headline(evidence).slice(0, 2)).toEqual([
      'In NDCG@10 (catalogue) DReX ranks better than 4 of 6 baselines; the interval of the difference to Popularity includes zero; Item neighbours is better.',
      'DReX predicts better than all 5 baselines that predict ratings in RMSE and MAE.',
    ]);
  });

  it('claims nothing without intervals', () => {
    expect(headline({ ...evidence, comparisons: [] })).toEqual([
      'DReX was not compared with any baseline here.',
    ]);
  });
});

describe('titles', () => {
  it('turn the sign of the comparison round for changes of the model', () => {
    const ablations = changesOf(evidence, 'ablation');
    expect(ablations[0].row.label).toBe('Users only');
    expect(ablations[0].difference).toBeCloseTo(0.0181, 6);
    expect(ablations[0].interval?.low).toBeCloseTo(0.016, 6);
    const unknown = changesOf({ ...evidence, comparisons: [] }, 'ablation');
    expect(unknown.every((one) => one.interval === null)).toBe(true);
    expect(unknown[0].difference).toBeCloseTo(0.0181, 6);
    expect(changesTitle(ablations, changesOf(evidence, 'trial'))).toBe(
      'Four of 4 ablations raise the error with an interval above zero; one of 3 trials is part of the model',
    );
    expect(changesTitle(ablations.slice(0, 1), [])).toBe(
      'With Users only the error rises, with an interval above zero',
    );
    const harmless = ablations.map((one) => ({ ...one, interval: { value: 0, low: -1, high: 1 } }));
    expect(changesTitle(harmless, [])).toBe(
      'None of 4 ablations raises the error with an interval above zero',
    );
  });

  it('say what the numbers say', () => {
    expect(coldTitle(evidence)).toBe(
      'Known by 5 interactions instead of 0, a person is predicted with an error of 0.581 instead of 0.690',
    );
    expect(missingTitle(evidence)).toBe(
      'Losing all overall ratings costs 0.072, all aspect ratings costs 0.016, all text costs 0.016 of RMSE',
    );
    expect(missingTitle({ ...evidence, missing: [] })).toBe('What the loss of a modality does to the error');
    const faithfulness = evidence.faithfulness!;
    expect(faithfulTitle(faithfulness)).toMatch(
      /by attention moves the prediction by 0\.107 stars, random words/,
    );
    const vague = faithfulness.methods.map((one) => ({
      ...one,
      comprehensiveness: [{ words: 5, change: interval(0, 0.2) }],
    }));
    expect(faithfulTitle({ ...faithfulness, methods: vague })).toContain('the intervals overlap');
    const list = { words: 5, people: 51, heaviest: interval(4, 8), random: interval(0, 1) };
    expect(listSentence(list)).toMatch(
      /51 people, the five keywords .* falls by 6 places; with .* at random, by 0\.5\.$/,
    );
  });
});

describe('agreement', () => {
  const STORED = {
    mae: 0.4,
    rmse: 0.5,
    ndcg10: null,
    catalogueNdcg10: 0.07,
    catalogueRecall10: null,
    coverage10: 0.2,
    overlap10: 0.2,
  };
  const run = (rmse: number, over: Partial<Evaluation> = {}): Evaluation => ({
    request: { text: true, rating: true, aspects: true },
    mae: 0.4,
    rmse,
    ndcg10: 0.9,
    catalogueNdcg10: 0.07,
    catalogueRecall10: 0.1,
    coverage10: 0.2,
    overlap10: null,
    n: 9,
    relevant: 4,
    milliseconds: 1,
    stored: STORED,
    ...over,
  });

  it('holds to rounding and no further', () => {
    expect(agreement(run(0.50000002), false)).toMatch(/agrees .* the largest difference is 2\.0e−8$/);
    expect(agreement(run(0.5), false)).toMatch(/to the last digit/);
    expect(agreement(run(0.501), false)).toMatch(/differs .* by up to 0\.00100/);
    expect(agreement(run(Number.NaN), false)).toMatch(/differs/);
    expect(agreement(run(0.5, { stored: null }), false)).toMatch(/stores no figures/);
  });

  it('lets a few items of all lists change places, and no more', () => {
    const of = (stored: Partial<typeof STORED>) =>
      agreement(run(0.5, { stored: { ...STORED, ...stored } }), false);
    expect(of({ coverage10: 0.2007 })).toMatch(/to the last digit/);
    expect(of({ catalogueNdcg10: 0.05 })).toMatch(/differs .* by up to 0\.02000/);
  });

  it('is asked of whole histories only', () => {
    expect(isWhole(run(0.5), true)).toBe(true);
    const part = run(0.5, { request: { text: true, rating: true, aspects: false } });
    expect([isWhole(part, true), isWhole(part, false)]).toEqual([false, true]);
  });
});
