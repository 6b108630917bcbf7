import { describe, expect, it } from 'vitest';
import type { RankChange } from '../../engine/change';
import { columnsOf, slopesOf, summaryOf } from './slopes';

/** An item by its ranks, and by its places among what neither list leaves out. */
const change = (
  name: string,
  [before, after]: readonly [number | null, number | null],
  [placeBefore, placeAfter]: readonly [number | null, number | null] = [before, after],
): RankChange => ({
  item: { id: name, name, facts: [], interactions: 1, meanRating: null },
  before,
  after,
  placeBefore,
  placeAfter,
  choiceBefore: 2,
  choiceAfter: 2,
  ratingBefore: 4,
  ratingAfter: 4,
});

it('columns of slopes hold the place of each, whatever its id: “when”, “__proto__”, “a.b”', () => {
  const slopes = slopesOf([change('when', [1, 2]), change('__proto__', [2, 1]), change('a.b', [30, 3])]);
  expect(columnsOf(slopes, ['then', 'now'], 15)).toEqual([
    { when: 'then', places: [1, 2, 15] },
    { when: 'now', places: [2, 1, 3] },
  ]);
});

describe('slopesOf', () => {
  it('does not count as a rise what the reviewed item left free', () => {
    const reviewed = change('b', [2, null], [null, null]);
    const slopes = slopesOf([change('a', [1, 1]), change('c', [3, 2], [2, 2]), reviewed]);
    expect(slopes.map((s) => s.direction)).toEqual(['stayed', 'stayed', 'left']);
    expect(summaryOf(slopes)).toBe(
      'The order stayed as it was; b left the list because it is reviewed now, which is not counted as a rise.',
    );
  });

  it('counts what really moved', () => {
    const slopes = slopesOf([change('b', [2, 1]), change('a', [1, 2]), change('c', [30, 3])]);
    expect(slopes.map((s) => s.direction)).toEqual(['rose', 'fell', 'rose']);
    expect(summaryOf(slopes)).toBe('Two rose, one fell.');
  });

  it('sets aside what is reviewed on either side of a comparison', () => {
    const slopes = slopesOf([
      change('a', [2, 2], [1, 1]),
      change('b', [null, 1], [null, null]),
      change('c', [1, null], [null, null]),
    ]);
    expect(slopes.map((s) => s.direction)).toEqual(['stayed', 'left', 'left']);
    expect(summaryOf(slopes)).toBe(
      'The order stayed as it was; 2 items reviewed on one side only are not compared.',
    );
  });
});
