import type { MetricsRow } from '../src/data/manifest';
import { defaultRelevant, type HeldOut } from '../src/model/metrics';
import { type WeightValues, weightNames } from '../src/model/weights';
import { baselineRows, type History, historyOf } from './baselines';
import type { Checkpoints } from './checkpoint';
import type { Descriptor } from './descriptor';
import { rounded, roundedWeights } from './export';
import { finishJointly, type JointOptions } from './finish-jointly';
import { measure } from './metrics';
import { firstOfPool, poolReviews } from './pooled';
import { predictFrom } from './predictor';
import { DEFAULT_SIZES, type ModelSizes, type Prepared, prepare, rowsOf, type SplitBy } from './prepare';
import { progress } from './progress';
import type { Review } from './review';
import { clipTo, trainStream } from './train-stream';
import { textVectors, trainText } from './train-text';
import { tuneBase } from './tune-base';
import { initialWeights } from './variables';
import { DREX, type Variant } from './variant';

export interface Training {
  readonly seed: number;
  readonly sizes: ModelSizes;
  readonly textEpochs: number;
  readonly textBatch: number;
  readonly textRate: number;
  readonly wordDropout: number;
  readonly vectorDropout: number;
  readonly topics: number;
  readonly episodes: number;
  readonly rate: number;
  readonly support: number;
  readonly huber: number;
  readonly absolute: number;
  readonly dropText: number;
  readonly dropRatings: number;
  readonly average: number;
  /** Raises the initial bias of the update gates. */
  readonly updateBias: number;
  readonly relevant: number;
  /** The full model, or an ablation of it. */
  readonly variant: Variant;
  // Of trials only. What is absent leaves the text of the recipe, and so its hash, as it was.
  /** See {@link TextOptions}. */
  readonly aspectTask?: false;
  /** See {@link LossOptions}. */
  readonly ordinal?: number;
  readonly joint?: JointOptions;
}

/** What measured best on the validation part of the beers. */
export const DEFAULT_TRAINING: Training = {
  seed: 1,
  sizes: DEFAULT_SIZES,
  textEpochs: 4,
  textBatch: 128,
  textRate: 4e-3,
  wordDropout: 0.1,
  vectorDropout: 0.2,
  topics: 0,
  episodes: 150,
  rate: 4e-3,
  support: 0.9,
  huber: 0.5,
  absolute: 0,
  dropText: 0.1,
  dropRatings: 0.07,
  average: 0.98,
  updateBias: 2,
  relevant: 4,
  variant: DREX,
};

/** The recipe of a data set: the defaults, and what its descriptor says measured better. */
export function trainingOf(descriptor: Descriptor, seed: number): Training {
  const { product, stateSize, hiddenSize, ...rest } = descriptor.training;
  const defined = <T extends object>(options: T) =>
    Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const sizes: ModelSizes = { ...DEFAULT_SIZES, ...defined({ product, stateSize, hiddenSize }) };
  return { ...DEFAULT_TRAINING, ...defined(rest), relevant: defaultRelevant(descriptor.rating), sizes, seed };
}

/** The rated interactions of a part: the only ones that can be measured. */
export function heldOut(data: Prepared, split: 'validation' | 'test'): HeldOut {
  const rows = rowsOf(data, split).filter((r) => !Number.isNaN(data.ratings[r]));
  return {
    users: Int32Array.from(rows, (r) => data.users[r]),
    items: Int32Array.from(rows, (r) => data.items[r]),
    ratings: Float64Array.from(rows, (r) => data.ratings[r]),
  };
}

/** The data of one seed, with the dampings that suit its validation part. */
export function prepareTuned(
  file: string,
  reviews: readonly Review[],
  descriptor: Descriptor,
  training: Training,
  splitBy?: SplitBy,
): Prepared {
  const data = prepare(file, reviews, descriptor, training.sizes, training.seed, splitBy);
  const damping = tuneBase(
    data.config,
    historyOf(historyLog(data, null), rowsOf(data, 'train')),
    heldOut(data, 'validation'),
  );
  return { ...data, config: { ...data.config, damping, scorer: training.variant.scorer } };
}

