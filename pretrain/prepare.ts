import { DataError } from '../src/data/errors';
import { SPLITS } from '../src/data/tables';
import {
  type Damping,
  type ModelConfig,
  type RatingScale,
  RESERVED_WORDS,
  type ToneConfig,
} from '../src/model/config';
import type { Feedback } from '../src/model/features';
import { TOKENISER_REVISION } from '../src/model/revision';
import { tokenize, toVocabulary, wordsOf } from '../src/model/tokens';
import type { Descriptor } from './descriptor';
import { replayOrder } from './order';
import type { Review } from './review';
import { type Said, saidIn } from './said-words';
import { splitOf } from './split';

/** A review file ready for training: columns in replay order, entities numbered by first appearance in id order. */
export interface Prepared {
  readonly descriptor: Descriptor;
  readonly userIds: string[];
  readonly itemIds: string[];
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** NaN where absent. */
  readonly ratings: Float64Array;
  readonly feedback: Feedback[];
  /** Word ids of each review, cut at the model's limit. */
  readonly tokens: Int32Array[];
  readonly words: string[][];
  /** As written; empty where absent. */
  readonly texts: string[];
  readonly hasText: boolean[];
  /** Unix seconds, NaN where unknown; null where the source tells none. */
  readonly times: Float64Array | null;
  readonly split: Uint8Array;
  /** Whether the source tells times, of all or of some, so that the replay order is the order of things. */
  readonly timed: boolean;
  readonly vocabulary: string[];
  readonly said: Said;
  readonly config: ModelConfig;
}

/** Sizes and constants that do not come from the data. */
export interface ModelSizes {
  readonly stateSize: number;
  readonly embedSize: number;
  readonly attentionSize: number;
  readonly hiddenSize: number;
  readonly maxWords: number;
  readonly minWordCount: number;
  readonly product: boolean;
  readonly tone?: ToneConfig | undefined;
  readonly damping: Damping;
}

export const DEFAULT_SIZES: ModelSizes = {
  stateSize: 64,
  embedSize: 48,
  attentionSize: 32,
  hiddenSize: 32,
  maxWords: 256,
  product: false,
  minWordCount: 5,
  damping: { user: 5, item: 5, scale: null, reliability: null },
};

const MIN_TRAIN = 50;

const aspectOf = ({ aspects }: Review, field: string): number | null =>
  Object.hasOwn(aspects, field) ? aspects[field] : null;

/** Deals interactions to parts: for row k of the replay order, a place in {@link SPLITS}, or past its end for none. */
export type SplitBy = (reviews: readonly Review[], order: Int32Array, seed: number) => Uint8Array;

const hashSplit: SplitBy = (reviews, order, seed) =>
  Uint8Array.from(order, (row) => SPLITS.indexOf(splitOf(seed, reviews[row].user, reviews[row].item)));

/** @throws DataError when there is too little to learn from. */
export function prepare(
  file: string,
  reviews: readonly Review[],
  descriptor: Descriptor,
  sizes: ModelSizes,
  seed: number,
  splitBy: SplitBy = hashSplit,
): Prepared {
  const order = replayOrder(reviews, seed);
  const sorted = Array.from(order, (row) => reviews[row]);
  const userIds = [...new Set(sorted.map((r) => r.user))].sort();
  const itemIds = [...new Set(sorted.map((r) => r.item))].sort();
  const userRow = new Map(userIds.map((id, k) => [id, k]));
  const itemRow = new Map(itemIds.map((id, k) => [id, k]));
  const split = splitBy(reviews, order, seed);
  const train = sorted.filter((_, k) => split[k] === 0);
  const rated = train.filter((r) => r.rating !== null);
  if (rated.length < MIN_TRAIN)
    throw new DataError(
      file,
      '',
      `only ${rated.length} rated interactions fall into the train split; at least ${MIN_TRAIN} are needed`,
      'Use a larger file.',
    );

  const words = sorted.map((r) => wordsOf(r.text, TOKENISER_REVISION));
  const counts = new Map<string, number>();
  words.forEach((list, k) => {
    if (split[k] === 0) for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  });
  const known = [...counts]
    .filter(([, n]) => n >= sizes.minWordCount)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const vocabulary = [...RESERVED_WORDS, ...known.map(([word]) => word)];
  const lookUp = toVocabulary(vocabulary);

  const scale = (spec: Omit<RatingScale, 'mean' | 'deviation'>, values: (number | null)[]): RatingScale => {
    const given = values.filter((v): v is number => v !== null);
    const mean = given.reduce((a, b) => a + b, 0) / Math.max(1, given.length);
    const variance = given.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, given.length);
    return { ...spec, mean, deviation: Math.sqrt(variance) || 1 };
  };
  const rating = scale(
    { field: 'rating', ...descriptor.rating },
    train.map((r) => r.rating),
  );
  const config: ModelConfig = {
    stateSize: sizes.stateSize,
    embedSize: sizes.embedSize,
    attentionSize: sizes.attentionSize,
    hiddenSize: sizes.hiddenSize,
    vocabularySize: vocabulary.length,
    maxWords: sizes.maxWords,
    rating,
    aspects: descriptor.aspects.map((a) =>
      scale(
        a,
        train.map((r) => aspectOf(r, a.field)),
      ),
    ),
    scorer: 'full',
    product: sizes.product,
    meanRating: rating.mean,
    ...(sizes.tone && { tone: sizes.tone }),
    damping: sizes.damping,
  };
  const timed = reviews.some(({ time }) => time !== null);
  const data = {
    descriptor,
    userIds,
    itemIds,
    users: Int32Array.from(sorted, (r) => userRow.get(r.user)!),
    items: Int32Array.from(sorted, (r) => itemRow.get(r.item)!),
    ratings: Float64Array.from(sorted, (r) => r.rating ?? Number.NaN),
    feedback: sorted.map((r) => ({
      rating: r.rating,
      aspects: descriptor.aspects.map((a) => aspectOf(r, a.field)),
    })),
    tokens: sorted.map((r) =>
      Int32Array.from(tokenize(r.text, lookUp, TOKENISER_REVISION).slice(0, sizes.maxWords), (t) => t.id),
    ),
    words,
    texts: sorted.map((r) => r.text),
    hasText: words.map((list) => list.length > 0),
    times: timed ? Float64Array.from(sorted, (r) => r.time ?? Number.NaN) : null,
    split,
    timed,
    vocabulary,
    config,
  };
  return { ...data, said: saidIn(data, (row) => split[row] === 0) };
}

/** Rows of one or more parts of the split, in replay order. */
export const rowsOf = (
  data: Pick<Prepared, 'split'>,
  ...parts: ('train' | 'validation' | 'test')[]
): Int32Array => Int32Array.from([...data.split.keys()].filter((k) => parts.includes(SPLITS[data.split[k]])));
