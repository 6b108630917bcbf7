import { DataError } from '../src/data/errors';

/** A row with its time, in whatever unit it was written. */
interface Timed {
  readonly time: number | null;
  readonly line: number;
}
type Time = Timed & { readonly time: number };

const UNITS = [
  { name: 'seconds', perSecond: 1 },
  { name: 'milliseconds', perSecond: 1e3 },
  { name: 'microseconds', perSecond: 1e6 },
] as const;
type Unit = (typeof UNITS)[number];

/** Past it (the year 5138, or 1199 before Christ) a time is in no unit so coarse. */
const FARTHEST_SECONDS = 1e11;
/**
 * In a file of a finer unit: what lies so few seconds around 1970 is a time of a coarser one, whose dates of 1837 to 2103
 * all fall there. Dates that are truly there cannot be told from them.
 */
const BESIDE_1970 = 4.2e6;
const EXAMPLES = 3;

const unitOf = (times: readonly number[]): Unit => {
  const farthest = times.reduce((most, time) => Math.max(most, Math.abs(time)), 0);
  return UNITS.find(({ perSecond }) => farthest < FARTHEST_SECONDS * perSecond) ?? UNITS[2];
};

const dateOf = (time: number, { perSecond }: Unit): string =>
  new Date((time / perSecond) * 1e3).toISOString().slice(0, 10);

/**
 * The times of a file as Unix seconds; null where there is none. Which unit they have is one decision for the whole file,
 * by the farthest from 1970: no date of people is so far from it in seconds as this year is in milliseconds. Times before
 * 1970 are negative, and a file may reach from 1905 to this year.
 * @throws DataError where units are mixed, with lines that show it: no order of such rows would be true.
 */
export function toSeconds(
  file: string,
  rows: readonly Timed[],
  say: (note: string) => void,
): (number | null)[] {
  const timed = rows.filter((row): row is Time => row.time !== null);
  const unit = unitOf(timed.map(({ time }) => time));
  if (unit.perSecond === 1) return rows.map(({ time }) => time);
  // 0 is the same date in every unit, and often stands for "not known".
  const isCoarse = ({ time }: Time) => time !== 0 && Math.abs(time) < BESIDE_1970 * unit.perSecond;
  const coarse = timed.filter(isCoarse);
  if (coarse.length === 0) {
    const [{ time, line }] = timed;
    say(`${file}: times are taken for ${unit.name} (line ${line}: ${time} is ${dateOf(time, unit)})`);
    return rows.map((row) => (row.time === null ? null : row.time / unit.perSecond));
  }
  const groups = [coarse, timed.filter((row) => !isCoarse(row))].sort((a, b) => a.length - b.length);
  throw new DataError(
    file,
    'field "time"',
    `units are mixed: ${groups.map(describe).join('; ')}`,
    'Write every time in Unix seconds.',
  );
}

/** "2 lines look like milliseconds (line 3: 1700000000000 would be 2023-11-14)" */
function describe(rows: readonly Time[]): string {
  const unit = unitOf(rows.map(({ time }) => time));
  const shown = rows
    .slice(0, EXAMPLES)
    .map(({ time, line }) => `line ${line}: ${time} would be ${dateOf(time, unit)}`);
  const look = rows.length === 1 ? '1 line looks' : `${rows.length} lines look`;
  return `${look} like ${unit.name} (${shown.join(', ')})`;
}
