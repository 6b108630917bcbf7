import { describe, expect, it } from 'vitest';
import { meanItemVectors } from '../src/model/diversity';
import { catalogueRankings, coverage, diversity } from './catalogue-rankings';

const log2 = Math.log2;

describe('catalogueRankings, against values worked out by hand', () => {
  // Item 12 is no item of the catalogue; user 1 likes nothing that is held out; user 2 is unknown to the history.
  const test = { users: [0, 0, 1, 2, 0], items: [5, 11, 3, 0, 12], ratings: [4, 5, 2, 4, 5] };
  const catalogue = { itemCount: 12, history: { users: [0, 0, 1], items: [0, 1, 0] } };
  const descending = Array.from({ length: 12 }, (_, item) => 12 - item);

  it('ranks everything but the history, for users with something relevant', () => {
    const [zero, two, ...none] = catalogueRankings(test, catalogue, () => descending, 4);
    expect(none).toEqual([]);
    expect([zero.user, two.user]).toEqual([0, 2]);
    expect([...zero.top]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect([...two.top]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // Relevant for user 0: item 5 at place 4 and item 11 at place 10, of two in the catalogue.
    const ideal = 1 + 1 / log2(3);
    expect(zero['ndcg@5']).toBeCloseTo(1 / log2(5) / ideal, 12);
    expect(zero['ndcg@10']).toBeCloseTo((1 / log2(5) + 1 / log2(11)) / ideal, 12);
    // Precision 1/5, recall 1/2; then precision 2/10, recall 1.
    expect(zero['f1@5']).toBeCloseTo(2 / 7, 12);
    expect(zero['f1@10']).toBeCloseTo(1 / 3, 12);
    expect(two['ndcg@5']).toBe(1);
  });

  it('orders ties by item and takes short catalogues whole', () => {
    const small = { itemCount: 3, history: { users: [0], items: [1] } };
    const one = { users: [0], items: [2], ratings: [5] };
    const [ranking] = catalogueRankings(one, small, () => [1, 9, 1], 4);
    expect([...ranking.top]).toEqual([0, 2]);
    expect(ranking['ndcg@10']).toBeCloseTo(1 / log2(3), 12);
    // Precision over the two candidates.
    expect(ranking['f1@10']).toBeCloseTo(2 / 3, 12);
  });
});

describe('coverage and diversity', () => {
  const lists = [{ top: Int32Array.of(0, 1, 2) }, { top: Int32Array.of(1, 3) }, { top: Int32Array.of(1, 4) }];

  it('coverage is the share of items that anybody is shown', () => {
    expect(coverage(lists, 10)).toBe(0.5);
  });

  it('diversity averages distances within a list, then over users, and skips what has no text', () => {
    const vectors = [[1, 0], [0, 2], [-1, 0], [3, 3], null].map((v) => v && Float64Array.from(v));
    // First list: 1 − cos = 1 (0,1), 2 (0,2), 1 (1,2); second: 1 − 1/√2; third has one vector only.
    expect(diversity(lists, vectors)).toBeCloseTo((4 / 3 + 1 - Math.SQRT1_2) / 2, 12);
    expect(diversity(lists.slice(2), vectors)).toBeNull();
  });

  it('an item vector is the mean of its written reviews', () => {
    const vectors = Float32Array.of(1, 2, 3, 4, 9, 9, 0, 0);
    const means = meanItemVectors({ items: [1, 1, 1, 2], vectors, hasText: [1, 1, 0, 1] }, 3);
    expect(means[0]).toBeNull();
    expect([...means[1]!]).toEqual([2, 3]);
    expect(means[2]).toBeNull();
  });
});
