/** Every baseline, in the order of the tables: outside readers know them by these. */
export const BASELINE_IDS = [
  'bias',
  'own-scale',
  'item-knn',
  'matrix-factorisation',
  'review-attention',
  'global-mean',
  'global-median',
  'popularity',
  'popularity-liked',
  'ease',
  'ials',
  'item-knn-implicit',
  'content',
];
