import { describe, expect, it } from 'vitest';
import type { AttendedToken, Prediction } from '../../engine/answers';
import type { Change } from '../../engine/change';
import { differenceTitle, unitsOf } from './sentences';

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

describe('the words of a draft', () => {
  const token = (word: string, denier: number | null = null, keyword = true) =>
    ({ word, denier, keyword, cut: false }) as AttendedToken;
  const shown = (tokens: readonly AttendedToken[]) =>
    unitsOf(tokens).map(({ tokens, denied }) => [tokens.map(({ word }) => word).join(' '), ...denied]);

  it('are one with what denies them, as far as the last keyword that is denied', () => {
    const text = [
      token('lovely'),
      token('not', null, false),
      token('at', 1, false),
      token('all', 1, false),
      token('bitter', 1),
      token('or', 1, false),
      token('smoky', 1),
      token('though', 1, false),
    ];
    expect(shown(text)).toEqual([['lovely'], ['not at all bitter or smoky', 'bitter', 'smoky'], ['though']]);
  });

  it('stand alone where no keyword is denied', () => {
    const text = [token('not', null, false), token('what', 0, false), token('bitter')];
    expect(shown(text)).toEqual([['not'], ['what'], ['bitter']]);
    expect(shown([])).toEqual([]);
  });
});
