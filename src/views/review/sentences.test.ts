import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../engine/answers';
import type { Change } from '../../engine/change';
import { differenceTitle } from './sentences';

const prediction = (rating: number): Prediction => ({
  ownReview: 'none',
  rating,
  raw: rating,
  mean: 3.5,
  userBias: 0,
  itemBias: 0,
  dot: 0,
  mlp: 0,
});
const of = (before: number, after: number, places: readonly (readonly [number, number])[]) =>
  differenceTitle(
    {
      prediction: { before: prediction(before), after: prediction(after) },
      ranks: places.map(([placeBefore, placeAfter]) => ({
        placeBefore,
        placeAfter,
      })) as unknown as Change['ranks'],
    },
    2,
  );

describe('what a review did, in a sentence', () => {
  it('names both ratings as they stand elsewhere, and who is new at the top', () => {
    expect(
      of(4.306, 3.944, [
        [1, 1],
        [7, 2],
        [2, 3],
      ]),
    ).toBe('This review lowered the predicted rating from 4.31 to 3.94; one of the first two is new');
    expect(
      of(3, 3.5, [
        [2, 1],
        [1, 2],
      ]),
    ).toBe(
      'This review raised the predicted rating from 3.00 to 3.50; the first two are the same in another order',
    );
  });

  it('does not call a change what no digit shows', () => {
    expect(
      of(4.3501, 4.3499, [
        [1, 1],
        [2, 2],
      ]),
    ).toBe('This review left the predicted rating at 4.35; the first two stay as they were');
  });
});
