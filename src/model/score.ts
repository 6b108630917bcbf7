import type { EntityStatistics } from './bias';
import type { ModelConfig } from './config';
import type { Side } from './gru';
import {
  add,
  concat,
  matMul,
  mul,
  relu,
  reshape,
  sum,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
} from './tf';
import { matrix, vector, type Weights } from './weights';

/** One half of the scorer, computed once for many pairings (DESIGN §2.3). */
export interface SideScores {
  /** b(u) or b(i) [n]: damped bias of the history plus what the state adds to it, in rating units. */
  readonly bias: Tensor1D;
  /** P u (users, already divided by √D) or i itself (items) [n, D]. */
  readonly factor: Tensor2D;
  /** W_u [u; ln(1+n_u)] + b, or W_i [i; ln(1+n_i)] [n, M]. */
  readonly hidden: Tensor2D;
}

/** Statistics of a set of entities as tensors: damped biases [n] and ln(1 + interactions) [n, 1]. */
export function statisticsTensors(statistics: EntityStatistics): { biases: Tensor1D; logCounts: Tensor2D } {
  const { counts, biases } = statistics;
  return {
    biases: tensor1d(biases),
    logCounts: tensor2d(Float32Array.from(counts, Math.log1p), [counts.length, 1]),
  };
}

/** Computes one half of the scorer for n entities from their states [n, D] and statistics. */
export function sideScores(
  weights: Weights,
  side: Side,
  states: Tensor2D,
  biases: Tensor1D,
  logCounts: Tensor2D,
): SideScores {
  return tidy(() => {
    const [n, D] = states.shape;
    const known = concat([states, logCounts], 1) as Tensor2D;
    const learned = reshape(matMul(known, matrix(weights, `score/${side}/bias`)), [n]);
    const hidden = matMul(known, matrix(weights, `score/mlp/${side}_kernel`)) as Tensor2D;
    return {
      bias: add(biases, learned),
      factor:
        side === 'user'
          ? mul(matMul(states, matrix(weights, 'score/dot/kernel')), 1 / Math.sqrt(D))
          : mul(states, 1),
      hidden: side === 'user' ? add(hidden, vector(weights, 'score/mlp/bias')) : hidden,
    };
  });
}

/** The predicted rating as the sum of its parts, all in rating units. */
export interface ScoreParts {
  readonly userBias: Tensor1D;
  readonly itemBias: Tensor1D;
  /** ⟨P u, i⟩/√D; 0 in the variant `mlp`. */
  readonly dot: Tensor1D;
  /** w·ReLU(W_u u + W_i i + b); 0 in the variant `dot`. */
  readonly mlp: Tensor1D;
  /** r̂ = μ + b_u + b_i + dot + mlp, not clipped to the scale. */
  readonly rating: Tensor1D;
}

const combine = (
  weights: Weights,
  config: Pick<ModelConfig, 'meanRating' | 'scorer'>,
  userBias: Tensor1D,
  itemBias: Tensor1D,
  rawDot: Tensor1D,
  hidden: Tensor2D,
): ScoreParts => {
  const n = itemBias.shape[0];
  const dot = config.scorer === 'mlp' ? mul(rawDot, 0) : rawDot;
  const rawMlp = reshape(matMul(relu(hidden), matrix(weights, 'score/mlp/output')), [n]);
  const mlp = config.scorer === 'dot' ? mul(rawMlp, 0) : rawMlp;
  const rating = add(add(add(userBias, itemBias), config.meanRating), add(dot, mlp));
  return { userBias, itemBias, dot, mlp, rating } as ScoreParts;
};

/** Scores one user (row 0 of `user`) against all n items. */
export function scoreItems(
  weights: Weights,
  config: Pick<ModelConfig, 'meanRating' | 'scorer'>,
  user: SideScores,
  items: SideScores,
): ScoreParts {
  return tidy(() => {
    const [n, D] = items.factor.shape;
    const dot = reshape(matMul(items.factor, reshape(user.factor, [D, 1])), [n]) as Tensor1D;
    const userBias = add(mul(items.bias, 0), user.bias) as Tensor1D;
    return combine(weights, config, userBias, items.bias, dot, add(items.hidden, user.hidden));
  });
}

/** Scores n pairs; row k of both sides belongs to pair k. */
export function scorePairs(
  weights: Weights,
  config: Pick<ModelConfig, 'meanRating' | 'scorer'>,
  users: SideScores,
  items: SideScores,
): ScoreParts {
  return tidy(() => {
    const dot = sum(mul(users.factor, items.factor), 1) as Tensor1D;
    return combine(weights, config, users.bias, items.bias, dot, add(users.hidden, items.hidden));
  });
}
