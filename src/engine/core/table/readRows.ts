import type { TableRow, TextTable } from '../../../data/separated';
import type { CellProblem, Range, Roles, TableProblem, TableScale } from '../../ownTable';
import { plainName } from '../../personName';
import type { Scale } from '../../start';
import { dayOrderOf, numberIn, timeIn } from './cells';
import { carried, holds, rangeOf } from './ranges';

/** A row of a table as what it says, items as they are called there. */
export interface ReadRow {
  readonly row: number;
  readonly item: string;
  /** Null in a table that names nobody. */
  readonly person: string | null;
  readonly rating: number | null;
  readonly aspects: readonly (number | null)[];
  readonly text: string;
  /** Unix seconds; that of the row before where it cannot be read. */
  readonly time: number | null;
}

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  readonly scales: readonly TableScale[];
  readonly problems: readonly TableProblem[];
}

/**
 * Reads what the rows of a table say; nothing until it is known which column names the items. What cannot be read is named,
 * and the row left out but for a time.
 */
export function readRows(
  table: TextTable,
  roles: Roles,
  scales: { readonly rating: Scale; readonly aspects: readonly Scale[] },
  ranges: Readonly<Record<string, Range>>,
): ReadRows {
  const cell = (row: TableRow, column: number | null): string =>
    column === null ? '' : row.cells[column].trim();
  const column = (at: number): string[] => table.rows.map((row) => cell(row, at));
  const rated = [scales.rating, ...scales.aspects].map((scale, k) => {
    const at = k === 0 ? roles.rating : roles.aspects[k - 1];
    return at === null || at === undefined ? null : { at, scale: scaleOf(column(at), scale, ranges) };
  });
  const order = roles.time === null ? null : dayOrderOf(column(roles.time));
  const problems: TableProblem[] = table.problems.map(({ row, what }) => ({
    row,
    column: null,
    value: '',
    what,
    taken: false,
  }));
  const scalesOf = rated.flatMap((one) => one?.scale ?? []);
  if (roles.item === null) return { rows: [], scales: scalesOf, problems };
  let latest: number | null = null;
  const rows: ReadRow[] = [];
  for (const one of table.rows) {
    let sound = true;
    const fail = (at: number | null, what: CellProblem, taken = false): null => {
      const name = at === null ? null : table.columns[at];
      problems.push({ row: one.row, column: name, value: cell(one, at), what, taken });
      sound &&= taken;
      return null;
    };
    const ratingIn = (place: (typeof rated)[number]): number | null => {
      const written = place ? cell(one, place.at) : '';
      if (!place || written === '') return null;
      const value = numberIn(written);
      if (value === null) return fail(place.at, { is: 'no-number' });
      const { from, to } = place.scale;
      return holds(from, value) ? carried(value, from, to) : fail(place.at, { is: 'off-range', ...from });
    };
    const item = cell(one, roles.item);
    if (item === '') fail(roles.item, { is: 'no-item-named' });
    const person = roles.person === null ? null : plainName(cell(one, roles.person));
    if (person === '') fail(roles.person, { is: 'nobody' });
    const [rating = null, ...aspects] = rated.map(ratingIn);
    const written = cell(one, roles.time);
    if (written !== '') {
      const time = timeIn(written, order);
      if (typeof time === 'number') latest = time;
      else fail(roles.time, { is: time }, true);
    }
    const text = cell(one, roles.text);
    if (sound) rows.push({ row: one.row, item, person, rating, aspects, text, time: latest });
  }
  return { rows, scales: scalesOf, problems };
}

function scaleOf(
  cells: readonly string[],
  { field, label, min, max, step }: Scale,
  ranges: Readonly<Record<string, Range>>,
): TableScale {
  const values = cells.map(numberIn).filter((value) => value !== null);
  const to = { min, max, step };
  const from = ranges[field] ?? rangeOf(values, to);
  const shown = values.find((value) => holds(from, value));
  const example = shown === undefined ? null : { from: shown, to: carried(shown, from, to) };
  return { field, label, from, to, example };
}
