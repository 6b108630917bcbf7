import type { Side } from '../../vocabulary';
import type { SimulatedLog } from '../simulatedLog';
import type { Ground } from './ground';
import type { Moment } from './moment';
import { nextTask } from './nextTask';
import type { FullProfile } from './profile';
import type { Scores } from './scores';
import type { Proceed } from './worlds';

/** How a person stands in the present of a log. */
export interface Standing {
  readonly moment: Moment;
  readonly user: number;
  readonly scores: Scores;
}

/** What experiments are made on: the very moments and scores that the main screen shows. */
export const labGround = (ground: Ground, proceed: Proceed) => ({
  catalogue: ground.catalogue,
  /** Gives way to other requests; rejects once the experiment is no longer wanted. */
  async at(log: SimulatedLog, person: string): Promise<Standing> {
    await nextTask();
    proceed();
    const moment = await ground.at({ log, at: null }, proceed);
    const user = ground.person(moment, person);
    const scores = await ground.scores(moment, user);
    proceed();
    return { moment, user, scores };
  },
  /** Keywords of the person or of an item. */
  async profile({ moment }: Standing, side: Side, entity: number): Promise<FullProfile> {
    const profile = await ground.profile(moment, side, entity);
    proceed();
    return profile;
  },
});

export type LabGround = ReturnType<typeof labGround>;
