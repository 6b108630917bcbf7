import type { ModelConfig } from './config';
import type { WeightValues } from './weights';

/** The rating that the text of each interaction tells alone; NaN without text. */
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

/** What a first list knows of reviews without a rating, before it has their vectors; undefined where every text has one. */
export function toldOfUnrated(
  config: Pick<ModelConfig, 'embedSize' | 'rating'>,
  values: Pick<WeightValues, 'told/kernel' | 'told/bias'>,
  vectors: Float32Array,
  log: { readonly ratings: Float64Array; readonly hasText: ArrayLike<boolean | number> },
): Float64Array | undefined {
  const unrated = (row: number) => Boolean(log.hasText[row]) && Number.isNaN(log.ratings[row]);
  const told = toldIn(config, values, vectors, unrated);
  return told.every(Number.isNaN) ? undefined : told;
}
