import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayOrder } from '../order';
import type { Review } from '../review';
import { latestOut } from './latest-out';

const review = (user: string, at: Partial<Review>): Review => ({
  user,
  item: 'i',
  rating: 3,
  aspects: {},
  text: '',
  time: null,
  seq: null,
  line: 1,
  ...at,
});

describe('latestOut', () => {
  it('takes the last rated interaction of each user, and the one before', () => {
    const reviews = [
      review('a', { time: 50 }),
      review('a', { time: 20 }),
      review('a', { time: 30 }),
      review('a', { time: 40, rating: null }),
      review('a', { time: 10, rating: null }),
      review('b', { time: 15 }),
      review('b', { time: 60 }),
    ];
    // Replay order by time: a10 b15 a20 a30 a40 a50 b60.
    const found = latestOut(reviews, replayOrder(reviews, 1))!;
    expect([...found.test]).toEqual([5]);
    expect([...found.validation]).toEqual([3]);
    // The unrated a40 lies after the validation row; b has too few rated interactions.
    expect([...found.train]).toEqual([0, 1, 2, 6]);
  });

  it('leaves users without an order of their own in train, and says when nobody has one', () => {
    const unordered = [1, 2, 3].map(() => review('a', {}));
    expect(latestOut(unordered, replayOrder(unordered, 1))).toBeNull();
    const mixed = [...unordered, ...[3, 1, 2].map((seq) => review('b', { seq }))];
    const order = replayOrder(mixed, 1);
    const found = latestOut(mixed, order)!;
    expect(mixed[order[found.test[0]]]).toMatchObject({ user: 'b', seq: 3 });
    expect(mixed[order[found.validation[0]]]).toMatchObject({ user: 'b', seq: 2 });
    expect(found.train.length).toBe(4);
  });

  it('never lets a user’s train rows follow its validation row, nor that its test row', () => {
    const one = fc.record({ user: fc.constantFrom('a', 'b', 'c'), rated: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), fc.nat(9), (list, seed) => {
        const reviews = list.map(({ user, rated }, seq) => review(user, { seq, rating: rated ? 3 : null }));
        const order = replayOrder(reviews, seed);
        const found = latestOut(reviews, order);
        if (!found) return;
        const user = (row: number) => reviews[order[row]].user;
        const all = [...found.train, ...found.validation, ...found.test];
        expect(new Set(all).size).toBe(all.length);
        expect(found.validation.length).toBe(found.test.length);
        for (const row of found.test) {
          const before = [...found.validation].find((v) => user(v) === user(row))!;
          expect(before).toBeLessThan(row);
          for (const kept of found.train) if (user(kept) === user(row)) expect(kept).toBeLessThan(before);
        }
      }),
    );
  });
});