/** The log of prepared data as baselines take it; without text vectors where there are none yet. */
export const historyLog = (data: Prepared, vectors: Float32Array | null): History => ({
  users: data.users,
  items: data.items,
  ratings: Float64Array.from(data.feedback, (f) => f.rating ?? Number.NaN),
  vectors: vectors ?? new Float32Array(0),
  hasText: vectors ? data.hasText : data.hasText.map(() => false),
  userCount: data.userIds.length,
  itemCount: data.itemIds.length,
});

/** The text encoder's weights alone: {@link trainText}, or its checkpoint. */
export function fitText(data: Prepared, training: Training, checkpoints: Checkpoints | null): WeightValues {
  const names = weightNames(data.config);
  const values = initialWeights(data.config, training.seed, training.updateBias);
  const saved = checkpoints?.load('text');
  if (saved) {
    names.forEach((name, k) => {
      values[name] = saved.arrays[k];
    });
    console.error('text encoder: resumed from its checkpoint');
    return values;
  }
  const options = {
    seed: training.seed,
    epochs: training.textEpochs,
    batch: training.textBatch,
    rate: training.textRate,
    wordDropout: training.wordDropout,
    vectorDropout: training.vectorDropout,
    topics: training.topics,
    aspectTask: training.aspectTask,
  };
  const trained = trainText(data, values, options, progress());
  checkpoints?.save(
    'text',
    training.textEpochs,
    names.map((name) => trained[name]),
  );
  return trained;
}

/** All weights, from those of the text encoder, rounded to what ships. */
export async function fitStream(
  data: Prepared,
  text: WeightValues,
  training: Training,
  checkpoints: Checkpoints | null,
): Promise<WeightValues> {
  const names = weightNames(data.config);
  const done = checkpoints?.load('done');
  if (done) {
    console.error('refinement: taken from its checkpoint');
    return Object.fromEntries(names.map((name, k) => [name, done.arrays[k]])) as WeightValues;
  }
  const vectors = textVectors(data, text);
  const keep = checkpoints && {
    load: () => checkpoints.load('stream'),
    save: (episode: number, arrays: Float32Array[]) => checkpoints.save('stream', episode, arrays),
    every: 10,
  };
  const streamed = await trainStream(data, vectors, text, training, progress(), keep ?? undefined);
  const { joint } = training;
  const values = roundedWeights(
    joint ? finishJointly(data, streamed, { ...training, joint }, progress()) : streamed,
  );
  checkpoints?.save(
    'done',
    training.episodes,
    names.map((name) => values[name]),
  );
  return values;
}

/** Text vectors of every interaction as they ship. */
export const shippedVectors = (data: Prepared, values: WeightValues): Float32Array =>
  rounded(textVectors(data, values));

/** Prepare → train → evaluate. The test part is looked at once, at the end, with the weights that ship. */
export async function trainModel(
  file: string,
  reviews: readonly Review[],
  also: readonly (readonly Review[])[],
  descriptor: Descriptor,
  training: Training,
  checkpoints: Checkpoints,
): Promise<{ data: Prepared; values: WeightValues; metrics: MetricsRow[] }> {
  const pooled = prepareTuned(file, poolReviews(reviews, also), descriptor, training);
  const values = await fitStream(pooled, fitText(pooled, training, checkpoints), training, checkpoints);
  const data = also.length > 0 ? firstOfPool(pooled) : pooled;
  const vectors = shippedVectors(data, values);
  const score = (history: Int32Array, rows: HeldOut): MetricsRow => {
    const scores = predictFrom(data, vectors, values, history, rows);
    const predicted = scores.map((r) => clipTo(data.config, r));
    return measure('drex', rows, predicted, scores, training.relevant);
  };
  const validation = score(rowsOf(data, 'train'), heldOut(data, 'validation'));
  console.error(`validation: MAE ${validation.mae?.toFixed(4)}, RMSE ${validation.rmse?.toFixed(4)}`);
  const log = historyLog(data, vectors);
  const history = rowsOf(data, 'train', 'validation');
  const parts = {
    train: historyOf(log, rowsOf(data, 'train')),
    validation: heldOut(data, 'validation'),
    history: historyOf(log, history),
    test: heldOut(data, 'test'),
  };
  const metrics = [
    score(history, parts.test),
    ...baselineRows(data.config, parts, training.relevant, training.seed, console.error),
  ];
  return { data, values, metrics };
}
