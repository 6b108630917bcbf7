import type { EntryProblem, SimulatedLog } from './simulatedLog';

/** The entries of a log that a data set takes, in their order; the very log where it takes all. */
export function fitting(log: SimulatedLog, problems: readonly EntryProblem[]): SimulatedLog {
  if (problems.length === 0) return log;
  const unfit = new Set(problems.map(({ entry }) => entry));
  return log.filter((_, entry) => !unfit.has(entry));
}
