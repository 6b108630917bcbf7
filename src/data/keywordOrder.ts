import type { KeywordTable, VocabularyTable } from './tables';

/**
 * The order in which packed reviews name their keywords: what most reviews have comes first. Told by how far each lies behind the
 * one before it, words pack a third smaller than by their ids.
 */
export function keywordOrder({ keyword, reviews }: Pick<VocabularyTable, 'keyword' | 'reviews'>): {
  /** Id of the word at each place. */
  readonly words: Int32Array;
  /** Place of each word. */
  readonly places: Int32Array;
} {
  const words = Int32Array.from(keyword.keys()).sort(
    (a, b) => keyword[b] - keyword[a] || reviews[b] - reviews[a] || a - b,
  );
  const places = new Int32Array(words.length);
  words.forEach((word, place) => {
    places[word] = place;
  });
  return { words, places };
}

/** A table with the keywords of each interaction in that order. */
export function inOrder(
  table: KeywordTable,
  { places }: Pick<ReturnType<typeof keywordOrder>, 'places'>,
): KeywordTable {
  const { interaction, word, mentions, tone } = table;
  const rows = Array.from(word.keys()).sort(
    (a, b) => interaction[a] - interaction[b] || places[word[a]] - places[word[b]],
  );
  return {
    interaction: Int32Array.from(rows, (row) => interaction[row]),
    word: Int32Array.from(rows, (row) => word[row]),
    mentions: Int32Array.from(rows, (row) => mentions[row]),
    tone: tone && Float32Array.from(rows, (row) => tone[row]),
  };
}

/** How many places each keyword of a table in order lies behind the one before it; of the first of an interaction, its place. */
export const gapsOf = (
  { interaction, word }: KeywordTable,
  { places }: Pick<ReturnType<typeof keywordOrder>, 'places'>,
): Int32Array =>
  Int32Array.from(word, (id, k) =>
    k > 0 && interaction[k] === interaction[k - 1] ? places[id] - places[word[k - 1]] : places[id],
  );
