import type { KeywordTable, VocabularyTable } from '../src/data/tables';
import { TOKENISER_REVISION } from '../src/model/revision';
import { wordsOf } from '../src/model/tokens';
import type { Prepared } from './prepare';
import { STOP_WORDS } from './stopwords';

/** A keyword stands in at least this many reviews… */
const MIN_REVIEWS = 10;
/** …and each review stores at most this many of them. */
const MAX_PER_REVIEW = 12;
/** At least three letters or marks, no digit. */
const KEYWORD = /^\p{L}(?:[\p{L}\p{M}\u200c']|\u200d){2,}$/u;

/** In how many reviews each word occurs, and whether it may stand in a profile. */
export function vocabularyTable(data: Prepared): VocabularyTable {
  const reviews = new Int32Array(data.vocabulary.length);
  for (const ids of data.tokens) for (const id of new Set(ids)) reviews[id]++;
  const own = new Set(wordsOf(data.descriptor.stopWords, TOKENISER_REVISION));
  const keyword = Uint8Array.from(data.vocabulary, (word, id) =>
    id > 1 && reviews[id] >= MIN_REVIEWS && KEYWORD.test(word) && !STOP_WORDS.has(word) && !own.has(word)
      ? 1
      : 0,
  );
  return { word: data.vocabulary, reviews, keyword };
}

/**
 * The keywords of every review: the word's share of the effects of the review, over all its places, heaviest first.
 * @param shares of each place of each review, see `word-effects.ts`
 */
export function keywordTable(
  data: Prepared,
  vocabulary: VocabularyTable,
  shares: readonly Float64Array[],
): KeywordTable {
  const interaction: number[] = [];
  const word: number[] = [];
  const weight: number[] = [];
  data.tokens.forEach((ids, row) => {
    const sums = new Map<number, number>();
    ids.forEach((id, place) => {
      if (vocabulary.keyword[id]) sums.set(id, (sums.get(id) ?? 0) + shares[row][place]);
    });
    const heaviest = [...sums].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MAX_PER_REVIEW);
    for (const [id, sum] of heaviest) {
      interaction.push(row);
      word.push(id);
      // Four digits are plenty for a share and halve what the file weighs.
      weight.push(Math.round(sum * 1e4) / 1e4);
    }
  });
  return {
    interaction: Int32Array.from(interaction),
    word: Int32Array.from(word),
    weight: Float32Array.from(weight),
  };
}
