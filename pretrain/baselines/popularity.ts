import { type Baseline, lastOf, type Tune } from './baseline';

/** Ranks items by the number of their interactions in the history, rated or not; predicts no rating. */
export const tunePopularity: Tune = (): Baseline => {
  const countsOf = lastOf((history: Parameters<Baseline['scores']>[0]) => {
    const counts = new Float64Array(history.itemCount);
    for (let k = 0; k < history.items.length; k++) counts[history.items[k]]++;
    return counts;
  });
  return {
    id: 'popularity',
    label: 'popularity',
    settings: 'Nothing to tune.',
    predict: () => null,
    scores: (history, pairs) => {
      const counts = countsOf(history);
      return Float64Array.from(pairs.users, (_, k) => counts[pairs.items[k]] ?? 0);
    },
  };
};
