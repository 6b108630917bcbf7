import type { LogEntry, SimulatedLog } from '../engine/simulatedLog';

/** One text for one entry, whatever the order of its fields. */
const print = (entry: LogEntry): string => JSON.stringify(entry, Object.keys(entry).sort());

/** Whether a log begins with all of another, so that keeping the first keeps both. */
export const contains = (log: SimulatedLog, part: SimulatedLog): boolean =>
  part.length <= log.length && part.every((entry, k) => entry === log[k] || print(entry) === print(log[k]));

export const sameLog = (a: SimulatedLog, b: SimulatedLog): boolean => a.length === b.length && contains(a, b);

/**
 * Whether a log may take the place of another where it is kept: it goes on from it, or undoes its last entry. Anything
 * else, as opening a file or starting afresh, is another log, and the one before stays kept beside it.
 */
export const follows = (before: SimulatedLog, after: SimulatedLog): boolean =>
  contains(after, before) || (before.length - after.length === 1 && contains(before, after));
