import type { MetricsRow } from '../src/data/manifest';
import { type WeightValues, weightNames } from '../src/model/weights';
import { baselineRows, historyOf } from './baselines';
import type { Checkpoints } from './checkpoint';
import type { Descriptor } from './descriptor';
import { rounded, roundedWeights } from './export';
import { measure } from './metrics';
import { DEFAULT_SIZES, type ModelSizes, type Prepared, prepare, rowsOf } from './prepare';
import { progress } from './progress';
import type { Review } from './reviews';
import { clipTo, predictRows, trainStream } from './train-stream';
import { textVectors, trainText } from './train-text';
import { tuneBase } from './tune-base';
import { initialWeights } from './variables';

export interface Training {
  readonly seed: number;
  readonly sizes: ModelSizes;
  readonly textEpochs: number;
  readonly textBatch: number;
  readonly textRate: number;
  readonly wordDropout: number;
  readonly vectorDropout: number;
  readonly episodes: number;
  readonly rate: number;
  readonly support: number;
  readonly huber: number;
  readonly dropText: number;
  readonly dropRatings: number;
  readonly average: number;
  /** Raises the initial bias of the update gates. */
  readonly updateBias: number;
  readonly relevant: number;
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
  episodes: 120,
  rate: 6e-3,
  support: 0.9,
  huber: 1,
  dropText: 0.1,
  dropRatings: 0.07,
  average: 0.98,
  updateBias: 1,
  relevant: 4,
};

const part = (data: Prepared, rows: Int32Array) => ({
  users: Int32Array.from(rows, (r) => data.users[r]),
  items: Int32Array.from(rows, (r) => data.items[r]),
  ratings: Float64Array.from(rows, (r) => data.ratings[r]),
});

/** Held-out rows that carry an overall rating: the only ones that can be measured. */
const ratedRows = (data: Prepared, split: 'validation' | 'test'): Int32Array =>
  rowsOf(data, split).filter((r) => !Number.isNaN(data.ratings[r]));

/** Prepare → train → evaluate. The test part is looked at once, at the end, with the weights that ship. */
export async function trainModel(
  file: string,
  reviews: readonly Review[],
  descriptor: Descriptor,
  training: Training,
  checkpoints: Checkpoints,
): Promise<{ data: Prepared; values: WeightValues; metrics: MetricsRow[] }> {
  const first = prepare(file, reviews, descriptor, training.sizes, training.seed);
  const counts = { userCount: first.userIds.length, itemCount: first.itemIds.length };
  const damping = tuneBase(
    first.config,
    { ...part(first, rowsOf(first, 'train')), ...counts },
    part(first, ratedRows(first, 'validation')),
  );
  const data: Prepared = { ...first, config: { ...first.config, damping } };
  const names = weightNames(data.config);

  let values = initialWeights(data.config, training.seed, training.updateBias);
  const textSaved = checkpoints.load('text');
  if (textSaved) {
    names.forEach((name, k) => {
      values[name] = textSaved.arrays[k];
    });
    console.error('text encoder: resumed from its checkpoint');
  } else {
    values = trainText(
      data,
      values,
      {
        seed: training.seed,
        epochs: training.textEpochs,
        batch: training.textBatch,
        rate: training.textRate,
        wordDropout: training.wordDropout,
        vectorDropout: training.vectorDropout,
      },
      progress(),
    );
    checkpoints.save(
      'text',
      training.textEpochs,
      names.map((name) => values[name]),
    );
  }
  const { vectors } = textVectors(data, values);
  values = await trainStream(data, vectors, values, training, progress(), {
    load: () => checkpoints.load('stream'),
    save: (episode, arrays) => checkpoints.save('stream', episode, arrays),
    every: 10,
  });

  const shipped = roundedWeights(values);
  const shippedVectors = rounded(textVectors(data, shipped).vectors);
  const score = (history: Int32Array, rows: Int32Array): MetricsRow => {
    const scores = predictRows(data, shippedVectors, shipped, history, rows, false);
    const predicted = scores.map((r) => clipTo(data.config, r));
    return measure('drex', part(data, rows), predicted, scores, training.relevant);
  };
  const validation = score(rowsOf(data, 'train'), ratedRows(data, 'validation'));
  console.error(`validation: MAE ${validation.mae?.toFixed(4)}, RMSE ${validation.rmse?.toFixed(4)}`);
  const history = rowsOf(data, 'train', 'validation');
  const test = ratedRows(data, 'test');
  const log = { ...data, ...counts, vectors: shippedVectors };
  const parts = {
    train: historyOf(log, rowsOf(data, 'train')),
    validation: part(data, ratedRows(data, 'validation')),
    history: historyOf(log, history),
    test: part(data, test),
  };
  const metrics = [
    score(history, test),
    ...baselineRows(data.config, parts, training.relevant, training.seed, console.error),
  ];
  return { data, values: shipped, metrics };
}
