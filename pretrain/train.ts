import { defaultRelevant, errors, type HeldOut } from '../src/model/metrics';
import { type WeightValues, weightNames } from '../src/model/weights';
import type { StreamOrder } from '../src/training/streamOrder';
import { toldIn } from '../src/training/told';
import { trainStream } from '../src/training/trainStream';
import { initialWeights } from '../src/training/variables';
import { type Baseline, type History, historyOf, knownWords } from './baselines';
import { recommendersOf, tuneBaselines } from './baselines/tune-all';
import type { Checkpoints } from './checkpoint';
import type { Descriptor } from './descriptor';
import { type ExportInput, rounded, roundedWeights } from './export';
import { finishJointly, type JointOptions } from './finish-jointly';
import { clipTo, metricsRow } from './measure-all';
import { DREX_MODEL, outcomeOfBaseline, outcomeOfPredictor, type TestBed } from './outcome';
import { firstOfPool, poolReviews, worldsOf } from './pooled';
import { openPredictor, predictFrom } from './predictor';
import { DEFAULT_SIZES, type ModelSizes, type Prepared, prepare, rowsOf, type SplitBy } from './prepare';
import { progress, type Report } from './progress';
import type { Review } from './review';
import { withSentences } from './sentences';
import { type TextOptions, type TopicWords, textVectors, trainText } from './train-text';
import { tuneBase } from './tune-base';
import { DREX, formOfVariant, startOfVariant, type Variant } from './variant';
import { wordSpace } from './word-space';

export interface Training {
  readonly seed: number;
  readonly sizes: ModelSizes;
  readonly textEpochs: number;
  readonly textBatch: number;
  readonly textRate: number;
  readonly wordDropout: number;
  readonly vectorDropout: number;
  readonly topics: number;
  readonly topicWords: TopicWords;
  readonly episodes: number;
  readonly rate: number;
  readonly support: number;
  /** How episodes stream; null: as the page replays, see {@link orderOf}. */
  readonly order: StreamOrder | null;
  readonly huber: number;
  readonly absolute: number;
  readonly dropText: number;
  readonly dropRatings: number;
  readonly average: number;
  /** Raises the initial bias of the update gates. */
  readonly updateBias: number;
  readonly relevant: number;
  /** See {@link EpisodeLossOptions}. */
  readonly stateDropout: number;
  readonly choosing: ChoiceRecipe;
  /** The full model, or an ablation of it. */
  readonly variant: Variant;
  // Of trials only. What is absent leaves the text of the recipe, and so its hash, as it was.
  /** See {@link TextOptions}. */
  readonly aspectTask?: false;
  /** See {@link LossOptions}. */
  readonly ordinal?: number;
  readonly joint?: JointOptions;
  /** Deviation of the text vectors that word embeddings begin with, see {@link wordSpace}; 0 for embeddings at random. */
  readonly wordSpace: number;
  /** The text encoder learns from single sentences as well, see {@link withSentences}. */
  readonly sentences?: boolean | undefined;
}

/** How the choice score is trained beside the ratings, see {@link ChoiceOptions}. */
export interface ChoiceRecipe {
  readonly ratings: number;
  readonly dropout: number;
  readonly short: number;
  readonly others: number;
  /** Where κ begins: a scalar learns slowly. */
  readonly kappa: number;
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
  topics: 1,
  topicWords: 'all',
  wordSpace: 0,
  episodes: 280,
  rate: 6e-3,
  support: 0.8,
  order: null,
  huber: 0.5,
  absolute: 0,
  dropText: 0.1,
  dropRatings: 0.07,
  average: 0.98,
  updateBias: 1,
  relevant: 4,
  stateDropout: 0.5,
  choosing: { ratings: 4, dropout: 0.2, short: 0, others: 0, kappa: 14 },
  variant: DREX,
};

/** The recipe of a data set: the defaults, and what its descriptor says measured better. */
export function trainingOf(descriptor: Descriptor, seed: number): Training {
  const { product, stateSize, hiddenSize, choosing, ...rest } = descriptor.training;
  const defined = <T extends object>(options: T) =>
    Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const sizes: ModelSizes = { ...DEFAULT_SIZES, ...defined({ product, stateSize, hiddenSize }) };
  return {
    ...DEFAULT_TRAINING,
    ...defined(rest),
    choosing: { ...DEFAULT_TRAINING.choosing, ...defined(choosing ?? {}) },
    relevant: defaultRelevant(descriptor.rating),
    sizes,
    seed,
  };
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
  words: data.tokens.map(knownWords),
  userCount: data.userIds.length,
  itemCount: data.itemIds.length,
  worlds: worldsOf(data),
});

