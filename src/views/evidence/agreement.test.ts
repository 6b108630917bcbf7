import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../engine/questions/evaluate';
import { agreement, isWhole } from './agreement';

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
