import { errors, type HeldOut } from '../src/model/metrics';
import { toldIn } from '../src/model/told';
import { type WeightValues, weightNames } from '../src/model/weights';
import type { StreamOrder } from '../src/training/streamOrder';
import { trainStream } from '../src/training/trainStream';
import { initialWeights } from '../src/training/variables';
import { type Baseline, type History, historyOf, knownWords } from './baselines';
import { recommendersOf, tuneBaselines } from './baselines/tune-all';
import type { Checkpoints } from './checkpoint';
import type { Descriptor } from './descriptor';
import { type ExportInput, rounded, roundedWeights } from './export';
import { finishJointly } from './finish-jointly';
import { clipTo, metricsRow } from './measure-all';
import { DREX_MODEL, outcomeOfBaseline, outcomeOfPredictor, type TestBed } from './outcome';
import { firstOfPool, poolReviews, worldsOf } from './pooled';
import { openPredictor, predictFrom } from './predictor';
import { type Prepared, prepare, rowsOf, type SplitBy } from './prepare';
import { progress, type Report } from './progress';
import { type Training, textOptions } from './recipe';
import type { Review } from './review';
import { withSentences } from './sentences';
import { textVectors, trainText } from './train-text';
import { tuneBase } from './tune-base';
import { formOfVariant, startOfVariant } from './variant';
import { withTones } from './with-tones';
import { wordSpace } from './word-space';

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
  prepared: Prepared,
  text: WeightValues,
  training: Training,
  checkpoints: Checkpoints | null,
): Promise<WeightValues> {
  const names = weightNames(prepared.config);
  const done = checkpoints?.load('done');
  if (done) {
    console.error('refinement: taken from its checkpoint');
    return Object.fromEntries(names.map((name, k) => [name, done.arrays[k]])) as WeightValues;
  }
  const data = withTones(prepared, text);
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

/** Data with the text vectors and the tones of every interaction as they ship. */
export const asShipped = (data: Prepared, values: WeightValues) => ({
  data: withTones(data, values),
  vectors: rounded(textVectors(data, values)),
});

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
  const { data, vectors } = asShipped(also.length > 0 ? firstOfPool(pooled) : pooled, values);
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
