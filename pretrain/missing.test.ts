import { describe, expect, it } from 'vitest';
import { removeShare, withoutModalities, withoutTargets } from './missing';
import type { Prepared } from './prepare';
import { saidFrom } from './said-words';
import { withSentences } from './sentences';

const N = 400;
const data = {
  userIds: Array.from({ length: 20 }, (_, k) => `u${k}`),
  itemIds: Array.from({ length: 20 }, (_, k) => `i${k}`),
  users: Int32Array.from({ length: N }, (_, k) => k % 20),
  items: Int32Array.from({ length: N }, (_, k) => Math.floor(k / 20)),
  ratings: new Float64Array(N).fill(4),
  feedback: Array.from({ length: N }, () => ({ rating: 4, aspects: [3, null] })),
  hasText: new Array(N).fill(true),
  tokens: Array.from({ length: N }, () => Int32Array.of(2, 3)),
  words: Array.from({ length: N }, () => ['a', 'b']),
  texts: new Array(N).fill('A. B.'),
  split: new Uint8Array(N),
  vocabulary: ['', '?', 'a', 'b'],
  config: { maxWords: 9 },
  said: saidFrom(
    Float32Array.of(0, 0, 1, 2),
    Array.from({ length: N }, () => new Map([[2, 1]])),
  ),
} as unknown as Prepared;
const lost = (share: number) =>
  withoutModalities(data, removeShare(data, 'rating', share)).feedback.map((f) => f.rating === null);

describe('missing modalities', () => {
  it('remove about the share that is asked for, and larger shares hold smaller ones', () => {
    const [none, some, most, all] = [0, 0.25, 0.75, 1].map(lost);
    expect(none.filter(Boolean)).toHaveLength(0);
    expect(all.filter(Boolean)).toHaveLength(N);
    const share = some.filter(Boolean).length / N;
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.32);
    some.forEach((gone, row) => {
      if (gone) expect(most[row]).toBe(true);
    });
  });

  it('remove nothing but the modality, and no rating that is predicted', () => {
    const without = withoutModalities(data, removeShare(data, 'text', 1));
    expect(without.hasText).toEqual(new Array(N).fill(false));
    expect(without.tokens.every((t) => t.length === 0)).toBe(true);
    expect(without.feedback).toEqual(data.feedback);
    expect(without.said.mentions.every(({ size }) => size === 0)).toBe(true);
    // Nor does the encoder get their sentences to learn from.
    expect(withSentences(data).tokens).toHaveLength(3 * N);
    expect(withSentences(without).tokens).toHaveLength(N);
    const unrated = withoutModalities(data, removeShare(data, 'rating', 1));
    expect(unrated.ratings).toEqual(data.ratings);
    expect(unrated.feedback[0]).toEqual({ rating: null, aspects: [3, null] });
    expect(withoutTargets(unrated, Int32Array.of(0)).ratings.slice(0, 2)).toEqual(
      Float64Array.of(Number.NaN, 4),
    );
  });
});
