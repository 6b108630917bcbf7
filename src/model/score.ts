import type { EntityStatistics, UserStatistics } from './bias';
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
  /** s_u [n] of users: their own scale, by which item biases count; ones of items. */
  readonly scale: Tensor1D;
  /** P u (users, already divided by √D) or i itself (items) [n, D]. */
  readonly factor: Tensor2D;
  /** W_u [u; ln(1+n_u)] + b, or W_i [i; ln(1+n_i)] [n, M]. */
  readonly hidden: Tensor2D;
}

/** Statistics of n entities as tensors. */
export interface StatisticsTensors {
  /** Damped biases [n]. */
  readonly biases: Tensor1D;
  /** Own scales [n]; ones of items. */
  readonly scales: Tensor1D;
  /** ln(1 + interactions) [n, 1]. */
  readonly logCounts: Tensor2D;
}

/** Puts the statistics of a set of entities on the backend. */
export function statisticsTensors(
  statistics: EntityStatistics & Partial<Pick<UserStatistics, 'scales'>>,
): StatisticsTensors {
  const { counts, biases, scales } = statistics;
  return {
    biases: tensor1d(biases),
    scales: tensor1d(scales ?? new Float32Array(counts.length).fill(1)),
    logCounts: tensor2d(Float32Array.from(counts, Math.log1p), [counts.length, 1]),
  };
}

/** Statistics of n entities of which nothing is known. */
export const noStatistics = (n: number): StatisticsTensors =>
  statisticsTensors({ counts: new Float32Array(n), biases: new Float32Array(n) });

/** Computes one half of the scorer for n entities from their states [n, D] and statistics. */
export function sideScores(
  weights: Weights,
  side: Side,
  states: Tensor2D,
  { biases, scales, logCounts }: StatisticsTensors,
): SideScores {
  return tidy(() => {
    const [n, D] = states.shape;
    const known = concat([states, logCounts], 1) as Tensor2D;
    const learned = reshape(matMul(known, matrix(weights, `score/${side}/bias`)), [n]);
    const hidden = matMul(known, matrix(weights, `score/mlp/${side}_kernel`)) as Tensor2D;
    return {
      bias: add(biases, learned),
      scale: mul(scales, 1),
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
  /** s_u·b(i): the item's bias on the user's own scale. */
  readonly itemBias: Tensor1D;
  /** ⟨P u, i⟩/√D; 0 in the variant `mlp`. */
  readonly dot: Tensor1D;
  /** w·ReLU(W_u u + W_i i + b); 0 in the variant `dot`. */
  readonly mlp: Tensor1D;
  /** r̂ = μ + b_u + s_u·b_i + dot + mlp, not clipped to the scale. */
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
    const itemBias = mul(items.bias, user.scale) as Tensor1D;
    return combine(weights, config, userBias, itemBias, dot, add(items.hidden, user.hidden));
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
    const itemBias = mul(items.bias, users.scale) as Tensor1D;
    return combine(weights, config, users.bias, itemBias, dot, add(users.hidden, items.hidden));
  });
}
