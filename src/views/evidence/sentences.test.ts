import { describe, expect, it } from 'vitest';
import type { Interval } from '../../engine/questions/evidence';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { METRICS, outcomeOf } from './metrics';
import {
  changesOf,
  changesTitle,
  coldTitle,
  faithfulTitle,
  latestTitle,
  missingSentence,
  missingTitle,
  reasonsSentence,
} from './sentences';

const evidence = syntheticEvidence({ id: 'synthetic', modelHash: '0'.repeat(64) });
const interval = (low: number, high: number): Interval => ({ value: (low + high) / 2, low, high });

it('says why nothing is said of how good the model is, with as much of a hash as one compares', () => {
  expect(missingSentence({ is: 'absent' })).toBe('No evidence comes with this data set.');
  expect(missingSentence({ is: 'outdated' })).toBe(
    'The evidence beside this data set is of an earlier form, whose figures were measured in another way.',
  );
  expect(missingSentence({ is: 'of-other-set', id: 'films' })).toContain('another one, “films”');
  expect(missingSentence({ is: 'of-other-model', measured: 'f'.repeat(64), ships: 'a'.repeat(64) })).toBe(
    'The evidence was measured with another model (ffffffffffff) than the one that ships (aaaaaaaaaaaa).',
  );
});

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

  it('say who is first by the latest interactions, also where it is another', () => {
    const row = (label: string, family: 'drex' | 'baseline', ndcg: number, rmse: number | null) => {
      const mean = (value: number) => ({ mean: value, deviation: 0, values: [value] });
      const [shipped] = evidence.models;
      const metrics = {
        ...shipped.metrics,
        'catalogue/ndcg@10': mean(ndcg),
        rmse: rmse === null ? null : mean(rmse),
      };
      return { ...shipped, id: label, label, family, metrics };
    };
    const rows = [row('DReX', 'drex', 0.0478, 0.6128), row('bias', 'baseline', 0.02, 0.6262)];
    expect(latestTitle([...rows, row('EASE', 'baseline', 0.0498, null)])).toBe(
      'Predicting each person’s latest interaction: by NDCG@10 (catalogue), EASE is first with 0.0498 and DReX has 0.0478; by RMSE, DReX is first with 0.6128',
    );
    expect(latestTitle([])).toBe('Predicting each person’s latest interaction');
  });

  it('say what the numbers say', () => {
    expect(coldTitle(evidence)).toBe(
      'Known by 5 interactions instead of 0, a person is predicted with an error of 0.581 instead of 0.690',
    );
    expect(missingTitle(evidence)).toBe(
      'RMSE changes by +0.072 without all overall ratings, by +0.016 without all aspect ratings, by +0.016 without all text; no interval was measured, so it may be chance',
    );
    const measured = evidence.missing.map((one) => ({
      ...one,
      ...(one.share === 1 && {
        difference: one.modality === 'text' ? interval(-0.01, 0.04) : interval(0.01, 0.1),
      }),
    }));
    expect(missingTitle({ ...evidence, missing: measured })).toBe(
      'RMSE changes by +0.072 without all overall ratings, by +0.016 without all aspect ratings, by +0.016 without all text (may be chance)',
    );
    const level = evidence.coldStart.map((one) => ({ ...one, rmse: interval(0.5, 0.8) }));
    expect(coldTitle({ ...evidence, coldStart: level })).toMatch(/, which may be chance$/);
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
    expect(reasonsSentence({ ...faithfulness, list, planted: null })).toBe(
      'Without its five reasons a pick falls 6 places; without five other words, 0.5.',
    );
    expect(
      reasonsSentence({ ...faithfulness, list: { ...list, random: interval(3, 5) }, planted: null }),
    ).toMatch(/without five other words, 4, which cannot be told apart\.$/);
    expect(reasonsSentence({ ...faithfulness, list: undefined })).toBeNull();
  });
});
