import { type ModelConfig, UNKNOWN_ID } from '../src/model/config';
import { toFeedbackBatch } from '../src/model/features';
import { encodeText, paddedLength, padTokens } from '../src/model/text';
import type { WeightValues } from '../src/model/weights';
import { Adam, oneCycle } from '../src/training/optimizer';
import { readVariables, toVariables } from '../src/training/variables';
import { vocabularyTable } from './keywords';
import { type Prepared, rowsOf } from './prepare';
import type { Report } from './progress';
import { type Random, random, shuffle } from './random';
import {
  add,
  concat,
  dispose,
  dropout,
  matMul,
  mul,
  type Scalar,
  softplus,
  square,
  sub,
  sum,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  type Variable,
  variable,
  zeros,
} from './tf';

/** Which words the second task asks for: those that may stand in a profile, or all but the most frequent ones. */
export type TopicWords = 'keywords' | 'all';

export interface TextOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
  /** Share of the words that training replaces by the unknown word, so that unknown words are no surprise later. */
  readonly wordDropout: number;
  /** Share of the entries of a text vector that training hides from the head. */
  readonly vectorDropout: number;
  /** Weight of the second task, see {@link topicWords}; 0 for none. */
  readonly topics: number;
  readonly topicWords: TopicWords;
  /** `false`: only the overall rating is asked for, no aspects. */
  readonly aspectTask?: false | undefined;
}

/**
 * Stage 1: the text encoder alone learns to predict the standardised rating and aspects of its own review from its
 * text vector, through a linear head of which the part of the rating ships. Keeps the weights of the best validation epoch.
 * @returns all weights with the text encoder's replaced.
 */
export function trainText(
  data: Prepared,
  start: WeightValues,
  options: TextOptions,
  report: Report,
): WeightValues {
  const { config } = data;
  const usable = (part: 'train' | 'validation') => rowsOf(data, part).filter((k) => data.hasText[k]);
  const train = usable('train');
  const validation = usable('validation');
  const weights = toVariables(config, start);
  const encoder = Object.entries(weights)
    .filter(([name]) => name.startsWith('text/'))
    .map(([, v]) => v);
  const scales = 1 + config.aspects.length;
  const targets = options.aspectTask === false ? 1 : scales;
  const topics = options.topics > 0 ? topicWords(data, options.topicWords) : [];
  const kernel = variable(zeros([config.embedSize, targets + topics.length]));
  // Words start at how often they occur: else much of the training goes into learning that most are absent.
  const bias = variable(concat([zeros([targets]), tensor1d(logOdds(data, train, topics))]));
  const adam = new Adam([...encoder, kernel, bias], 1);

  const batchLoss = (rows: Int32Array, source: Random | null): { loss: Scalar; rating: Scalar } => {
    const reviews = Array.from(rows, (row) =>
      source
        ? data.tokens[row].map((id) => (source.next() < options.wordDropout ? UNKNOWN_ID : id))
        : data.tokens[row],
    );
    const length = paddedLength(Math.max(...reviews.map((r) => r.length)), config);
    const { vector } = encodeText(weights, config, padTokens(reviews, length));
    const feedback = toFeedbackBatch(
      config,
      Array.from(rows, (r) => data.feedback[r]),
      Array.from(rows, () => true),
    );
    const truth = tensor2d(feedback.ratings, [rows.length, scales]).slice([0, 0], [-1, targets]);
    const given = new Float32Array(rows.length * targets);
    for (let r = 0; r < rows.length; r++)
      for (let k = 0; k < targets; k++) given[r * targets + k] = feedback.presence[r * (scales + 1) + 1 + k];
    const present = tensor2d(given, [rows.length, targets]);
    const seen = source ? dropout(vector, options.vectorDropout, undefined, 1 + source.next() * 1e6) : vector;
    const heads = add(matMul(seen, kernel as unknown as Tensor2D), bias) as Tensor2D;
    const predicted = heads.slice([0, 0], [-1, targets]);
    const errors = mul(square(sub(predicted, truth)), present) as Tensor2D;
    const ratings = mul(sum(errors), 1 / (rows.length * targets)) as Scalar;
    const words = topics.length > 0 && heads.slice([0, targets], [-1, -1]);
    return {
      loss: words ? add(ratings, mul(wordLoss(words, reviews, topics), options.topics)) : ratings,
      rating: sum(errors.slice([0, 0], [-1, 1])) as Scalar,
    };
  };

  const evaluate = (): number => {
    let squares = 0;
    for (const rows of batches(validation, 128)) {
      const rating = tidy(() => batchLoss(rows, null).rating);
      squares += rating.dataSync()[0];
      dispose(rating);
    }
    return Math.sqrt(squares / Math.max(1, validation.length)) * config.rating.deviation;
  };

  const steps = options.epochs * Math.ceil(train.length / options.batch);
  let best = { rmse: Number.POSITIVE_INFINITY, values: start };
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const source = random(options.seed, 'text', epoch);
    let total = 0;
    const lot = bucketed(shuffle(train.slice(), source), data.tokens, options.batch, source);
    for (const rows of lot) {
      total += adam.step(oneCycle(step++, steps, options.rate), () => batchLoss(rows, source).loss);
    }
    const rmse = validation.length > 0 ? evaluate() : total / lot.length;
    report(
      epoch + 1,
      options.epochs,
      `text encoder: own rating from text, validation RMSE ${rmse.toFixed(4)}`,
    );
    if (rmse < best.rmse) best = { rmse, values: { ...readVariables(weights), ...toldOf(kernel, bias) } };
  }
  dispose([...Object.values(weights), kernel, bias]);
  return best.values;
}

