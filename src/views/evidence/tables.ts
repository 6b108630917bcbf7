import type { Evidence } from '../../engine/questions/evidence';

/** Rows of models with how DReX compares with the others, as the first table has them. */
export type Table = Pick<Evidence, 'models' | 'comparisons'>;

/** Over all made-up worlds together; null where that was not measured. Of older evidence without a comparison. */
export const worldTable = ({ worlds, worldComparisons = [] }: Evidence): Table | null =>
  worlds && worlds.length > 0 ? { models: worlds, comparisons: worldComparisons } : null;

/** Each person’s latest interaction held out. */
export const latestTable = ({ latestOut, latestComparisons = [] }: Evidence): Table | null =>
  latestOut && latestOut.length > 0 ? { models: latestOut, comparisons: latestComparisons } : null;
