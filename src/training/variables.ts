import type { ModelConfig } from '../model/config';
import { random } from '../model/random';
import { sizeOf, type WeightName, type WeightValues, weightNames, weightShapes } from '../model/weights';
import { tensor, tidy, type Variable, variable } from './tf';

/** Start near nothing, so that the first episodes see little more than the damped biases. */
const SMALL = new Set(['score/dot/kernel', 'score/mlp/output']);

/**
 * Initial weights from a seed: GRU tensors uniform in ±1/√D as PyTorch has them, kernels Glorot-uniform, embeddings
 * normal 0.1, and the update gate's bias raised by `updateBias`, so that states persist until the cells learn better.
 */
export function initialWeights(config: ModelConfig, seed: number, updateBias: number): WeightValues {
  const shapes = weightShapes(config);
  const D = config.stateSize;
  const values = {} as WeightValues;
  for (const name of weightNames(config)) {
    const shape: readonly number[] = shapes[name];
    const source = random(seed, 'init', name);
    const uniform = (limit: number) =>
      Float32Array.from({ length: sizeOf(shape) }, () => (2 * source.next() - 1) * limit);
    const normal = (deviation: number) =>
      Float32Array.from({ length: sizeOf(shape) }, () => source.normal() * deviation);
    if (name === 'text/embedding' || name.endsWith('/initial')) values[name] = normal(0.1);
    else if (name.includes('/gru/')) values[name] = uniform(1 / Math.sqrt(D));
    else if (name === 'choice/popularity') values[name] = normal(0.05);
    // The learned bias terms start at zero, so that training starts from the damped bias of the history.
    else if (shape.length === 1 || name.startsWith('score/user') || name.startsWith('score/item'))
      values[name] = new Float32Array(sizeOf(shape));
    else values[name] = uniform(Math.sqrt(6 / (shape[0] + shape[1])) * (SMALL.has(name) ? 0.1 : 1));
    if (name.endsWith('gru/input_bias')) for (let d = D; d < 2 * D; d++) values[name][d] += updateBias;
  }
  return values;
}

export type VariableWeights = Record<WeightName, Variable>;

/** Trainable copies on the backend. */
export function toVariables(config: ModelConfig, values: WeightValues): VariableWeights {
  const shapes = weightShapes(config);
  const made = {} as VariableWeights;
  // A variable holds the numbers of its tensor, which would else stay when the variable goes.
  for (const name of weightNames(config))
    made[name] = tidy(() => variable(tensor(values[name], [...shapes[name]], 'float32')));
  return made;
}

/** A copy of every weight, off the backend. */
export function readVariables(weights: VariableWeights): WeightValues {
  const values = {} as WeightValues;
  for (const [name, t] of Object.entries(weights))
    values[name as WeightName] = Float32Array.from(t.dataSync());
  return values;
}
