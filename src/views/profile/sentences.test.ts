import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../engine/answers';
import { expectedSentence, placeSentence, sharedSentence } from './sentences';

const prediction = (changes: Partial<Prediction> = {}): Prediction => ({
  ownReview: 'none',
  rating: 4.31,
  raw: 4.31,
  mean: 3.5,
  userBias: 0,
  itemBias: 0,
  dot: 0,
  mlp: 0,
  ...changes,
});
const said = (of: Prediction): string => {
  const { before, after } = expectedSentence({ prediction: of });
  return `${before} 4.31${after}`;
};

describe('the predicted rating beside the profiles', () => {
  it('of a reviewed item is what would be expected without the review', () => {
    expect(said(prediction({ ownReview: 'left-out' }))).toBe(
      'Without this person’s own review of it, the model would expect 4.31.',
    );
    const own = { prediction: prediction({ ownReview: 'left-out' as const }) };
    expect(expectedSentence(own, undefined, true).before).toBe('Without your review, the model would expect');
  });

  it('has no place in a list, and has its sum where the scale cuts it', () => {
    expect(said(prediction())).toBe('Predicted rating 4.31.');
    expect(said(prediction({ rating: 5, raw: 5.23 }))).toContain(
      '(the sum, 5.23, is cut at the end of the scale)',
    );
  });
});

describe('the place in the list', () => {
  const choice = { score: 2.345, times: 1, popularity: 1, states: 1, words: 0.345 };

  it('is that by choice score, and what is reviewed has none', () => {
    expect(placeSentence({ choice, rank: 1204 }, 1990)).toBe(
      'Place 1,204 of 1,990 not yet reviewed, with a choice score of 2.35.',
    );
    expect(placeSentence({ choice, rank: null }, 1990)).toBe('It is reviewed, so the list does not show it.');
  });
});

describe('what two profiles share', () => {
  const word = (word: string, person: number, item: number, value: number) =>
    ({ is: 'word', word, person, item, value }) as const;
  const fruity = word('fruity', 0.3, 0.2, 0.2);
  const smoky = word('smoky', -0.3, 0.01, 0.1);
  const bitter = word('bitter', -0.3, -0.1, 0.2);

  it('speaks for the item where it adds to its choice score, a disliked word as one that there is less of', () => {
    expect(sharedSentence({ shared: [fruity, smoky], reasons: [fruity, smoky] })).toBe(
      'Words that speak for it: fruity, less smoky.',
    );
    expect(sharedSentence({ shared: [], reasons: [bitter, { ...fruity, value: -0.1 }] })).toBe(
      'Words that speak for it: not bitter.',
    );
    expect(sharedSentence({ shared: [fruity], reasons: [] })).toContain('none that speaks for it');
    expect(sharedSentence({ shared: [], reasons: [] })).toBe('The two profiles share no word.');
  });
});
