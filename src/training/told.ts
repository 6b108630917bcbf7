import type { ModelConfig } from '../model/config';
import type { WeightValues } from '../model/weights';

/** The rating that the text of each interaction of a stream tells alone; NaN without text. */
export function toldIn(
  { embedSize: E, rating }: Pick<ModelConfig, 'embedSize' | 'rating'>,
  values: Pick<WeightValues, 'told/kernel' | 'told/bias'>,
  vectors: Float32Array,
  hasText: (row: number) => boolean,
): Float64Array {
  const [kernel, [bias]] = [values['told/kernel'], values['told/bias']];
  return Float64Array.from({ length: vectors.length / E }, (_, row) => {
    if (!hasText(row)) return Number.NaN;
    let sum = bias;
    for (let e = 0; e < E; e++) sum += vectors[row * E + e] * kernel[e];
    return rating.mean + rating.deviation * sum;
  });
}
