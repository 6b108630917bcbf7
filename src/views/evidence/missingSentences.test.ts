import { expect, it } from 'vitest';
import type { Evidence } from '../../engine/questions/evidence';
import { bandOf, missingReading, noBetterThanNone } from './missingSentences';

type Point = Evidence['missing'][number];
const point = (share: number, mean: number, half?: number, over: Partial<Point> = {}): Point => ({
  modality: 'text',
  when: 'both',
  share,
  rmse: { mean, deviation: 0, values: [mean] },
  ...(half !== undefined && {
    difference: { value: mean - 0.8, low: mean - 0.8 - half, high: mean - 0.8 + half },
    n: 89,
  }),
  ...over,
});

it('draws a band from the interval of the difference, else from the deviation over seeds', () => {
  const { low, high } = bandOf(point(0.5, 0.926, 0.1));
  expect(low).toBeCloseTo(0.826, 12);
  expect(high).toBeCloseTo(1.026, 12);
  const spread = { ...point(0.5, 0.9), rmse: { mean: 0.9, deviation: 0.02, values: [0.88, 0.92] } };
  expect(bandOf(spread)).toEqual({ low: 0.88, high: 0.92 });
});

it('says what a band is, and where there is none', () => {
  expect(missingReading({ missing: [point(0, 0.8), point(0.5, 0.9)] })).toContain(
    'One seed, and no intervals were measured.',
  );
  const some = missingReading({ missing: [point(0, 0.8), point(0.5, 0.9), point(1, 0.88, 0.1)] });
  expect(some).toContain('on the same 89 ratings');
  expect(some).toContain('no interval was measured');
  expect(missingReading({ missing: [point(0, 0.8), point(1, 0.88, 0.1)] })).not.toContain('was measured');
});

it('says where half does no better than none, and what the intervals say of it', () => {
  const said = (half?: number, none?: number, over: Partial<Point> = {}) =>
    noBetterThanNone({ missing: [point(0.5, 0.926, half, over), point(1, 0.88, none, over)] });
  expect(said(0.1, 0.1)).toBe(
    'With 50\u00a0% of the text, in training and in predicting, it does no better than with none: 0.926 and 0.880, which may be chance.',
  );
  expect(said(0.01, 0.01)).toMatch(/0\.880\.$/);
  // Without an interval nobody knows.
  expect(said(0.01)).toContain('may be chance');
  expect(said(0.1, 0.1, { modality: 'rating' })).toBeNull();
  expect(noBetterThanNone({ missing: [point(0.5, 0.85), point(1, 0.88)] })).toBeNull();
});
