import { fusionSize, KNOWN, type ModelConfig } from './config';
import { type Tensor, type Tensor1D, type Tensor2D, tensor } from './tf';

/** The names of all trainable tensors and their shapes, in storage order. */
export function weightShapes(config: ModelConfig) {
  const { stateSize: D, embedSize: E, attentionSize: A, hiddenSize: M, vocabularySize: V } = config;
  return {
    'text/embedding': [V, E],
    'text/context/previous': [E, E],
    'text/context/centre': [E, E],
    'text/context/next': [E, E],
    'text/context/bias': [E],
    'text/attention/kernel': [E, A],
    'text/attention/bias': [A],
    'text/attention/vector': [A, 1],
    'told/kernel': [E, 1],
    'told/bias': [1],
    'features/kernel': [fusionSize(config), D],
    'features/bias': [D],
    'user/initial': [1, D],
    'user/gru/input_kernel': [2 * D, 3 * D],
    'user/gru/input_bias': [3 * D],
    'user/gru/state_kernel': [D, 3 * D],
    'user/gru/state_bias': [3 * D],
    'item/initial': [1, D],
    'item/gru/input_kernel': [2 * D, 3 * D],
    'item/gru/input_bias': [3 * D],
    'item/gru/state_kernel': [D, 3 * D],
    'item/gru/state_bias': [3 * D],
    'score/user/bias': [D + KNOWN.user, 1],
    'score/item/bias': [D + KNOWN.item, 1],
    'score/dot/kernel': [D, D],
    'score/mlp/user_kernel': [D + KNOWN.user, M],
    'score/mlp/item_kernel': [D + KNOWN.item, M],
    'score/mlp/bias': [M],
    'score/mlp/output': [M, 1],
    'choice/user/kernel': [D, D],
    'choice/item/kernel': [D, D],
    'choice/popularity': [2 + D, 1],
    'choice/words': [1],
  } as const satisfies Record<string, readonly number[]>;
}

export type WeightName = keyof ReturnType<typeof weightShapes>;

/** Weights as plain numbers, as a bundle stores them. */
export type WeightValues = Record<WeightName, Float32Array>;

/** Weights as tensors (or variables, while training). A GRU kernel holds its gates in the order r, z, n. */
export type Weights = Record<WeightName, Tensor>;

export const weightNames = (config: ModelConfig): WeightName[] =>
  Object.keys(weightShapes(config)) as WeightName[];

/** Number of values a shape holds. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/**
 * Puts stored weights on the backend.
 * @param later those that are put there when they have come: whatever needs one before fails
 * @throws Error naming the weight when a length does not fit the configuration.
 */
export function toWeights(
  config: ModelConfig,
  values: WeightValues,
  later: readonly WeightName[] = [],
): Weights {
  const shapes = weightShapes(config);
  const weights = {} as Weights;
  for (const name of weightNames(config)) {
    if (later.includes(name)) continue;
    const shape = shapes[name];
    const length = values[name]?.length;
    if (length !== sizeOf(shape))
      throw new Error(`weight ${name}: ${length ?? 'no'} values where the model needs ${sizeOf(shape)}`);
    weights[name] = tensor(values[name], [...shape]);
  }
  return weights;
}

export const vector = (weights: Weights, name: WeightName): Tensor1D => weights[name] as Tensor1D;
export const matrix = (weights: Weights, name: WeightName): Tensor2D => weights[name] as Tensor2D;
