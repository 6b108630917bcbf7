import { type Bundle, loaded } from '../../data/bundle';
import type { InteractionTable } from '../../data/tables';
import { type ModelConfig, presenceSize } from '../../model/config';
import {
  type Feedback,
  type FeedbackBatch,
  feedbackTensors,
  fuseFeatures,
  toFeedbackBatch,
} from '../../model/features';
import { disposePlainCell, type PlainCell, plainCell } from '../../model/plainCell';
import { dispose, type Tensor2D, tensor2d, tidy } from '../../model/tf';
import {
  toWeights,
  type WeightName,
  type Weights,
  type WeightValues,
  weightNames,
} from '../../model/weights';
import type { Modality } from '../../vocabulary';

/** The model on the running backend. */
export interface Brain {
  readonly config: ModelConfig;
  readonly weights: Weights;
  /** Made when it is first asked for, see {@link plainCellOf}. */
  plainCell: PlainCell | null;
}

/** The cell for a few rows at a time, as trained; it stays the brain's, whose weights must be whole. */
export function plainCellOf(brain: Brain): PlainCell {
  brain.plainCell ??= plainCell(brain.weights);
  return brain.plainCell;
}

/**
 * Puts the weights of a bundle on the running backend.
 * @throws Error naming the weight that does not fit.
 */
export function makeBrain(bundle: Bundle): Brain {
  const config: ModelConfig = bundle.manifest.model;
  const later = bundle.words.now ? [] : weightNames(config).filter((name) => !bundle.weights.has(name));
  return { config, weights: toWeights(config, valuesOf(bundle), later), plainCell: null };
}

const valuesOf = ({ weights }: Pick<Bundle, 'weights'>) => Object.fromEntries(weights) as WeightValues;

/** Puts the weights on the backend that came later: no text is read and no state refined before. */
export async function learnWords(
  { config, weights }: Brain,
  bundle: Pick<Bundle, 'words' | 'weights'>,
  onBytes?: (arrived: number) => void,
): Promise<void> {
  await bundle.words.load(onBytes);
  Object.assign(weights, toWeights(config, valuesOf(bundle), Object.keys(weights) as WeightName[]));
}

/** Whether texts can be read and states refined; else there is enough to score. */
export const isWhole = ({ weights }: Brain): boolean =>
  weights['user/gru/input_kernel'] !== undefined && weights['text/context/centre'] !== undefined;

export function disposeBrain({ weights, plainCell }: Brain): void {
  dispose(Object.values(weights));
  if (plainCell) disposePlainCell(plainCell);
}

/** x_τ of one interaction [1, D] from its text vector [1, E] (null without text) and its ratings. */
export function featuresOf(brain: Brain, text: Tensor2D | null, feedback: Feedback): Tensor2D {
  const { config, weights } = brain;
  return tidy(() => {
    const batch = toFeedbackBatch(config, [feedback], [text !== null]);
    const vector = text ?? tensor2d(new Float32Array(config.embedSize), [1, config.embedSize]);
    return fuseFeatures(weights, vector, ...feedbackTensors(config, batch));
  });
}

/** {@link toFeedbackBatch} for the whole log, straight from its columns: an object for each row would take longer. */
export function logFeedback(config: ModelConfig, log: InteractionTable): FeedbackBatch {
  const size = log.user.length;
  const columns = [log.rating, ...log.aspects];
  const scales = [config.rating, ...config.aspects];
  const width = columns.length;
  const bits = presenceSize(config);
  const ratings = new Float32Array(size * width);
  const presence = new Float32Array(size * bits);
  for (let row = 0; row < size; row++) presence[row * bits] = log.hasText[row];
  columns.forEach((column, k) => {
    const { mean, deviation } = scales[k];
    for (let row = 0; row < size; row++) {
      if (Number.isNaN(column[row])) continue;
      ratings[row * width + k] = (column[row] - mean) / deviation;
      presence[row * bits + 1 + k] = 1;
    }
  });
  return { size, ratings, presence };
}

/** Clears the presence bits of modalities that are taken away; the feature layer masks by them. */
export function withoutModalities(batch: FeedbackBatch, gone: ReadonlySet<Modality>): FeedbackBatch {
  if (gone.size === 0) return batch;
  const presence = batch.presence.slice();
  const bits = presence.length / batch.size;
  for (let first = 0; first < presence.length; first += bits) {
    if (gone.has('text')) presence[first] = 0;
    if (gone.has('rating')) presence[first + 1] = 0;
    if (gone.has('aspects')) presence.fill(0, first + 2, first + bits);
  }
  return { ...batch, presence };
}

/**
 * x_τ of the whole log [interactions, D], from the stored text vectors: computed up front, in one go.
 * @param feedback another one than the log's own, as where modalities are switched off
 */
export function logFeatures(
  brain: Brain,
  bundle: Bundle,
  feedback: FeedbackBatch = logFeedback(brain.config, bundle.interactions),
): Tensor2D {
  const { config, weights } = brain;
  return tidy(() => {
    const text = tensor2d(loaded(bundle.textVectors), [feedback.size, config.embedSize]);
    return fuseFeatures(weights, text, ...feedbackTensors(config, feedback));
  });
}