/** The rating's part of the head. */
const toldOf = (kernel: Variable, bias: Variable): Pick<WeightValues, 'told/kernel' | 'told/bias'> =>
  tidy(() => {
    const [rows] = kernel.shape;
    return {
      'told/kernel': Float32Array.from(kernel.slice([0, 0], [rows, 1]).dataSync()),
      'told/bias': Float32Array.from(bias.slice([0], [1]).dataSync()),
    };
  });

/** Rows cut into batches of `size`, in order. */
export const batches = (rows: Int32Array, size: number): Int32Array[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, k) => rows.subarray(k * size, (k + 1) * size));

/** At most this many words stand for what reviews are about. */
const TOPICS: Record<TopicWords, number> = { keywords: 300, all: 600 };
const MIN_REVIEWS = 10;
/** A word that more of the reviews have tells little of any. */
const MOST_REVIEWS = 0.4;

/**
 * The words whose presence the text vector also learns to tell: the most frequent ones, but for those that stand in much
 * of what is written. From ratings alone the encoder would learn what is praise and what is blame, and nothing of what is
 * praised: where tastes differ, no word of a taste speaks for a high rating. Words that may stand in no profile help some
 * sets and not others: how somebody writes, and how a thing was served, tells who is alike.
 */
function topicWords(data: Prepared, which: TopicWords): number[] {
  const { keyword, reviews } = vocabularyTable(data);
  const most = MOST_REVIEWS * data.tokens.length;
  // The vocabulary is ordered by frequency.
  return [...reviews.keys()]
    .filter((id) => reviews[id] >= MIN_REVIEWS)
    .filter((id) => (which === 'keywords' ? keyword[id] : id > UNKNOWN_ID && reviews[id] < most))
    .slice(0, TOPICS[which]);
}

/** ln(p / (1 − p)) of the share p of reviews that hold each topic word. */
function logOdds(data: Prepared, rows: Int32Array, topics: readonly number[]): Float32Array {
  const place = new Map(topics.map((id, k) => [id, k]));
  // Half a review on either side, so that no share is 0 or 1.
  const counts = new Float32Array(topics.length).fill(0.5);
  for (const row of rows)
    for (const id of new Set(data.tokens[row])) {
      const k = place.get(id);
      if (k !== undefined) counts[k]++;
    }
  return counts.map((n) => Math.log(n / (rows.length + 1 - n)));
}

/** Mean over reviews of the summed cross-entropy between logits [n, topics] and which topic words a review holds, per word held. */
function wordLoss(logits: Tensor2D, reviews: readonly Int32Array[], topics: readonly number[]): Scalar {
  const place = new Map(topics.map((id, k) => [id, k]));
  const truth = new Float32Array(reviews.length * topics.length);
  let held = 0;
  reviews.forEach((ids, row) => {
    for (const id of new Set(ids)) {
      const k = place.get(id);
      if (k === undefined) continue;
      truth[row * topics.length + k] = 1;
      held++;
    }
  });
  // ln(1 + e^z) − z·y
  const losses = sub(softplus(logits), mul(logits, tensor2d(truth, [reviews.length, topics.length])));
  return mul(sum(losses), 1 / Math.max(held, 1)) as Scalar;
}

/** Batches of similar length, in random order: less padding to compute. */
function bucketed(rows: Int32Array, tokens: Int32Array[], size: number, source: Random): Int32Array[] {
  const lots = batches(rows, size * 16).flatMap((lot) =>
    batches(
      lot.slice().sort((a, b) => tokens[a].length - tokens[b].length),
      size,
    ),
  );
  return Array.from(shuffle(Int32Array.from(lots.keys()), source), (k) => lots[k]);
}

/** Text vectors of every interaction [n, E], zero without text, in the order of the log. */
export const textVectors = ({ config, tokens, hasText }: Prepared, values: WeightValues): Float32Array =>
  vectorsOf(
    config,
    tokens.map((ids, row) => (hasText[row] ? ids : NO_WORDS)),
    values,
  );

const NO_WORDS = new Int32Array(0);

/** Vectors of texts [n, E], zero without words. */
export function vectorsOf(
  config: ModelConfig,
  texts: readonly Int32Array[],
  values: WeightValues,
): Float32Array {
  const weights = toVariables(config, values);
  const E = config.embedSize;
  const vectors = new Float32Array(texts.length * E);
  const rows = Int32Array.from([...texts.keys()].filter((k) => texts[k].length > 0));
  rows.sort((a, b) => texts[a].length - texts[b].length);
  for (const lot of batches(rows, 128)) {
    const length = paddedLength(Math.max(...Array.from(lot, (r) => texts[r].length)), config);
    const read = Array.from(lot, (r) => texts[r]);
    const encoding = encodeText(weights, config, padTokens(read, length));
    const t = encoding.vector.dataSync();
    lot.forEach((row, k) => {
      vectors.set(t.subarray(k * E, (k + 1) * E), row * E);
    });
    dispose({ ...encoding });
  }
  dispose(Object.values(weights));
  return vectors;
}
