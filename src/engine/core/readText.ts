import type { WordWeight } from '../../model/attribution';
import { UNKNOWN_ID } from '../../model/config';
import { wordsIn } from '../../model/keywordMatch';
import { deniersOf, gapsIn } from '../../model/negation';
import { mentionsIn, weightsOf } from '../../model/said';
import { paddedLength, padTokens, SINGLE_LENGTHS, type TokenBatch } from '../../model/text';
import { type Token, tokenize } from '../../model/tokens';
import { type Tones, unitsOf } from '../../model/tones';
import type { AttendedToken } from '../answers';
import type { Catalogue } from './catalogue';

/** A text cut into words, padded for the encoder. */
export interface PreparedText {
  readonly tokens: readonly Token[];
  /** Word ids up to the model's limit. */
  readonly ids: Int32Array;
  readonly batch: TokenBatch;
  /** Of each token, the place of the one that denies it; null where none does. */
  readonly deniers: readonly (number | null)[];
  /** What is read apart for the tones of its words, see {@link unitsOf}. */
  readonly units: readonly Int32Array[];
}

/** Tokenises and pads a text; null when it has no word. */
export function prepareText(catalogue: Catalogue, text: string): PreparedText | null {
  const tokens = tokenize(text, catalogue.vocabulary, catalogue.tokeniser);
  if (tokens.length === 0) return null;
  return read(catalogue, text, tokens, paddedLength(tokens.length, catalogue.config, SINGLE_LENGTHS));
}

/** A text that was prepared, with the words at some places read as unknown ones: they deny nothing then, and divide nothing. */
export const maskedText = (
  catalogue: Catalogue,
  text: string,
  { tokens, batch }: PreparedText,
  places: readonly number[],
): PreparedText =>
  read(
    catalogue,
    text,
    tokens.map((token, l) => (places.includes(l) ? { ...token, word: '', id: UNKNOWN_ID } : token)),
    batch.length,
  );

function read(catalogue: Catalogue, text: string, tokens: readonly Token[], length: number): PreparedText {
  const ids = Int32Array.from(tokens.slice(0, length), (token) => token.id);
  const words = tokens.map(({ word }) => word);
  const gaps = gapsIn(text, tokens);
  const { tone } = catalogue.config;
  return {
    tokens,
    ids,
    batch: padTokens([ids], length),
    deniers: deniersOf(words, gaps),
    units: tone ? unitsOf(ids, words, gaps, tone.unit) : [],
  };
}

/** What is known of a word of a text beside what the model makes of it. */
export const knownOf = ({ bundle }: Catalogue, { start, end, word, id }: Token) => ({
  start,
  end,
  word,
  known: id !== UNKNOWN_ID,
  keyword: bundle.vocabulary.keyword[id] === 1,
});

/** Joins the words of a text with the attention [batch length] that they received, and what is known of their effects. */
export function attendedTokens(
  catalogue: Catalogue,
  text: PreparedText,
  attention: ArrayLike<number>,
  effects: ArrayLike<number> | null,
): AttendedToken[] {
  return text.tokens.map((token, k) => {
    const cut = k >= text.batch.length;
    return {
      ...knownOf(catalogue, token),
      attention: cut ? 0 : attention[k],
      effect: effects && (cut ? 0 : effects[k]),
      denier: text.deniers[k],
      cut,
    };
  });
}

/** m_τ of a text as it is read here, with the tones of its words, furthest from 0 first. */
export function keywordsOf(
  { bundle }: Catalogue,
  { ids, deniers }: PreparedText,
  tones: Tones,
): WordWeight[] {
  const { idf } = bundle.vocabulary;
  const mentions = mentionsIn(
    ids,
    deniers.map((by) => by !== null),
    idf,
  );
  return heaviest(
    weightsOf(mentions, idf).map(([word, weight]) => ({ word, weight, tone: tones.get(word) ?? 0 })),
  );
}

/** m_τ of a row of the bundle's own log. */
export const keywordsOfRow = ({ said }: Catalogue, row: number): WordWeight[] => heaviest(wordsIn(said, row));

const heaviest = (words: WordWeight[]): WordWeight[] =>
  words.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.word - b.word);
