import { describe, expect, it } from 'vitest';
import { replayOrder } from './order';
import { hash32 } from './random';
import type { Review } from './review';
import { splitOf } from './split';

describe('splitOf', () => {
  it('hashes like an independent FNV-1a with murmur3 mixing', () => {
    // Computed in Python from the published definitions.
    expect(hash32('')).toBe(2872998923);
    expect(hash32('1:u1:é')).toBe(335349381);
  });

  it('deals about 80/10/10 and differently for another seed', () => {
    const count = { train: 0, validation: 0, test: 0 };
    let moved = 0;
    for (let k = 0; k < 20000; k++) {
      const split = splitOf(1, `u${k % 200}`, `i${k}`);
      count[split]++;
      if (split !== splitOf(2, `u${k % 200}`, `i${k}`)) moved++;
    }
    expect(count.train / 20000).toBeCloseTo(0.8, 1);
    expect(count.test / 20000).toBeCloseTo(0.1, 1);
    expect(moved).toBeGreaterThan(4000);
  });
});

describe('replayOrder', () => {
  const review = (user: string, seq: number | null, time: number | null = null): Review => ({
    user,
    item: String(Math.random()),
    rating: 3,
    aspects: {},
    text: '',
    time,
    seq,
    line: 1,
  });

  it('respects each user’s own order and depends on the seed alone', () => {
    const reviews = [review('a', 2), review('b', 1), review('a', 1), review('b', 0), review('a', 3)];
    const order = [...replayOrder(reviews, 7)];
    expect(order.filter((r) => reviews[r].user === 'a')).toEqual([2, 0, 4]);
    expect(order.filter((r) => reviews[r].user === 'b')).toEqual([3, 1]);
    expect([...replayOrder(reviews, 7)]).toEqual(order);
  });

  it('follows time where every interaction has one', () => {
    expect([
      ...replayOrder([review('a', null, 30), review('b', null, 10), review('a', null, 20)], 1),
    ]).toEqual([1, 2, 0]);
  });
});
