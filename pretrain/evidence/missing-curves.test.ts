import { describe, expect, it } from 'vitest';
import { type Evidence, METRICS } from '../../src/data/evidence';
import type { Outcome } from '../outcome';
import { curves, withKeptEnds } from './missing-curves';
import type { Measurements } from './results';

const RATINGS = [4, 3, 5, 2];
const off = (error: number) => RATINGS.map((rating) => rating + error);

const main: Measurements = {
  seed: 1,
  modelHash: null,
  users: [0, 0, 1, 1],
  ratings: RATINGS,
  outcomes: [{ id: 'drex', predicted: off(0.1) } as unknown as Outcome],
  worlds: null,
};
const text = (share: number, rmse: number, predicted?: number[]) => ({
  modality: 'text' as const,
  when: 'inference' as const,
  seed: 1,
  share,
  rmse,
  ...(predicted && { predicted }),
});

describe('curves of missing modalities', () => {
  it('hold each point against nothing removed, on the same ratings, where its predictions were kept', () => {
    const [whole, half, most] = curves([text(0, 0.1), text(0.5, 0.3, off(0.3)), text(0.75, 0.4)], [main]);
    expect(whole.difference).toBeUndefined();
    expect(half.difference?.value).toBeCloseTo(0.2, 12);
    expect(half.difference?.low).toBeCloseTo(0.2, 12);
    expect(half.n).toBe(4);
    expect(most).not.toHaveProperty('difference');
    // Of another seed there is nothing to hold it against.
    expect(curves([{ ...text(0.5, 0.3, off(0.3)), seed: 2 }], [main])[0]).not.toHaveProperty('difference');
  });

  const level = (...values: number[]) => ({ mean: values[0], deviation: 0, values });
  const row = (id: string, family: 'drex' | 'ablation', seeds: number[], ...values: number[]) => ({
    id,
    label: id,
    family,
    settings: '',
    seeds,
    metrics: Object.fromEntries(METRICS.map((name) => [name, level(...values)])),
  });
  const models = [
    row('drex', 'drex', [1, 2], 0.1, 0.3),
    row('no-text', 'ablation', [1], 0.7),
    row('pooled', 'ablation', [1], 0.6),
  ];
  const comparisons: Evidence['comparisons'] = [
    { model: 'no-text', metric: 'rmse', difference: { value: -0.6, low: -0.7, high: -0.4 }, n: 4 },
  ];
  const at = (when: 'inference' | 'both', share: number, rmse: number) => ({
    modality: 'text' as const,
    when,
    share,
    rmse: level(rmse),
  });
  const names = (points: Evidence['missing']) => points.map((p) => `${p.when} ${p.share} ${p.rmse.mean}`);

  it('end in an ablation that was measured earlier', () => {
    const ended = withKeptEnds([at('inference', 0, 0.1), at('inference', 0.5, 0.2)], { models, comparisons });
    expect(names(ended)).toEqual([
      'both 0 0.1',
      'both 1 0.7',
      'inference 0 0.1',
      'inference 0.5 0.2',
      'training 0 0.1',
    ]);
    expect(ended[1]).toMatchObject({ difference: { value: 0.6, low: 0.4, high: 0.7 }, n: 4 });
  });

  it('keep an end that they have, with its interval where there is one now', () => {
    const points = [at('both', 0, 0.1), at('both', 1, 0.7), at('inference', 0, 0.1)];
    const ended = withKeptEnds(points, { models, comparisons });
    expect(names(ended)).toEqual(['both 0 0.1', 'both 1 0.7', 'inference 0 0.1', 'training 0 0.1']);
    expect(ended[1].difference?.value).toBe(0.6);
  });

  it('take no end of other seeds, nor one to a curve that is not there', () => {
    const ofTwo = [{ ...at('inference', 0, 0.2), rmse: level(0.1, 0.3) }];
    expect(withKeptEnds(ofTwo, { models, comparisons })).toEqual(ofTwo);
    expect(withKeptEnds([], { models, comparisons })).toEqual([]);
  });
});
