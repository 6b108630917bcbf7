import { UNKNOWN_ID } from './config';

/** One word of a review as written, and what the model makes of it. */
export interface Token {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Lower-cased, as looked up. */
  readonly word: string;
  /** Row of the embedding table; {@link UNKNOWN_ID} when the model never learned the word. */
  readonly id: number;
}

export type Vocabulary = ReadonlyMap<string, number>;

/** Builds the look-up from the stored list, in which a word's place is its id. */
export const toVocabulary = (words: readonly string[]): Vocabulary =>
  new Map(words.map((word, id) => [word, id]));

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** Splits a text into words: runs of letters or digits, with an apostrophe inside. Nothing is dropped. */
export function tokenize(text: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase().replace('’', "'");
    const start = match.index;
    tokens.push({ start, end: start + match[0].length, word, id: vocabulary.get(word) ?? UNKNOWN_ID });
  }
  return tokens;
}

/** The words of a text in lower case, for building a vocabulary. */
export const wordsOf = (text: string): string[] => tokenize(text, new Map()).map((t) => t.word);
