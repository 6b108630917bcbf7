import { SPLITS } from '../src/data/tables';
import { TOKENISER_REVISION } from '../src/model/revision';
import { tokenize, toVocabulary } from '../src/model/tokens';
import { type Prepared, rowsOf } from './prepare';

/** A sentence, or what stands before or after a "but" in it. */
const BREAK = /(?<=[.!?])\s+|[,;:]?\s+(?=(?:but|yet|though)\b)/u;

/**
 * The texts of prepared data, and behind them each sentence of the train part as a text of its own, with the feedback of its review: what a
 * sentence alone tells of the rating is learned from sentences alone. For the text encoder only: the rest of the columns stays as it was.
 */
export function withSentences(data: Prepared): Prepared {
  const lookUp = toVocabulary(data.vocabulary);
  const sentences = Array.from(rowsOf(data, 'train'), (row) => ({ row, parts: data.texts[row].split(BREAK) }))
    .filter(({ parts }) => parts.length > 1)
    .flatMap(({ row, parts }) =>
      parts.map((text) => ({ row, text, tokens: tokenize(text, lookUp, TOKENISER_REVISION) })),
    )
    .filter(({ tokens }) => tokens.length > 0);
  return {
    ...data,
    texts: [...data.texts, ...sentences.map(({ text }) => text)],
    tokens: [
      ...data.tokens,
      ...sentences.map(({ tokens }) =>
        Int32Array.from(tokens.slice(0, data.config.maxWords), ({ id }) => id),
      ),
    ],
    words: [...data.words, ...sentences.map(({ tokens }) => tokens.map(({ word }) => word))],
    hasText: [...data.hasText, ...sentences.map(() => true)],
    feedback: [...data.feedback, ...sentences.map(({ row }) => data.feedback[row])],
    split: Uint8Array.from([...data.split, ...sentences.map(() => SPLITS.indexOf('train'))]),
  };
}