/** The test part of prepared data, after train and validation. */
export const testBedOf = (data: Prepared, vectors: Float32Array, training: Training): TestBed => ({
  history: historyOf(historyLog(data, vectors), rowsOf(data, 'train', 'validation')),
  test: heldOut(data, 'test'),
  relevant: training.relevant,
  clip: (rating) => clipTo(data.config, rating),
});

/** Every baseline, or those that rank, tuned on train → validation of prepared data. */
export const tuned = (
  data: Prepared,
  vectors: Float32Array,
  { relevant, seed }: Pick<Training, 'relevant' | 'seed'>,
  ranking = false,
): Baseline[] =>
  tuneBaselines(
    data.config,
    historyOf(historyLog(data, vectors), rowsOf(data, 'train')),
    heldOut(data, 'validation'),
    { relevant, seed, ranking },
    console.error,
  );

/** What the recipe says of the text encoder; runs that agree in it, in sizes and in data share one. */
export const textOptions = (training: Training): TextOptions & Pick<Training, 'wordSpace' | 'sentences'> => ({
  seed: training.seed,
  epochs: training.textEpochs,
  batch: training.textBatch,
  rate: training.textRate,
  wordDropout: training.wordDropout,
  vectorDropout: training.vectorDropout,
  topics: training.topics,
  topicWords: training.topicWords,
  aspectTask: training.aspectTask,
  wordSpace: training.wordSpace,
  sentences: training.sentences,
});

/** The text encoder's weights alone: {@link trainText}, or its checkpoint. */
export function fitText(data: Prepared, training: Training, checkpoints: Checkpoints | null): WeightValues {
  const names = weightNames(data.config);
  const values = initialWeights(data.config, training.seed, training.updateBias);
  values['choice/words'] = Float32Array.of(training.choosing.kappa);
  const saved = checkpoints?.load('text');
  if (saved) {
    names.forEach((name, k) => {
      values[name] = saved.arrays[k];
    });
    console.error('text encoder: resumed from its checkpoint');
    return values;
  }
  if (training.wordSpace > 0)
    values['text/embedding'] = wordSpace(data, values['text/embedding'], training.wordSpace, training.seed);
  const lessons = training.sentences ? withSentences(data) : data;
  const trained = trainText(lessons, values, textOptions(training), progress());
  checkpoints?.save(
    'text',
    training.textEpochs,
    names.map((name) => trained[name]),
  );
  return trained;
}

const tellLoss =
  (report: Report) =>
  (done: number, total: number, loss: number): void =>
    report(done, total, `refinement: loss of the predicted part ${loss.toFixed(4)}`);

/** Episodes stream as the page replays: by time where the source tells it, else people meet by chance. */
const orderOf = ({ timed }: Prepared, { order }: Training): StreamOrder =>
  order ?? (timed ? 'replay' : 'interleaved');

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
  const choice = {
    ...training.choosing,
    liked: training.relevant,
    told: toldIn(data.config, text, vectors, (row) => data.hasText[row]),
  };
  const { joint, variant } = training;
  const options = { ...training, order: orderOf(data, training), form: formOfVariant(variant), choice };
  const start = startOfVariant(data.config, variant, text);
  const pool = { ...data, worlds: worldsOf(data) };
  const streamed = await trainStream(pool, vectors, start, options, tellLoss(progress()), keep ?? undefined);
  const values = roundedWeights(
    joint ? finishJointly(pool, streamed, { ...options, joint }, progress()) : streamed,
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
): Promise<Pick<ExportInput, 'data' | 'values' | 'metrics' | 'recommenders'>> {
  const pooled = prepareTuned(file, poolReviews(reviews, also), descriptor, training);
  const values = await fitStream(pooled, fitText(pooled, training, checkpoints), training, checkpoints);
  const data = also.length > 0 ? firstOfPool(pooled) : pooled;
  const vectors = shippedVectors(data, values);
  const history = rowsOf(data, 'train', 'validation');
  const validation = heldOut(data, 'validation');
  const told = predictFrom(data, vectors, values, rowsOf(data, 'train'), validation);
  const { mae, rmse } = errors(
    validation,
    told.map((r) => clipTo(data.config, r)),
  );
  console.error(`validation: MAE ${mae.toFixed(4)}, RMSE ${rmse.toFixed(4)}`);
  const testBed = testBedOf(data, vectors, training);
  const predictor = openPredictor(data, vectors, values, history);
  const baselines = tuned(data, vectors, training);
  const outcomes = [
    outcomeOfPredictor(testBed, predictor, { ...DREX_MODEL, settings: '' }),
    ...baselines.map((one) => outcomeOfBaseline(testBed, one)),
  ];
  predictor.dispose();
  const metrics = outcomes.map((one) => metricsRow(one, one, testBed.test));
  return { data, values, metrics, recommenders: recommendersOf(baselines, training.relevant) };
}
