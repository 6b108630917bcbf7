import {
  type ItemWords,
  matchesOfOne,
  personWords,
  type SparseRows,
  sparseRows,
  wordsIn,
} from './keywordMatch';

/**
 * Whether the words that a reason names are those that an item stands on the list for: how many places it falls where they are
 * taken out of the person’s keyword profile, as if no review had said them. The states stay.
 */

/** Words that are taken out together, words that must be shared, so that others could be drawn, and places of the list. */
export const MASKED = 5;
export const SHARED = 10;
export const LIST = 10;

/** What the choice scores of one person stand on. */
export interface Asked {
  /** Of all items, and those that the person has not had. */
  readonly scores: ArrayLike<number>;
  readonly open: ArrayLike<number>;
  /** What each review of the person says, and how far above the own level each lies. */
  readonly said: SparseRows;
  readonly deviations: ArrayLike<number>;
}

/** What an item stands on the list for. */
export interface Standing {
  /** Of each word that person and item share what it adds to ⟨k_u, k_i⟩·‖k̂_i − mean‖, the largest first. */
  readonly terms: readonly { readonly word: number; readonly value: number }[];
  /** Items above it. */
  readonly above: number;
  /** How many places it falls without some words; less than 0 where it rises. */
  fall(masked: ArrayLike<number>): number;
}

/** Null where too few words are shared, or speak for the item. */
export function standingOf(
  { scores, open, said, deviations }: Asked,
  item: number,
  words: ItemWords,
  kappa: number,
): Standing | null {
  const size = words.mean.length;
  const profileOf = (rows: SparseRows) =>
    personWords(rows, new Uint8Array(deviations.length), deviations, 1, size);
  const whole = profileOf(said);
  const spoken = new Map(wordsIn(words.unit, item).map(({ word, weight }) => [word, weight]));
  const terms = wordsIn(whole, 0)
    .filter(({ word }) => spoken.has(word))
    .map(({ word, weight }) => ({ word, value: weight * (spoken.get(word)! - words.mean[word]) }))
    .sort((a, b) => b.value - a.value || a.word - b.word);
  if (terms.length < SHARED || terms[MASKED - 1].value <= 0) return null;
  const match = matchesOfOne(whole, 0, words);
  const place = (score: (one: number) => number): number => {
    const own = score(item);
    let above = 0;
    for (let k = 0; k < open.length; k++) above += Number(score(open[k]) > own);
    return above;
  };
  const above = place((one) => scores[one]);
  return {
    terms,
    above,
    fall(masked) {
      const gone = new Set(Array.from(masked));
      const rows = Array.from(deviations, (_, row) =>
        wordsIn(said, row)
          .filter(({ word }) => !gone.has(word))
          .map(({ word, weight, tone }) => [word, weight, tone] as const),
      );
      const left = matchesOfOne(profileOf(sparseRows(rows)), 0, words);
      return place((one) => scores[one] + kappa * (left[one] - match[one])) - above;
    },
  };
}

/** How many places an item falls without the words that speak most for it, and without others; null as {@link standingOf}. */
export function fallOf(
  asked: Asked,
  item: number,
  words: ItemWords,
  kappa: number,
  draw: (from: Int32Array) => Int32Array,
): { readonly heaviest: number; readonly random: number } | null {
  const standing = standingOf(asked, item, words, kappa);
  if (!standing) return null;
  const all = Int32Array.from(standing.terms, ({ word }) => word);
  return {
    heaviest: standing.fall(all.subarray(0, MASKED)),
    random: standing.fall(draw(all).subarray(0, MASKED)),
  };
}
