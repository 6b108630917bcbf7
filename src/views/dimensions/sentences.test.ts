import { describe, expect, it } from 'vitest';
import type { DimensionReport } from '../../engine/questions/dimension';
import { dimensionTitle, tiesOf } from './sentences';

const report = (changes: Partial<DimensionReport>): DimensionReport => ({
  side: 'item',
  d: 7,
  variances: [],
  n: 60,
  mean: 0,
  low: [],
  high: [],
  words: { up: [], down: [], unknown: 0, tried: 0 },
  ratings: [],
  meanRating: { r: 0.81, n: 60 },
  popularity: { r: 0.09, n: 60 },
  fact: null,
  smallestGroup: 5,
  milliseconds: 1,
  ...changes,
});
const style = { label: 'Style', share: 0.5, chance: 0.08, adjusted: 0.46, groups: 6, n: 57 };

describe('what a dimension is said to mean', () => {
  it('is its strongest tie', () => {
    expect(dimensionTitle(report({}), 'teas')).toBe(
      'Dimension 7 of teas follows the mean rating (r = 0.81, n = 60)',
    );
    expect(dimensionTitle(report({ meanRating: { r: -0.6, n: 60 } }), 'teas')).toContain(
      'falls with the mean rating (r = −0.60',
    );
    expect(dimensionTitle(report({ side: 'user', meanRating: { r: 0.4, n: 9 } }), 'people')).toContain(
      'Dimension 7 of people leans on the mean rating, no more',
    );
    const weak = { r: 0.2, n: 60 };
    expect(dimensionTitle(report({ meanRating: weak, fact: style }), 'teas')).toBe(
      'Dimension 7 of teas goes with the style (η² = 0.50 over 6 groups, by chance 0.08; n = 57)',
    );
  });

  it('is nothing where nothing ties it', () => {
    const nothing = report({
      meanRating: { r: 0.01, n: 60 },
      fact: { ...style, share: 0.05, adjusted: -0.05 },
    });
    expect(dimensionTitle(nothing, 'teas')).toBe(
      'Nothing here explains dimension 7 of teas: the strongest link is with the number of reviews (r = 0.09, n = 60)',
    );
    const few = report({ n: 3, meanRating: { r: null, n: 3 }, popularity: { r: null, n: 3 } });
    expect(dimensionTitle(few, 'teas')).toContain('cannot be said of 3 of them');
    expect(tiesOf(few)).toEqual([]);
  });
});
