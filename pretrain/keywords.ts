import type { VocabularyTable } from '../src/data/tables';
import { TOKENISER_REVISION } from '../src/model/revision';
import { wordsOf } from '../src/model/tokens';
import { STOP_WORDS } from './stopwords';

/** A keyword stands in at least this many reviews. */
const MIN_REVIEWS = 10;
/** At least three letters or marks, no digit. */
const KEYWORD = /^\p{L}(?:[\p{L}\p{M}\u200c']|\u200d){2,}$/u;

/** Prepared data as far as their words go. */
export interface Readable {
  readonly vocabulary: string[];
  readonly tokens: readonly Int32Array[];
  readonly descriptor: { readonly stopWords: string };
}

/** In how many reviews each word occurs, and whether it may stand in a profile. */
export function vocabularyTable(data: Readable): Omit<VocabularyTable, 'idf'> {
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
