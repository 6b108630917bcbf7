import type { ModelConfig } from '../src/model/config';
import { sizeOf, type Weights, type WeightValues, weightShapes } from '../src/model/weights';
import { mul, tensor } from './tf';

/** Kernels of the scorer whose rows from D on meet the statistics of the history. */
const KERNELS = [
  'score/user/bias',
  'score/item/bias',
  'score/mlp/user_kernel',
  'score/mlp/item_kernel',
] as const;

/** 1 for the rows that meet the state, 0 for those that meet the statistics; row-major like the kernel. */
function ofStates(config: ModelConfig, name: (typeof KERNELS)[number]): Float32Array {
  const shape = weightShapes(config)[name];
  return new Float32Array(sizeOf(shape)).fill(1, 0, config.stateSize * shape[1]);
}

/** Weights of a scorer that sees the states alone: the rows of the statistics are zero, so nothing else needs to know. */
export function zeroCounts(config: ModelConfig, values: WeightValues): WeightValues {
  const result = { ...values };
  for (const name of KERNELS) {
    const mask = ofStates(config, name);
    result[name] = values[name].map((value, k) => value * mask[k]);
  }
  return result;
}

/** The same of weights in training: no gradient reaches those rows, so they stay at zero. */
export function hideCounts(config: ModelConfig, weights: Weights): Weights {
  const result = { ...weights };
  for (const name of KERNELS)
    result[name] = mul(weights[name], tensor(ofStates(config, name), [...weightShapes(config)[name]]));
  return result;
}
