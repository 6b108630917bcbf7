/** What is written in the cells of a table. */

/** A number as people write it, with a point or a comma; null where it is none. */
export function numberIn(cell: string): number | null {
  const [written] = /^[+-]?\d+(?:[.,]\d+)?$/.exec(cell.trim()) ?? [];
  return written === undefined ? null : Number(written.replace(',', '.'));
}

/** Which comes first in a date of day and month; null where it cannot be told. */
export type DayOrder = 'day' | 'month' | null;

const CLOCK = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${CLOCK}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})${CLOCK}$`);
/** In seconds past it, a number of the year 5138 tells milliseconds. */
const FARTHEST_SECONDS = 1e11;

/** What comes first in the dates of a column, by those of which only one reading is a date. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  let day = false;
  let month = false;
  for (const cell of cells) {
    const found = YEAR_LAST.exec(cell.trim());
    if (!found || found[2] === '.') continue;
    day ||= Number(found[1]) > 12;
    month ||= Number(found[3]) > 12;
  }
  return day === month ? null : day ? 'day' : 'month';
}

/** When something was, in Unix seconds; or why that cannot be told. Without a time zone it is taken for UTC: only the order counts. */
export function timeIn(cell: string, order: DayOrder): number | 'no-date' | 'which-day' {
  const text = cell.trim();
  if (/^-?\d{5,}(?:\.\d+)?$/.test(text)) {
    const value = Number(text);
    return Math.abs(value) < FARTHEST_SECONDS ? value : value / 1000;
  }
  if (/^\d{4}$/.test(text)) return seconds(Number(text), 1, 1, []);
  const first = YEAR_FIRST.exec(text);
  if (first) return seconds(Number(first[1]), Number(first[2]), Number(first[3]), first.slice(4));
  const last = YEAR_LAST.exec(text);
  if (!last) return 'no-date';
  const [a, b, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
  const known = last[2] === '.' || a === b ? 'day' : order;
  if (known === null) return 'which-day';
  const [day, month] = known === 'day' ? [a, b] : [b, a];
  return seconds(year, month, day, last.slice(5));
}

function seconds(
  year: number,
  month: number,
  day: number,
  [h = '0', min = '0', s = '0', zone]: (string | undefined)[],
): number | 'no-date' {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return 'no-date';
  if (Number(h) > 23 || Number(min) > 59 || Number(s) > 60) return 'no-date';
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  return date.getTime() / 1000 + Number(h) * 3600 + Number(min) * 60 + Number(s) - ahead;
}
