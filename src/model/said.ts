import type { SparseRows } from './keywordMatch';

/**
 * What a review says, word by word: m_τ, one signed weight a keyword, at unit length (docs/ARCHITECTURE.md#keyword-weights). Rating
 * and choice score never enter it. The same in training, in the worker and on the page.
 */

/** How often a review affirms each keyword, less how often it denies it; words that come out even are left out. */
export type Mentions = ReadonlyMap<number, number>;

/**
 * @param ids words of the review in their order
 * @param denied whether each of them is negated, as "bitter" is in "not bitter"
 * @param idf of each word of the vocabulary; 0 for words that are no keywords
 */
export function mentionsIn(
  ids: ArrayLike<number>,
  denied: readonly boolean[],
  idf: ArrayLike<number>,
): Mentions {
  const net = new Map<number, number>();
  for (let k = 0; k < ids.length; k++)
    if (idf[ids[k]] > 0) net.set(ids[k], (net.get(ids[k]) ?? 0) + (denied[k] ? -1 : 1));
  for (const [word, count] of net) if (count === 0) net.delete(word);
  return net;
}

/** Weights of the words of a review: ±(1 + ln |mentions|)·idf, at unit length. In the order given. */
export function weightsOf(
  mentions: Iterable<readonly [word: number, count: number]>,
  idf: ArrayLike<number>,
): [word: number, weight: number][] {
  const raw = Array.from(mentions, ([word, count]): [number, number] => [
    word,
    Math.sign(count) * (1 + Math.log(Math.abs(count))) * idf[word],
  ]);
  const norm = Math.hypot(...raw.map(([, weight]) => weight));
  return norm > 0 ? raw.map(([word, weight]) => [word, weight / norm]) : [];
}

/**
 * ln((1 + N) / n) of each word, by n of N reviews that have it; 0 for words that are no keywords.
 * @param counts in how many reviews each word stands
 */
export const idfOf = (counts: ArrayLike<number>, reviews: number, keyword: ArrayLike<number>): Float32Array =>
  Float32Array.from(counts, (n, word) => (keyword[word] && n > 0 ? Math.log((1 + reviews) / n) : 0));

/** Sparse rows of many reviews, from a table of mentions sorted by review. */
export function saidRows(
  rows: number,
  table: {
    readonly interaction: Int32Array;
    readonly word: Int32Array;
    readonly mentions: ArrayLike<number>;
    readonly tone?: Float32Array | undefined;
  },
  idf: ArrayLike<number>,
): SparseRows {
  const { interaction, word, mentions } = table;
  const offsets = new Int32Array(rows + 1);
  for (const row of interaction) offsets[row + 1]++;
  for (let row = 0; row < rows; row++) offsets[row + 1] += offsets[row];
  const weights = new Float32Array(word.length);
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let k = offsets[row]; k < offsets[row + 1]; k++) {
      weights[k] = Math.sign(mentions[k]) * (1 + Math.log(Math.abs(mentions[k]))) * idf[word[k]];
      squares += weights[k] ** 2;
    }
    const norm = Math.sqrt(squares);
    for (let k = offsets[row]; k < offsets[row + 1]; k++) weights[k] = norm > 0 ? weights[k] / norm : 0;
  }
  return { offsets, words: word, weights, tones: table.tone };
}
