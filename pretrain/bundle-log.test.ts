import { expect, it } from 'vitest';
import { atHand, type Bundle } from '../src/data/bundle';
import { bundleHistory, matchTest } from './bundle-log';
import type { Review } from './review';

const bundle = {
  users: { id: ['a', 'b'] },
  items: { id: ['i', 'j'] },
  interactions: {
    user: Int32Array.of(0, 1, 1),
    item: Int32Array.of(0, 0, 1),
    rating: Float64Array.of(5, 4, Number.NaN),
    hasText: Uint8Array.of(1, 0, 1),
  },
  vocabulary: { word: ['', '?', 'smoky', 'sweet'] },
  keywords: { interaction: Int32Array.of(0, 0, 2), word: Int32Array.of(3, 2, 3) },
  prose: null,
  tokeniser: 2,
  textVectors: atHand(new Float32Array(3)),
} as unknown as Bundle;

const review = (user: string, item: string, rating: number | null): Review => ({
  user,
  item,
  rating,
  aspects: {},
  text: '',
  time: null,
  seq: null,
  line: 1,
});

it('gives each person whom the bundle does not know a row, and leaves out what it has or what has no rating', () => {
  const found = matchTest(bundle, [
    review('x', 'j', 5),
    review('a', 'j', 4),
    review('y', 'k', 3),
    review('x', 'i', 2),
    review('a', 'i', 1),
    review('z', 'i', null),
  ]);
  expect([...found.users]).toEqual([2, 0, 3, 2]);
  expect([...found.items]).toEqual([1, 1, 2, 0]);
  expect([...found.ratings]).toEqual([5, 4, 3, 2]);
  expect(found).toMatchObject({ unrated: 1, inLog: 1, unknownUsers: 2, unknownItems: 1 });
});

it('reads the words of a review from its text, or from the keywords where no text ships', () => {
  expect(bundleHistory(bundle).words.map((ids) => Array.from(ids))).toEqual([[3, 2], [], [3]]);
  const now = { texts: ['Sweet, so sweet!', '', 'no more smoky'], times: null, notes: null };
  const told = { ...bundle, prose: atHand(now) };
  expect(bundleHistory(told).words.map((ids) => Array.from(ids))).toEqual([[3, 3], [], [2]]);
});
