import { describe, expect, it } from 'vitest';
import type { RankChange } from '../../engine/api';
import { slopesOf, summaryOf } from './slopes';

const change = (name: string, before: number | null, after: number | null): RankChange => ({
  item: { id: name, name, facts: [], interactions: 1, meanRating: null },
  before,
  after,
  ratingBefore: 4,
  ratingAfter: 4,
});

describe('slopes', () => {
  it('do not call it a rise when the reviewed item leaves its place', () => {
    const slopes = slopesOf([change('a', 1, 1), change('c', 3, 2), change('d', 4, 3), change('b', 2, null)]);
    expect(slopes.map((s) => s.direction)).toEqual(['stayed', 'stayed', 'stayed', 'left']);
    expect(summaryOf(slopes)).toBe(
      'The order stayed as it was; b left the list because it is reviewed now, which is not counted as a rise.',
    );
  });

  it('count what the model moved', () => {
    const slopes = slopesOf([change('b', 2, 1), change('a', 1, 2), change('c', 30, 3)]);
    expect(slopes.map((s) => s.direction)).toEqual(['rose', 'fell', 'rose']);
    expect(summaryOf(slopes)).toBe('Two rose, one fell.');
  });
});
