import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logStatistics } from './bias';

const PEOPLE = 4;
const ITEMS = 5;
const damping = fc.record({
  user: fc.constantFrom(0, 1, 8),
  item: fc.constantFrom(0, 1, 8),
  scale: fc.constantFrom(0.01, 1, 10),
  reliability: fc.constantFrom(null, 0.01, 5),
});
const rating = fc.option(
  fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
  { nil: Number.NaN },
);
const log = fc
  .array(fc.tuple(fc.nat(PEOPLE - 1), fc.nat(ITEMS - 1), rating), { maxLength: 40 })
  .map((rows) => ({
    users: rows.map(([user]) => user),
    items: rows.map(([, item]) => item),
    ratings: rows.map(([, , value]) => value),
  }));

describe('a person’s own scale', () => {
  it('is never below 0, whatever the log, the dampings and the number of passes', () => {
    fc.assert(
      fc.property(log, damping, fc.integer({ min: 0, max: 5 }), (given, dampings, passes) => {
        const config = { meanRating: 3, damping: dampings };
        const { users, items } = logStatistics(config, given, PEOPLE, ITEMS, undefined, passes);
        for (const scale of users.scales) expect(scale).toBeGreaterThanOrEqual(0);
        for (const values of [users.biases, users.reliabilities, items.biases, items.support])
          for (const value of values) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not lift what everybody dislikes for somebody who loves some of it and hates what everybody likes', () => {
    // Items 0–9 are disliked by all, 10–19 liked by all; then one person says the opposite of three and of four.
    const [low, high] = [0, 10].map((from) => Array.from({ length: 10 }, (_, k) => from + k));
    const rows = Array.from({ length: 30 }, (_, user) => [
      ...low.map((item) => [user, item, 1.5 + ((user + item) % 3) / 4]),
      ...high.map((item) => [user, item, 4 + ((user * item) % 3) / 4]),
    ]).flat();
    const contrary = 30;
    for (const item of low.slice(0, 3)) rows.push([contrary, item, 5]);
    for (const item of high.slice(0, 4)) rows.push([contrary, item, 0.5]);
    const [users, itemsOf, ratings] = [0, 1, 2].map((k) => rows.map((row) => row[k]));
    const config = { meanRating: 3, damping: { user: 4, item: 1, scale: 2, reliability: 5 } };
    const fitted = logStatistics(config, { users, items: itemsOf, ratings }, 31, 20);
    const base = (item: number) => fitted.users.scales[contrary] * fitted.items.biases[item];
    const best = Math.max(...low.map(base));
    expect(Math.max(...low.map((item) => fitted.items.biases[item]))).toBeLessThan(0);
    for (const item of high) expect(base(item)).toBeGreaterThanOrEqual(best);
    expect(fitted.users.scales[contrary]).toBe(0);
  });
});
