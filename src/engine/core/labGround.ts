import type { Side } from '../../model/gru';
import type { SimulatedLog } from '../api';
import type { Catalogue } from './catalogue';
import type { Moment } from './moment';
import type { FullProfile } from './profile';
import type { Scores } from './scores';

/** How a person stands in the present of a log. */
export interface Standing {
  readonly moment: Moment;
  readonly user: number;
  readonly scores: Scores;
}

/** What experiments are made on: the very moments and scores that the main screen shows. */
export interface LabGround {
  readonly catalogue: Catalogue;
  /** Gives way to other requests; rejects once the experiment is no longer wanted. */
  at(log: SimulatedLog, person: string): Promise<Standing>;
  /** Keywords of the person or of an item, measured. */
  profile(standing: Standing, side: Side, entity: number): Promise<FullProfile>;
}
