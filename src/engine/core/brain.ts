import type { Bundle } from '../../data/bundle';
import type { ModelConfig } from '../../model/config';
import { type Feedback, feedbackTensors, fuseFeatures, toFeedbackBatch } from '../../model/features';
import { dispose, type Tensor2D, tensor2d, tidy } from '../../model/tf';
import { toWeights, type Weights, type WeightValues } from '../../model/weights';
import { known } from './catalogue';

/** The model on the running backend. */
export interface Brain {
  readonly config: ModelConfig;
  readonly weights: Weights;
}

/**
 * Puts the weights of a bundle on the running backend.
 * @throws Error naming the weight that does not fit.
 */
export function makeBrain(bundle: Bundle): Brain {
  const config: ModelConfig = bundle.manifest.model;
  const values = Object.fromEntries(bundle.weights) as WeightValues;
  return { config, weights: toWeights(config, values) };
}

export const disposeBrain = (brain: Brain): void => dispose(Object.values(brain.weights));

/** x_τ of one interaction [1, D] from its text vector [1, E] (null without text) and its ratings. */
export function featuresOf(brain: Brain, text: Tensor2D | null, feedback: Feedback): Tensor2D {
  const { config, weights } = brain;
  return tidy(() => {
    const batch = toFeedbackBatch(config, [feedback], [text !== null]);
    const vector = text ?? tensor2d(new Float32Array(config.embedSize), [1, config.embedSize]);
    return fuseFeatures(weights, vector, ...feedbackTensors(config, batch));
  });
}

/** x_τ of the whole log [interactions, D], from the stored text vectors: computed up front, in one go. */
export function logFeatures(brain: Brain, bundle: Bundle): Tensor2D {
  const { config, weights } = brain;
  const { interactions: log } = bundle;
  const rows = log.user.length;
  const feedback = Array.from({ length: rows }, (_, row) => ({
    rating: known(log.rating[row]),
    aspects: log.aspects.map((column) => known(column[row])),
  }));
  const batch = toFeedbackBatch(
    config,
    feedback,
    Array.from(log.hasText, (bit) => bit === 1),
  );
  return tidy(() => {
    const text = tensor2d(bundle.textVectors, [rows, config.embedSize]);
    return fuseFeatures(weights, text, ...feedbackTensors(config, batch));
  });
}
