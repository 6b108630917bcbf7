import { describe, expect, it } from 'vitest';
import type { Descriptor } from './descriptor';
import { firstOfPool, poolReviews, worldOfPool, worldsOf } from './pooled';
import { DEFAULT_SIZES, prepare } from './prepare';
import type { Review } from './review';

const reviewsOf = (words: string): Review[] =>
  Array.from({ length: 100 }, (_, k) => ({
    user: `u${k % 10}`,
    item: `i${Math.floor(k / 10)}`,
    rating: 1 + (k % 5),
    aspects: {},
    text: words,
    time: k,
    seq: null,
    line: k + 1,
  }));
const descriptor = {
  rating: { label: 'R', min: 1, max: 5, step: 1 },
  aspects: [],
  stopWords: '',
} as unknown as Descriptor;

describe('pooled reviews', () => {
  it('leave the first one as it was, with what the others taught', () => {
    const sizes = { ...DEFAULT_SIZES, minWordCount: 2 };
    const alone = prepare('f', reviewsOf('smoky tea'), descriptor, sizes, 1);
    const joined = prepare(
      'f',
      poolReviews(reviewsOf('smoky tea'), [reviewsOf('floral tea')]),
      descriptor,
      sizes,
      1,
    );
    expect(joined.users).toHaveLength(200);
    expect(joined.userIds).toHaveLength(20);
    const first = firstOfPool(joined);
    expect(first.userIds).toEqual(alone.userIds);
    expect(first.itemIds).toEqual(alone.itemIds);
    expect(first.users).toEqual(alone.users);
    expect(first.split).toEqual(alone.split);
    expect(first.ratings).toEqual(alone.ratings);
    expect(first.vocabulary).toContain('floral');
    expect(first.words[0]).toEqual(['smoky', 'tea']);
    const { users, items } = worldsOf(joined)!;
    expect(Array.from(joined.users).every((user, row) => users[user] === items[joined.items[row]])).toBe(
      true,
    );
    expect([...new Set(Array.from(users))].sort()).toEqual([0, 1]);
    expect(worldsOf(first)).toBeUndefined();
    const second = worldOfPool(joined, 1);
    expect(second.userIds).toEqual(alone.userIds);
    expect(second.users).toEqual(alone.users);
    expect(second.words[0]).toEqual(['floral', 'tea']);
  });
});
