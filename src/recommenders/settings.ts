import type { BiasDamping } from './bias';
import type { EaseSettings } from './ease';
import type { ImplicitNeighbourSettings } from './neighbours';

/** What tuning found for the recommenders that DReX is shown beside. */
export interface RecommenderSettings {
  readonly bias: BiasDamping;
  readonly neighbours: ImplicitNeighbourSettings;
  readonly ease: EaseSettings;
}

/** Where tuning begins, and ends where there is nothing to tune on. */
export const UNTUNED: RecommenderSettings = {
  bias: { user: 6, item: 6 },
  neighbours: { neighbours: 200, shrinkage: 3, power: 0.25, others: 0.5 },
  ease: { penalty: 1000, others: 0.5 },
};
