import { type ModelConfig, presenceSize } from './config';
import { type Tap, unseen } from './tap';
import { add, matMul, mul, slice, type Tensor, type Tensor2D, tanh, tensor2d, tidy } from './tf';
import { matrix, vector, type Weights } from './weights';

/** Numeric feedback of one interaction in rating units; null where the modality is absent. */
export interface Feedback {
  readonly rating: number | null;
  /** One entry per aspect of the configuration, in its order. */
  readonly aspects: readonly (number | null)[];
}

/** Ratings and presence bits of a batch of interactions, ready for the feature layer. */
export interface FeedbackBatch {
  readonly size: number;
  /** Row-major [size, 1 + aspects]: standardised rating and aspects; 0 where absent. */
  readonly ratings: Float32Array;
  /** Row-major [size, 2 + aspects]: presence of text, overall rating, each aspect. */
  readonly presence: Float32Array;
}

/** Standardises feedback with the train-split statistics and sets the presence bits. */
export function toFeedbackBatch(
  config: ModelConfig,
  feedback: readonly Feedback[],
  hasText: readonly boolean[],
): FeedbackBatch {
  const scales = [config.rating, ...config.aspects];
  const bits = presenceSize(config);
  const ratings = new Float32Array(feedback.length * scales.length);
  const presence = new Float32Array(feedback.length * bits);
  feedback.forEach((one, row) => {
    presence[row * bits] = hasText[row] ? 1 : 0;
    scales.forEach((scale, k) => {
      const value = k === 0 ? one.rating : (one.aspects[k - 1] ?? null);
      if (value === null) return;
      ratings[row * scales.length + k] = (value - scale.mean) / scale.deviation;
      presence[row * bits + 1 + k] = 1;
    });
  });
  return { size: feedback.length, ratings, presence };
}

/** The two halves of a feedback batch as tensors: ratings [n, 1 + aspects], presence [n, 2 + aspects]. */
export function feedbackTensors(config: ModelConfig, batch: FeedbackBatch): [Tensor2D, Tensor2D] {
  return [
    tensor2d(batch.ratings, [batch.size, 1 + config.aspects.length]),
    tensor2d(batch.presence, [batch.size, presenceSize(config)]),
  ];
}

/** Columns [n, to − from] of a matrix, by a product with ones: to cut them out costs WASM a copy in script for each row. */
function columns(of: Tensor2D, from: number, to: number): Tensor2D {
  const width = of.shape[1];
  const ones = new Float32Array(width * (to - from));
  for (let k = 0; k < to - from; k++) ones[(from + k) * (to - from) + k] = 1;
  return matMul(of, tensor2d(ones, [width, to - from]));
}

/**
 * x_τ = tanh(W [b_text·t ; ratings ; presence] + b), shape [n, D] (docs/ARCHITECTURE.md#features). An absent modality contributes
 * zero and its bit. The text is masked here, so a stale text vector cannot leak past a cleared bit. The tap sees `x`.
 */
export function fuseFeatures(
  weights: Weights,
  text: Tensor2D,
  ratings: Tensor2D,
  presence: Tensor2D,
  tap: Tap = unseen,
): Tensor2D {
  return tidy(() => {
    const said = mul(text, columns(presence, 0, 1)) as Tensor2D;
    const rated = mul(ratings, columns(presence, 1, presence.shape[1])) as Tensor2D;
    const kernel = matrix(weights, 'features/kernel');
    const parts = [said, rated, presence];
    const width = parts.reduce((sum, part) => sum + part.shape[1], 0);
    // The kernel tells whether the model has the product: its rows are the parts.
    if (kernel.shape[0] > width) parts.push(mul(said, columns(rated, 0, 1)) as Tensor2D);
    // Each part meets its own rows of W: cheaper than the long rows side by side.
    let row = 0;
    let sum: Tensor = vector(weights, 'features/bias');
    for (const part of parts) {
      sum = add(matMul(part, slice(kernel, [row, 0], [part.shape[1], -1])), sum);
      row += part.shape[1];
    }
    const x = tanh(sum) as Tensor2D;
    tap('x', x);
    return x;
  });
}
