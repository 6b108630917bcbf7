import type { ModelConfig } from './config';
import { add, concat, matMul, mul, reshape, type Tensor1D, type Tensor2D, tensor2d, tidy } from './tf';
import { matrix, vector, type Weights } from './weights';

/**
 * The choice score, what to show (docs/ARCHITECTURE.md#choice-score): s(u, i) = p(i) + ⟨Q u, K i⟩/√D + κ·⟨k_u, k_i⟩. Q and K are
 * linear, without bias or activation, so that the match of the states splits over interactions as the states do.
 */

/** What the choice score rests on of n items, computed once for all people. */
export interface ChoiceItems {
  /** K i [n, D]. */
  readonly match: Tensor2D;
  /** p(i) [n]: how many like it. */
  readonly popularity: Tensor1D;
}

/** Counts and damped biases of n items: what p(i) sees beside the state. */
export interface ChoiceStatistics {
  readonly counts: Float32Array;
  readonly biases: Float32Array;
}

/** Q u/√D of m people [m, D]. */
export const choiceUsers = (weights: Weights, states: Tensor2D): Tensor2D =>
  tidy(() => mul(matMul(states, matrix(weights, 'choice/user/kernel')), 1 / Math.sqrt(states.shape[1])));

/** K i and p(i) = [ln(1 + n), b_i/σ, i]·w_p of n items from their states [n, D] and statistics. */
export const choiceItems = (
  weights: Weights,
  { rating }: Pick<ModelConfig, 'rating'>,
  states: Tensor2D,
  { counts, biases }: ChoiceStatistics,
): ChoiceItems =>
  tidy(() => {
    const [n] = states.shape;
    const known = new Float32Array(2 * n);
    for (let i = 0; i < n; i++) {
      known[2 * i] = Math.log1p(counts[i]);
      known[2 * i + 1] = biases[i] / rating.deviation;
    }
    const seen = concat([tensor2d(known, [n, 2]), states], 1) as Tensor2D;
    return {
      match: matMul(states, matrix(weights, 'choice/item/kernel')) as Tensor2D,
      popularity: reshape(matMul(seen, matrix(weights, 'choice/popularity')), [n]) as Tensor1D,
    };
  });

/**
 * s(u, i) of m people and all n items [m, n].
 * @param users Q u/√D [m, D]
 * @param words ⟨k_u, k_i⟩ [m, n]; null where the words do not count
 */
export const choiceScores = (
  weights: Weights,
  users: Tensor2D,
  { match, popularity }: ChoiceItems,
  words: Tensor2D | null,
): Tensor2D =>
  tidy(() => {
    const states = add(matMul(users, match, false, true), popularity) as Tensor2D;
    return words ? (add(states, mul(words, vector(weights, 'choice/words'))) as Tensor2D) : states;
  });
