import { reviewsIn } from '../../edits';
import { namesIn, peopleIn } from '../../newPeople';
import type { OwnTable } from '../../ownTable';
import { LONGEST_NAME, plainName } from '../../personName';
import type { LogEntry, SimulatedInteraction, SimulatedLog } from '../../simulatedLog';
import type { ReadRow } from './readRows';

/** A row whose item is known. */
export interface MatchedRow extends ReadRow {
  readonly id: string;
}

/**
 * Rows of a table as entries of a log: first the names of people who are new to it, then the reviews, in the order of time
 * where all rows have one, else of the rows. Who is called as a new person of the log is taken for the same.
 */
export function entriesOf(
  rows: readonly MatchedRow[],
  log: SimulatedLog,
): Pick<OwnTable, 'people' | 'order' | 'entries' | 'reviews'> {
  const known = new Map([...namesIn(log)].map(([id, name]) => [name, id]));
  const taken = new Set(peopleIn(log));
  const ids = new Map<string | null, string>();
  const names: LogEntry[] = [];
  const counts = new Map<string | null, number>();
  for (const { person } of rows) {
    counts.set(person, (counts.get(person) ?? 0) + 1);
    if (ids.has(person)) continue;
    const name = person === null ? null : shortened(person);
    const id = (name === null ? undefined : known.get(name)) ?? fresh(taken);
    taken.add(id);
    ids.set(person, id);
    if (name !== null && !known.has(name)) names.push({ edit: 'name', person: id, name });
  }
  const order = rows.length > 0 && rows.every(({ time }) => time !== null) ? 'time' : 'rows';
  const sorted = order === 'time' ? rows.toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0)) : rows;
  const last = Math.max(0, ...reviewsIn(log).map(({ key }) => Number(key.slice(1)) || 0));
  const reviews = sorted.map(
    ({ person, id, rating, aspects, text }, k): SimulatedInteraction => ({
      key: `s${last + k + 1}`,
      person: ids.get(person) ?? '',
      item: id,
      rating,
      aspects,
      text,
    }),
  );
  const people = [...counts].map(([name, n]) => ({
    name,
    reviews: n,
    known: name !== null && known.has(shortened(name)),
  }));
  return { people, order, entries: [...names, ...reviews], reviews: reviews.length };
}

/** A name as long as names may be. People of whom more differs are told apart by a number, as all who are called alike. */
const shortened = (name: string): string => plainName([...name].slice(0, LONGEST_NAME).join(''));

/** The first `new-N` that nobody is. */
function fresh(taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`new-${n}`)) n++;
  return `new-${n}`;
}
