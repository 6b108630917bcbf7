import type { Side } from '../vocabulary';
import type { ItemStatistics, LogStatistics, UserStatistics } from './bias';
import { KNOWN, type ModelConfig } from './config';
import type { States } from './replay';
import {
  add,
  concat,
  gather,
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

/** One half of the scorer, computed once for many pairings (docs/ARCHITECTURE.md#predicted-rating). */
export interface SideScores {
  /** b(u) or b(i) [n]: damped bias of the history plus what the state adds to it, in rating units. */
  readonly bias: Tensor1D;
  /** s_u [n] of users: their own scale, by which item biases count; ones of items. */
  readonly scale: Tensor1D;
  /** P u (users, already divided by √D) or i itself (items) [n, D]. */
  readonly factor: Tensor2D;
  /** W_u [u; statistics] + b, or W_i [i; statistics] [n, M]. */
  readonly hidden: Tensor2D;
}

/** Statistics of n entities as tensors. */
export interface StatisticsTensors {
  /** Damped biases [n]. */
  readonly biases: Tensor1D;
  /** Own scales [n]; ones of items. */
  readonly scales: Tensor1D;
  /** What the scorer sees beside the state [n, {@link KNOWN}], see {@link userStatistics} and {@link itemStatistics}. */
  readonly known: Tensor2D;
}

const columns = (values: readonly ArrayLike<number>[]): Tensor2D => {
  const n = values[0].length;
  const rows = new Float32Array(n * values.length);
  values.forEach((column, k) => {
    for (let row = 0; row < n; row++) rows[row * values.length + k] = column[row];
  });
  return tensor2d(rows, [n, values.length]);
};

/** Statistics of users on the backend; the scorer sees ln(1 + n), b_u/σ, s_u − 1, ln w_u. */
export function userStatistics(
  config: Pick<ModelConfig, 'rating'>,
  { counts, biases, scales, reliabilities }: UserStatistics,
): StatisticsTensors {
  return {
    biases: tensor1d(biases),
    scales: tensor1d(scales),
    known: columns([
      counts.map(Math.log1p),
      biases.map((b) => b / config.rating.deviation),
      scales.map((s) => s - 1),
      reliabilities.map(Math.log),
    ]),
  };
}

/** Statistics of items on the backend; the scorer sees ln(1 + n), b_i/σ, ln(1 + Σ w_u). */
export function itemStatistics(
  config: Pick<ModelConfig, 'rating'>,
  { counts, biases, support }: ItemStatistics,
): StatisticsTensors {
  return {
    biases: tensor1d(biases),
    scales: tensor1d(new Float32Array(counts.length).fill(1)),
    known: columns([
      counts.map(Math.log1p),
      biases.map((b) => b / config.rating.deviation),
      support.map(Math.log1p),
    ]),
  };
}

/** Statistics of n entities of one side of which nothing is known. */
export function noStatistics(side: Side, n: number): StatisticsTensors {
  return {
    biases: tensor1d(new Float32Array(n)),
    scales: tensor1d(new Float32Array(n).fill(1)),
    known: tensor2d(new Float32Array(n * KNOWN[side]), [n, KNOWN[side]]),
  };
}

/** Computes one half of the scorer for n entities from their states [n, D] and statistics. */
export function sideScores(
  weights: Weights,
  side: Side,
  states: Tensor2D,
  { biases, scales, known: statistics }: StatisticsTensors,
): SideScores {
  return tidy(() => {
    const [n, D] = states.shape;
    const known = concat([states, statistics], 1) as Tensor2D;
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

/** Both halves of the scorer for all users and all items of a log. */
export const bothSides = (
  weights: Weights,
  config: Pick<ModelConfig, 'rating'>,
  states: States,
  statistics: LogStatistics,
): Record<Side, SideScores> =>
  tidy(() => ({
    user: sideScores(weights, 'user', states.users, userStatistics(config, statistics.users)),
    item: sideScores(weights, 'item', states.items, itemStatistics(config, statistics.items)),
  }));

/** Rows of a half of the scorer, one for each of `rows`. */
export const gatherSide = (side: SideScores, rows: ArrayLike<number>): SideScores =>
  tidy(() => {
    const ids = tensor1d(Int32Array.from(rows), 'int32');
    return {
      bias: gather(side.bias, ids),
      scale: gather(side.scale, ids),
      factor: gather(side.factor, ids) as Tensor2D,
      hidden: gather(side.hidden, ids) as Tensor2D,
    };
  });

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
