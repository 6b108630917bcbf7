import type { WordAttention } from '../../model/attribution';
import { UNKNOWN_ID } from '../../model/config';
import { paddedLength, padTokens, type TokenBatch } from '../../model/text';
import { type Token, tokenize } from '../../model/tokens';
import type { AttendedToken } from '../api';
import type { Catalogue } from './catalogue';

/** A text cut into words, padded for the encoder. */
export interface PreparedText {
  readonly tokens: readonly Token[];
  readonly batch: TokenBatch;
}

/** Tokenises and pads a text; null when it has no word. */
export function prepareText(catalogue: Catalogue, text: string): PreparedText | null {
  const tokens = tokenize(text, catalogue.vocabulary);
  if (tokens.length === 0) return null;
  const ids = tokens.map((token) => token.id);
  return { tokens, batch: padTokens([ids], paddedLength(ids.length, catalogue.config)) };
}

/** Joins the words of a text with the attention [batch length] that they received. */
export function attendedTokens(
  catalogue: Catalogue,
  text: PreparedText,
  attention: ArrayLike<number>,
): AttendedToken[] {
  const { keyword } = catalogue.bundle.vocabulary;
  return text.tokens.map(({ start, end, word, id }, k) => {
    const cut = k >= text.batch.length;
    return {
      start,
      end,
      word,
      known: id !== UNKNOWN_ID,
      keyword: keyword[id] === 1,
      attention: cut ? 0 : attention[k],
      cut,
    };
  });
}

/** Sums attention over repeated words that may stand in a profile; heaviest first. */
export function attendedKeywords(catalogue: Catalogue, tokens: readonly AttendedToken[]): WordAttention[] {
  const sums = new Map<number, number>();
  for (const token of tokens) {
    const id = catalogue.vocabulary.get(token.word);
    if (!token.keyword || token.cut || id === undefined) continue;
    sums.set(id, (sums.get(id) ?? 0) + token.attention);
  }
  return Array.from(sums, ([word, attention]) => ({ word, attention })).sort(
    (a, b) => b.attention - a.attention || a.word - b.word,
  );
}
