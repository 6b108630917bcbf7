import { expect, it } from 'vitest';
import { gapsIn } from './negation';
import { tokenize } from './tokens';
import { tonesOf, unitsOf } from './tones';

const WORDS = 'a lovely aroma but not smoky at all it is far too bitter'.split(' ');
const lookUp = new Map(WORDS.map((word, k) => [word, k + 2]));

/** The units of a text, in words. */
const read = (text: string, unit: 'sentence' | 'clause') => {
  const tokens = tokenize(text, lookUp, 2);
  const ids = Int32Array.from(tokens, ({ id }) => id);
  const words = tokens.map(({ word }) => word);
  return unitsOf(ids, words, gapsIn(text, tokens), unit).map((some) =>
    Array.from(some, (id) => WORDS[id - 2]).join(' '),
  );
};

it('a sentence ends at a full stop, a clause before a "but" as well; one alone is none', () => {
  const mixed = 'A lovely aroma, but not smoky at all. It is far too bitter!';
  expect(read(mixed, 'sentence')).toEqual(['a lovely aroma but not smoky at all', 'it is far too bitter']);
  expect(read(mixed, 'clause')).toEqual(['a lovely aroma', 'but not smoky at all', 'it is far too bitter']);
  expect(read('A lovely aroma', 'clause')).toEqual([]);
  expect(read('', 'sentence')).toEqual([]);
});

it('a word reads as its sentences do, each mention alike, above or below the mean', () => {
  const units = [Int32Array.of(2, 3), Int32Array.of(3, 3, 4)];
  const config = { tone: { unit: 'sentence', gain: 2 }, meanRating: 3 } as const;
  const tones = tonesOf(units, [3.5, 2], config);
  expect(tones.get(2)).toBeCloseTo(1, 6);
  expect(tones.get(3)).toBeCloseTo((2 * (0.5 - 1 - 1)) / 3, 6);
  expect(tones.get(4)).toBeCloseTo(-2, 6);
  expect(tonesOf([], [], config).size).toBe(0);
  expect(Array.from(tonesOf(units, [3.5, 2], { meanRating: 3 }).values(), Math.abs)).toEqual([0, 0, 0]);
});
