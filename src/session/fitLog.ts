import type { SimulatedLog } from '../engine/api';
import type { LogProblem } from './readLogFile';
import { engine } from './store';

export interface FittedLog {
  readonly log: SimulatedLog;
  readonly problems: readonly LogProblem[];
}

/**
 * Leaves out the entries that the data set cannot take, such as a review of an item that it does not have. The engine
 * names one at a time, and an entry left out may take others with it.
 * @param places what the entries are called in messages
 */
export async function fitLog(log: SimulatedLog, places: readonly number[]): Promise<FittedLog> {
  const kept = log.map((entry, k) => ({ entry, place: places[k] }));
  const problems: LogProblem[] = [];
  for (;;) {
    const tried = kept.map(({ entry }) => entry);
    try {
      // The cheapest question that reads the whole log.
      await engine().searchPeople({ query: '', offset: 0, limit: 1, log: tried });
      return { log: tried, problems };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const [, index, field, what] = /log\[(\d+)\]\.([^:]+): (.*)/s.exec(message) ?? [];
      if (index === undefined) throw error;
      const [{ place }] = kept.splice(Number(index), 1);
      problems.push({ entry: place, field, what });
    }
  }
}
