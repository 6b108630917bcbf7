import { isEdit } from '../engine/edits';
import { type EntryProblem, type LogEntry, readEntry, type SimulatedLog } from '../engine/simulatedLog';
import type { Said } from './said';

/** What can be read of the entries of a log from elsewhere. */
export interface ReadEntries {
  readonly log: SimulatedLog;
  /** Index that each entry of `log` had. */
  readonly places: readonly number[];
  /** What is wrong with the others. */
  readonly problems: readonly EntryProblem[];
}

/** Reads entries one by one: what is wrong is left out and named. */
export function readEntries(rows: readonly unknown[]): ReadEntries {
  const log: LogEntry[] = [];
  const places: number[] = [];
  const problems: EntryProblem[] = [];
  const keys = new Set<string>();
  for (const [entry, row] of rows.entries()) {
    const read = readEntry(row);
    if ('wrong' in read) problems.push({ entry, ...read.wrong });
    else if (!isEdit(read.value) && keys.has(read.value.key))
      problems.push({ entry, field: 'key', what: { is: 'twice', name: read.value.key } });
    else {
      if (!isEdit(read.value)) keys.add(read.value.key);
      log.push(read.value);
      places.push(entry);
    }
  }
  return { log, places, problems };
}

/** What to say of entries that were left out of a log of so many. */
export const leftOut = (problems: readonly EntryProblem[], total: number): readonly Said[] =>
  problems.length > 0 ? [{ is: 'left-out', problems, total }] : [];
