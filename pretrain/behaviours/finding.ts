import type { BEHAVIOURS } from '../../src/data/evidence';

/** The five questions of `npm run evidence` whether a recommender listens. */
export type Behaviour = (typeof BEHAVIOURS)[number];

/** What came of one behaviour in one form, case by case. */
export interface Finding {
  readonly behaviour: Behaviour;
  /** Which form of it: "loved, 1 review, text and rating". */
  readonly variant: string;
  /** What `value` measures, for the head of a column. */
  readonly measure: string;
  readonly cases: readonly Case[];
}

export interface Case {
  /** The group, item or person that it belongs to: intervals are over these. */
  readonly of: number;
  readonly value: number;
  readonly passed: boolean;
  /** `value` if the list were drawn by lot; absent where there is no such thing. */
  readonly chance?: number;
}
