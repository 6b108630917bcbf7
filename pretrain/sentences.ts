import { SPLITS } from '../src/data/tables';
import { gapsIn } from '../src/model/negation';
import { TOKENISER_REVISION } from '../src/model/revision';
import { tokenize } from '../src/model/tokens';
import { unitsOf } from '../src/model/tones';
import { type Prepared, rowsOf } from './prepare';
import { sentenceRatings } from './sentence-ratings';

const NO_WORDS: ReadonlyMap<string, number> = new Map();

/** What the tones of a model are taken from, of each text: its sentences, or their clauses. */
export const unitsIn = ({ tokens, words, texts, config }: Prepared): Int32Array[][] =>
  tokens.map((ids, row) => {
    const gaps = gapsIn(texts[row], tokenize(texts[row], NO_WORDS, TOKENISER_REVISION));
    return unitsOf(ids, words[row], gaps, config.tone?.unit ?? 'sentence');
  });

/**
 * The texts of prepared data, and behind them each sentence of the train part as a text of its own, with the rating that such
 * sentences tell: what a sentence alone tells is learned from sentences alone. For the text encoder only: the rest of the
 * columns stays as it was.
 */
export function withSentences(data: Prepared): Prepared {
  const units = unitsIn(data);
  const sentences = Array.from(rowsOf(data, 'train'))
    .filter((row) => data.feedback[row].rating !== null)
    .flatMap((row) =>
      (units[row].length > 0 ? units[row] : [data.tokens[row]]).map((ids) => ({ row, ids })),
    )
    .filter(({ ids }) => ids.length > 0);
  const ids = sentences.map((one) => one.ids);
  const told = sentenceRatings(
    ids,
    sentences.map(({ row }) => data.feedback[row].rating ?? 0),
  );
  return {
    ...data,
    texts: [...data.texts, ...sentences.map(() => '')],
    tokens: [...data.tokens, ...ids],
    words: [...data.words, ...ids.map((some) => Array.from(some, (id) => data.vocabulary[id]))],
    hasText: [...data.hasText, ...sentences.map(() => true)],
    feedback: [
      ...data.feedback,
      ...Array.from(told, (rating) => ({ rating, aspects: data.config.aspects.map(() => null) })),
    ],
    split: Uint8Array.from([...data.split, ...sentences.map(() => SPLITS.indexOf('train'))]),
  };
}
