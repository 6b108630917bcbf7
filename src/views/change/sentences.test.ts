import { describe, expect, it } from 'vitest';
import type { Change, ItemChange } from '../../engine/change';
import { choiceSentence, ratingAgainst, topSentence } from './sentences';

const item = (scores: [number, number], [before, after]: [number | null, number | null]) =>
  ({
    choice: { before: { score: scores[0] }, after: { score: scores[1] } },
    rank: { before, after },
  }) as ItemChange;

describe('choice score and place of the chosen item', () => {
  it('as they would be, had an interaction not happened', () => {
    const said = (...of: Parameters<typeof item>) => choiceSentence(item(...of), 'would be');
    expect(said([2.1, 2.5], [9, 4])).toBe('Its choice score would be 2.10, not 2.50, its place 9, not 4.');
    expect(said([2.1, 2.1004], [4, 4])).toBe(
      'Its choice score would be 2.10, as it is, its place 4, as it is.',
    );
    // Of the review of the item itself.
    expect(said([2.1, 2.5], [3, null])).toBe(
      'Its choice score would be 2.10, not 2.50, its place 3; otherwise it is reviewed and has none.',
    );
    expect(said([2.1, 2.5], [null, null])).toBe('Its choice score would be 2.10, not 2.50.');
  });

  it('as they are, with an alteration', () => {
    const said = (...of: Parameters<typeof item>) => choiceSentence(item(...of), 'is');
    expect(said([1, 1.25], [9, 4])).toBe('Its choice score is 1.25, not 1.00, its place 4, not 9.');
    expect(said([1, 1], [4, 4])).toBe('Its choice score is 1.00, as before, its place 4, as before.');
    expect(said([1, 1.25], [null, null])).toBe('Its choice score is 1.25, not 1.00.');
  });

  it('with the predicted rating told alike', () => {
    const prediction = { before: { rating: 3.87 }, after: { rating: 3.42 } } as ItemChange['prediction'];
    expect(ratingAgainst({ prediction }, 'is')).toBe('3.42, not 3.87');
    expect(ratingAgainst({ prediction }, 'would be')).toBe('3.87, not 3.42');
  });
});

it('the first of the list: who is new, and a new order told from the same', () => {
  const said = (ranks: [number, number][], how: 'is' | 'would be' = 'is') =>
    topSentence(
      {
        ranks: ranks.map(([before, after]) => ({ before, after, placeBefore: before, placeAfter: after })),
      } as unknown as Change,
      2,
      how,
    );
  const [same, swapped, fresh]: [number, number][][] = [
    [
      [1, 1],
      [2, 2],
    ],
    [
      [2, 1],
      [1, 2],
    ],
    [
      [1, 1],
      [9, 2],
      [2, 7],
    ],
  ];
  expect(said(same)).toBe('The first two of the list are the same.');
  expect(said(swapped)).toBe('The first two of the list are the same, in another order.');
  expect(said(fresh)).toBe('One of the first two of the list is different.');
  expect(said(fresh, 'would be')).toBe('One of the first two of the list would be different.');
});
