import { fitting } from '../engine/fitting';
import type { EntryProblem, SimulatedLog } from '../engine/simulatedLog';
import type { Verb } from './session';

export interface FittedLog {
  readonly log: SimulatedLog;
  readonly problems: readonly EntryProblem[];
}

/**
 * Leaves out the entries that the data set cannot take, such as a review of an item that it does not have, and those
 * that rest on one left out.
 * @param places of the entries where they come from, if that is another log
 */
export const fitLog =
  (log: SimulatedLog, places?: readonly number[]): Verb<Promise<FittedLog>> =>
  async ({ engine }) => {
    const check = await engine.check({ logs: [log], person: null, item: null, at: null });
    const [problems = []] = check.problems;
    return {
      log: fitting(log, problems),
      problems: problems.map(({ entry, field, what }) => ({ entry: places?.[entry] ?? entry, field, what })),
    };
  };
