import { UNKNOWN_ID } from './config';
import type { TokeniserRevision } from './revision';

/** One word of a review as written, and what the model makes of it. */
export interface Token {
  /** Where it stands in the text as written, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Lower-cased, as looked up; composed (NFC) from revision 2 on. */
  readonly word: string;
  /** Row of the embedding table; {@link UNKNOWN_ID} when the model never learned the word. */
  readonly id: number;
}

export type Vocabulary = ReadonlyMap<string, number>;

/** Builds the look-up from the stored list, in which a word's place is its id. */
export const toVocabulary = (words: readonly string[]): Vocabulary =>
  new Map(words.map((word, id) => [word, id]));

/**
 * Runs of letters or digits, with an apostrophe inside; from revision 2 on with combining marks, as the vowels of
 * Devanagari and Arabic or the accent of a decomposed é, and with joiners and soft hyphens between letters.
 */
const WORD: Record<TokeniserRevision, RegExp> = {
  1: /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu,
  2: /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[\u00ad\u200c\u200d](?=[\p{L}\p{N}]))*(?:['’]\p{L}[\p{L}\p{M}]*)?/gu,
};

/** The word that a stretch of text stands for. */
const FORM: Record<TokeniserRevision, (written: string) => string> = {
  1: (written) => written.toLowerCase().replace('’', "'"),
  // Composing word by word gives the words of the composed text, since marks go with their letters, and keeps the places.
  // Lower case may take a letter apart again, as İ.
  2: (written) =>
    written.replaceAll('\u00ad', '').normalize('NFC').toLowerCase().normalize('NFC').replace('’', "'"),
};

/** Splits a text into words, as the revision that the model was trained with does. Nothing is dropped. */
export function tokenize(text: string, vocabulary: Vocabulary, revision: TokeniserRevision): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD[revision])) {
    const word = FORM[revision](match[0]);
    const start = match.index;
    tokens.push({ start, end: start + match[0].length, word, id: vocabulary.get(word) ?? UNKNOWN_ID });
  }
  return tokens;
}

/** The words of a text in lower case, for building a vocabulary. */
export const wordsOf = (text: string, revision: TokeniserRevision): string[] =>
  tokenize(text, new Map(), revision).map((t) => t.word);
