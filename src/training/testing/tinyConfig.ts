import type { ModelConfig } from '../../model/config';

/** A model small enough to look at. */
export const tinyConfig: ModelConfig = {
  stateSize: 6,
  embedSize: 4,
  attentionSize: 4,
  hiddenSize: 4,
  vocabularySize: 5,
  maxWords: 32,
  rating: { field: 'rating', label: 'Rating', min: 1, max: 5, step: 1, mean: 3, deviation: 1 },
  aspects: [],
  scorer: 'full',
  product: false,
  meanRating: 3,
  damping: { user: 5, item: 5, scale: null, reliability: null },
};
