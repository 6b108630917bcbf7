import type { ModelConfig } from '../model/config';
import { type FeedbackBatch, feedbackTensors, fuseFeatures, toFeedbackBatch } from '../model/features';
import { pickRows, type SparseRows } from '../model/keywordMatch';
import { initialStates, replay, type States } from '../model/replay';
import type { InteractionIds } from '../model/tbatch';
import type { Weights } from '../model/weights';
import { type Tensor2D, tensor2d, tidy } from './tf';
import type { TrainingData } from './trainingData';

/** Interactions as the streaming half of the model sees them: text vectors are computed already. */
export interface Stream {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly ratings: Float64Array;
  readonly feedback: FeedbackBatch;
  /** Row-major [n, E]. */
  readonly vectors: Float32Array;
  /** m_τ of each. */
  readonly said: SparseRows;
}

/** Streams a log through the cells from given states. */
export type Replay = (weights: Weights, start: States, x: Tensor2D, log: InteractionIds) => States;

/** Picks rows of the data, in the given order. */
export function streamOf(
  data: Pick<TrainingData, 'config' | 'users' | 'items' | 'feedback' | 'hasText' | 'said'>,
  vectors: Float32Array,
  rows: Int32Array,
): Stream {
  const E = data.config.embedSize;
  const picked = new Float32Array(rows.length * E);
  rows.forEach((row, k) => {
    picked.set(vectors.subarray(row * E, (row + 1) * E), k * E);
  });
  return {
    users: Int32Array.from(rows, (r) => data.users[r]),
    items: Int32Array.from(rows, (r) => data.items[r]),
    // What the model may see of a rating; the rating to predict may be hidden from it.
    ratings: Float64Array.from(rows, (r) => data.feedback[r].rating ?? Number.NaN),
    feedback: toFeedbackBatch(
      data.config,
      Array.from(rows, (r) => data.feedback[r]),
      Array.from(rows, (r) => data.hasText[r]),
    ),
    vectors: picked,
    said: pickRows(data.said.rows, rows),
  };
}

/**
 * x_τ of every interaction of a stream [n, D].
 * @param text its text vectors [n, E], where a gradient is to reach them.
 */
export function streamFeatures(
  weights: Weights,
  config: ModelConfig,
  stream: Stream,
  text?: Tensor2D,
): Tensor2D {
  return tidy(() => {
    const [ratings, presence] = feedbackTensors(config, stream.feedback);
    const said = text ?? tensor2d(stream.vectors, [stream.users.length, config.embedSize]);
    return fuseFeatures(weights, said, ratings, presence);
  });
}

/** States after streaming interactions from u_0 and i_0. */
export function streamStates(
  weights: Weights,
  config: ModelConfig,
  stream: Stream,
  users: number,
  items: number,
  run: Replay = replay,
): States {
  return tidy(() => {
    const x = streamFeatures(weights, config, stream);
    return run(weights, initialStates(weights, users, items), x, stream);
  });
}
