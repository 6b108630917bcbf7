import { describe, expect, it } from 'vitest';
import type { Prediction, SharedWord } from '../../engine/answers';
import { expectedSentence, sharedSentence } from './sentences';

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
const said = (of: Prediction, rank: number | null): string => {
  const { before, after } = expectedSentence({ prediction: of, rank }, 1990);
  return `${before} 4.31${after}`;
};

describe('the predicted rating beside the profiles', () => {
  it('of a reviewed item is what would be expected without the review', () => {
    expect(said(prediction({ ownReview: 'left-out' }), null)).toBe(
      'Without this person’s own review of it, the model would expect 4.31.',
    );
  });

  it('has its place in the list, and the sum that the list goes by where the scale cuts it', () => {
    expect(said(prediction(), 1204)).toBe('Predicted rating 4.31, number 1,204 of 1,990 not yet reviewed.');
    expect(said(prediction({ rating: 5, raw: 5.23 }), 1)).toContain(
      '(the sum, 5.23, is cut at the end of the scale)',
    );
  });
});

describe('what two profiles share', () => {
  const word = { word: 'fruity' } as SharedWord;

  it('speaks for the item only where both sides like it', () => {
    expect(sharedSentence({ shared: [word], reasons: [word] })).toContain(
      'likes, and others like here: fruity.',
    );
    expect(sharedSentence({ shared: [word], reasons: [] })).toContain('none that is liked on both sides');
    expect(sharedSentence({ shared: [], reasons: [] })).toBe('The two profiles share no word.');
  });
});
