import type { KeywordTable } from '../src/data/tables';
import type { SparseRows } from '../src/model/keywordMatch';
import { deniedPlaces, gapsIn } from '../src/model/negation';
import { TOKENISER_REVISION } from '../src/model/revision';
import { idfOf, type Mentions, mentionsIn, saidRows } from '../src/model/said';
import { tokenize } from '../src/model/tokens';
import type { Tones } from '../src/model/tones';
import { type Readable, vocabularyTable } from './keywords';

/** What all reviews say: keywords with their idf, and how often each review affirms or denies them. */
export interface Said {
  /** Of each word of the vocabulary; 0 for words that are no keywords. */
  readonly idf: Float32Array;
  /** Of each interaction. */
  readonly mentions: readonly Mentions[];
  /** Of each interaction; missing until a text encoder has read it, or where the model has none. */
  readonly tones?: readonly Tones[] | undefined;
  /** m_τ of each interaction, with the tones. */
  readonly rows: SparseRows;
}

const NO_WORDS: ReadonlyMap<string, number> = new Map();

/**
 * Weighs the keywords of all reviews.
 * @param learns whether a review is of the part that idf is taken from
 */
export function saidIn(
  data: Readable & { readonly words: readonly string[][]; readonly texts: readonly string[] },
  learns: (row: number) => boolean,
): Said {
  const counts = new Int32Array(data.vocabulary.length);
  let reviews = 0;
  data.tokens.forEach((ids, row) => {
    if (ids.length === 0 || !learns(row)) return;
    reviews++;
    for (const id of new Set(ids)) counts[id]++;
  });
  const idf = idfOf(counts, reviews, vocabularyTable(data).keyword);
  const mentions = data.tokens.map((ids, row) => {
    const text = data.texts[row];
    const gaps = gapsIn(text, tokenize(text, NO_WORDS, TOKENISER_REVISION));
    return mentionsIn(ids, deniedPlaces(data.words[row], gaps), idf);
  });
  return saidFrom(idf, mentions);
}

export const saidFrom = (
  idf: Float32Array,
  mentions: readonly Mentions[],
  tones?: readonly Tones[],
): Said => ({
  idf,
  mentions,
  tones,
  rows: saidRows(mentions.length, mentionTable({ mentions, tones }), idf),
});

/** Mentions in long form, sorted by interaction. */
export function mentionTable({ mentions: all, tones }: Pick<Said, 'mentions' | 'tones'>): KeywordTable {
  const flat = all.flatMap((mentions, interaction) =>
    Array.from(mentions, ([word, count]) => [interaction, word, count] as const),
  );
  return {
    interaction: Int32Array.from(flat, ([interaction]) => interaction),
    word: Int32Array.from(flat, ([, word]) => word),
    mentions: Int32Array.from(flat, ([, , count]) => count),
    tone: tones && Float32Array.from(flat, ([interaction, word]) => tones[interaction].get(word) ?? 0),
  };
}
