import { expect, it } from 'vitest';
import { choiceSentence } from './sentences';

const choice = (score: number) => ({ score, times: 1, popularity: 0, states: score, words: 0 });
const said = (scores: [number, number], [before, after]: [number | null, number | null]) =>
  choiceSentence({
    choice: { before: choice(scores[0]), after: choice(scores[1]) },
    rank: { before, after },
  });

it('tells what would become of choice score and place, had an interaction not happened', () => {
  expect(said([2.1, 2.5], [9, 4])).toBe('Its choice score would be 2.10, not 2.50, its place 9, not 4.');
  expect(said([2.1, 2.5], [4, 4])).toBe('Its choice score would be 2.10, not 2.50, its place still 4.');
  expect(said([2.1, 2.1004], [4, 4])).toBe('Its choice score would be 2.10, as it is, its place still 4.');
  // Of the review of the item itself.
  expect(said([2.1, 2.5], [3, null])).toBe(
    'Its choice score would be 2.10, not 2.50, its place 3; as it is, it is reviewed and has none.',
  );
  expect(said([2.1, 2.5], [null, null])).toBe('Its choice score would be 2.10, not 2.50.');
});
