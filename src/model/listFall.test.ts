import { describe, expect, it } from 'vitest';
import { itemWords, matchesOfOne, personWords, sparseRows } from './keywordMatch';
import { type Asked, fallOf } from './listFall';

const WORDS = 14;
/** Item 0 is spoken of by words 0 to 11, those before it weigh more; each other item by one word that item 0 lacks or shares. */
const said = sparseRows([
  Array.from({ length: 12 }, (_, word) => [word, 12 - word] as const),
  ...Array.from({ length: 8 }, (_, k) => [[10 + (k % 4), 1]] as const),
]);
const items = itemWords(said, Array.from(said.offsets.keys()).slice(0, -1), 9, WORDS);
const own = sparseRows([Array.from({ length: 12 }, (_, word) => [word, 1] as const)]);
const profile = personWords(own, [0], [1], 1, WORDS);
const match = matchesOfOne(profile, 0, items);
const kappa = 4;
const asked = (popularity: number): Asked => ({
  scores: Array.from(match, (m, item) => kappa * m + (item === 0 ? 0 : popularity)),
  open: Array.from(match.keys()),
  said: own,
  deviations: [1],
});
/** The last first. */
const last = (from: Int32Array) => from.toReversed();

describe('the fall of an item without the words that speak for it', () => {
  it('is that of the catalogue ranked anew without them, and is less without others', () => {
    const fall = fallOf(asked(1), 0, items, kappa, last);
    expect(fall?.heaviest).toBeGreaterThan(0);
    expect(fall?.random).toBeLessThan(fall?.heaviest ?? 0);
    // By hand: the profile without its words 0 to 4.
    const left = personWords(
      sparseRows([Array.from({ length: 7 }, (_, k) => [k + 5, 1] as const)]),
      [0],
      [1],
      1,
      WORDS,
    );
    const anew = matchesOfOne(left, 0, items);
    const above = [1, 2, 3, 4, 5, 6, 7, 8].filter((item) => kappa * anew[item] + 1 > kappa * anew[0]);
    const before = [1, 2, 3, 4, 5, 6, 7, 8].filter((item) => kappa * match[item] + 1 > kappa * match[0]);
    expect(fall?.heaviest).toBe(above.length - before.length);
  });

  it('is not asked where too few words are shared, or too few speak for the item', () => {
    expect(fallOf(asked(1), 1, items, kappa, last)).toBeNull();
    const disliked = { ...asked(1), deviations: [-1] };
    expect(fallOf(disliked, 0, items, kappa, last)).toBeNull();
  });
});
