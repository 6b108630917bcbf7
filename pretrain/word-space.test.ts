import { describe, expect, it } from 'vitest';
import { UNKNOWN_ID } from '../src/model/config';
import type { Prepared } from './prepare';
import { random } from './random';
import { wordSpace } from './word-space';

const FIRST = UNKNOWN_ID + 1;
const E = 2;
const SPREAD = 0.3;
/** Six words of each of two subjects, then one that all reviews have and one that a single review has. */
const SUBJECT = 6;
const [common, rare] = [2 * SUBJECT, 2 * SUBJECT + 1].map((k) => FIRST + k);
const source = random('word space test');
const tokens = Array.from({ length: 80 }, (_, row) => {
  const subject = row % 2;
  const own = Array.from(
    { length: 5 },
    () => FIRST + subject * SUBJECT + Math.floor(source.next() * SUBJECT),
  );
  return Int32Array.from([...own, common, ...(row === 7 ? [rare] : [])]);
});
const data = {
  config: { embedSize: E },
  tokens: [...tokens, new Int32Array(0)],
  split: new Uint8Array(tokens.length + 1),
} as unknown as Prepared;
const start = Float32Array.from({ length: (rare + 1) * E }, (_, k) => k / 1000);
const found = wordSpace(data, start, SPREAD, 1);
const added = (word: number) =>
  Array.from({ length: E }, (_, e) => found[word * E + e] - start[word * E + e]);
const means = tokens.map((ids) =>
  [0, 1].map((e) => ids.reduce((sum, id) => sum + added(id)[e], 0) / ids.length),
);

describe('the space in which word embeddings begin', () => {
  it('gives the mean over the words of a review uncorrelated entries of the deviation asked for', () => {
    const centre = [0, 1].map((e) => means.reduce((sum, m) => sum + m[e], 0) / means.length);
    const product = (a: number, b: number) =>
      means.reduce((sum, m) => sum + (m[a] - centre[a]) * (m[b] - centre[b]), 0) / means.length;
    expect(Math.sqrt(product(0, 0))).toBeCloseTo(SPREAD, 4);
    expect(Math.sqrt(product(1, 1))).toBeCloseTo(SPREAD, 4);
    expect(product(0, 1)).toBeCloseTo(0, 4);
  });

  it('tells reviews of one subject from those of another', () => {
    const along = means.map((m) => m[0]);
    const [one, other] = [0, 1].map((subject) => along.filter((_, row) => row % 2 === subject));
    const apart = Math.min(...one) > Math.max(...other) || Math.max(...one) < Math.min(...other);
    expect(apart).toBe(true);
  });

  it('leaves words alone that nearly all or nearly none of the reviews have', () => {
    for (const word of [common, rare]) expect(added(word)).toEqual([0, 0]);
    expect(found).not.toEqual(start);
  });

  it('is the same for the same seed', () => {
    expect(wordSpace(data, start, SPREAD, 1)).toEqual(found);
  });
});
