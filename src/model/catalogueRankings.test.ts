import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidates, catalogueRankings, topTens } from './catalogueRankings';

const log2 = Math.log2;
const rankingsOf = (
  test: Parameters<typeof catalogueRankings>[0],
  candidates: Candidates,
  scoresOf: (user: number) => ArrayLike<number>,
) => {
  const topOf = topTens(candidates, scoresOf);
  return { topOf, rankings: catalogueRankings(test, candidates.itemCount, topOf, 4) };
};

describe('catalogueRankings, against values worked out by hand', () => {
  // Item 12 is no item of the catalogue; user 1 likes nothing that is held out; user 2 is unknown to the history.
  const test = { users: [0, 0, 1, 2, 0], items: [5, 11, 3, 0, 12], ratings: [4, 5, 2, 4, 5] };
  const candidates = { itemCount: 12, history: { users: [0, 0, 1], items: [0, 1, 0] } };
  const descending = Array.from({ length: 12 }, (_, item) => 12 - item);

  it('ranks everything but the history, for users with something relevant', () => {
    const { topOf, rankings } = rankingsOf(test, candidates, () => descending);
    const [zero, two, ...none] = rankings;
    expect(none).toEqual([]);
    expect([zero.user, two.user]).toEqual([0, 2]);
    expect([...topOf(0)]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect([...topOf(2)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // Relevant for user 0: item 5 at place 4 and item 11 at place 10, of two in the catalogue.
    const ideal = 1 + 1 / log2(3);
    expect(zero['ndcg@5']).toBeCloseTo(1 / log2(5) / ideal, 12);
    expect(zero['ndcg@10']).toBeCloseTo((1 / log2(5) + 1 / log2(11)) / ideal, 12);
    expect(zero['recall@10']).toBe(1);
    // Precision 1/5, recall 1/2; then precision 2/10, recall 1.
    expect(zero['f1@5']).toBeCloseTo(2 / 7, 12);
    expect(zero['f1@10']).toBeCloseTo(1 / 3, 12);
    expect(two['ndcg@5']).toBe(1);
  });

  it('orders ties by item and takes short catalogues whole', () => {
    const small = { itemCount: 3, history: { users: [0], items: [1] } };
    const one = { users: [0], items: [2], ratings: [5] };
    const { topOf, rankings } = rankingsOf(one, small, () => [1, 9, 1]);
    expect([...topOf(0)]).toEqual([0, 2]);
    expect(rankings[0]['ndcg@10']).toBeCloseTo(1 / log2(3), 12);
    // Precision over the two candidates.
    expect(rankings[0]['f1@10']).toBeCloseTo(2 / 3, 12);
  });

  it('counts as found what is in the ten, of all that is relevant', () => {
    const both = { users: [0, 0], items: [2, 11], ratings: [4, 4] };
    const all = { itemCount: 12, history: { users: [], items: [] } };
    expect(rankingsOf(both, all, () => descending).rankings[0]['recall@10']).toBe(0.5);
  });

  it('shows in each of several worlds its own catalogue only', () => {
    const worlds = { users: [0, 1], items: [0, 1, 0, 1, 0] };
    const pooled = { itemCount: 5, history: { users: [0, 1], items: [0, 1] }, worlds };
    const one = { users: [0, 1], items: [4, 3], ratings: [5, 5] };
    const { topOf, rankings } = rankingsOf(one, pooled, () => [9, 8, 7, 6, 5]);
    expect([...topOf(0)]).toEqual([2, 4]);
    expect([...topOf(1)]).toEqual([3]);
    expect(rankings.map((r) => r['recall@10'])).toEqual([1, 1]);
    expect(rankings[1]['ndcg@10']).toBe(1);
  });
});

it('a top ten is the head of a full sort without what one has had', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.array(fc.nat(39), { maxLength: 12 }), (list, items) => {
      const history = { users: items.map(() => 0), items };
      const top = topTens({ itemCount: list.length, history }, () => list)(0);
      const sorted = [...list.keys()].filter((item) => !items.includes(item));
      sorted.sort((a, b) => list[b] - list[a] || a - b);
      expect([...top]).toEqual(sorted.slice(0, 10));
    }),
  );
});
