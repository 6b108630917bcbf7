import { isEdit } from '../engine/edits';
import { type EntryProblem, type LogEntry, readEntry, type SimulatedLog } from '../engine/simulatedLog';

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
      problems.push({ entry, field: 'key', what: `“${read.value.key}” occurs twice` });
    else {
      if (!isEdit(read.value)) keys.add(read.value.key);
      log.push(read.value);
      places.push(entry);
    }
  }
  return { log, places, problems };
}

/** Reasons given in full; more would be a list that nobody reads. */
const REASONS = 12;

/** "entries 2, 5–7 and 9" */
function entriesOf(entries: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === entry) last[1] = entry;
    else runs.push([entry, entry]);
  }
  const named = runs.flatMap(([from, to]) =>
    to - from > 1 ? `${from}–${to}` : from === to ? from : [from, to],
  );
  const all = [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((one) => one !== '').join(' and ');
  return `${entries.length === 1 ? 'entry' : 'entries'} ${all}`;
}

/**
 * What was left out and why: "3 of 9 entries were left out (entries 2 and 5, rating: is not a number; entry 7, …)." Every
 * entry is named.
 */
export function leftOut(problems: readonly EntryProblem[], total: number): string {
  if (problems.length === 0) return '';
  const alike = new Map<string, number[]>();
  for (const { entry, field, what } of problems) {
    const reason = `${field && `, ${field}`}: ${what}`;
    alike.set(reason, [...(alike.get(reason) ?? []), entry + 1]);
  }
  const named = [...alike].slice(0, REASONS).map(([reason, entries]) => `${entriesOf(entries)}${reason}`);
  const others = [...alike].slice(REASONS).flatMap(([, entries]) => entries);
  if (others.length > 0) named.push(`${entriesOf(others.sort((a, b) => a - b))}, for like reasons`);
  const were = problems.length === 1 ? 'was' : 'were';
  return `${problems.length} of ${total} entries ${were} left out (${named.join('; ')}).`;
}
