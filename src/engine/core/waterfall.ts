import type { Waterfall } from '../answers';
import type { Catalogue } from './catalogue';
import type { Moment } from './moment';
import { predictionOf, type Scores } from './scores';

/**
 * Splits the predicted rating of a person for an item over the person's history. The state is the sum of what its
 * interactions left (docs/ARCHITECTURE.md#what-remains-of-an-interaction), and bias and product are linear in it, so each
 * interaction has an exact share of both: w·c_τ + ⟨P c_τ, i⟩/√D. Plain arithmetic in Float64.
 */
export function buildWaterfall(
  catalogue: Catalogue,
  moment: Moment,
  scores: Scores,
  user: number,
  item: number,
): Waterfall {
  const { config, bundle } = catalogue;
  const D = config.stateSize;
  const slope = slopeOf(catalogue, moment.state('item', item));
  const shareOf = (part: ArrayLike<number>): number => {
    let sum = 0;
    for (let d = 0; d < D; d++) sum += part[d] * slope[d];
    return sum;
  };
  const rows = moment.rowsOf('user', user);
  const { initial, steps } = moment.parts('user', rows);
  const prediction = predictionOf(catalogue, scores, item);
  const state = moment.state('user', user);
  // The person's bias without what the state adds to it.
  const learned = weightOf(catalogue, 'score/user/bias').subarray(0, D);
  let fromState = 0;
  for (let d = 0; d < D; d++) fromState += learned[d] * state[d];
  return {
    prediction,
    personLevel: prediction.userBias - fromState,
    initial: shareOf(initial),
    interactions: Array.from(rows, (row, k) => {
      const { key, item: of, simulated } = moment.world.scenario.interaction(row);
      const { rating } = moment.world.scenario.given(row);
      return { key, itemName: bundle.items.name[of], rating, simulated, value: shareOf(steps[k]) };
    }),
  };
}

/** @throws Error naming the weight that a bundle lacks */
export function weightOf({ bundle }: Catalogue, name: string): Float32Array {
  const values = bundle.weights.get(name);
  if (!values) throw new Error(`the bundle has no weight ${name}`);
  return values;
}

/**
 * How the rating of an item grows with each dimension of the person's state [D]: w_d + Σ_e P[d, e]·i_e/√D.
 * @param item the item's state [D]
 */
export function slopeOf(catalogue: Catalogue, item: Float32Array): Float64Array {
  const D = item.length;
  const bias = weightOf(catalogue, 'score/user/bias');
  const kernel = weightOf(catalogue, 'score/dot/kernel');
  const withProduct = catalogue.config.scorer !== 'mlp';
  return Float64Array.from({ length: D }, (_, d) => {
    let product = 0;
    for (let e = 0; withProduct && e < D; e++) product += kernel[d * D + e] * item[e];
    return bias[d] + product / Math.sqrt(D);
  });
}
