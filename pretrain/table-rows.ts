import { DataError } from '../src/data/errors';
import { delimiterOf, type RowProblem, readSeparated } from '../src/data/separated';
import { numberIn, timeIn } from '../src/engine/core/table/cells';

/** A row of a table as the fields of a line of JSON. */
export interface TableRecord {
  readonly line: number;
  readonly record: Readonly<Record<string, unknown>>;
}

export const TABLE_SHAPE =
  'The first row names the columns: user and item, and as wanted rating, text, time or seq, and aspects.… for each aspect.';

const PLAIN = ['user', 'item', 'rating', 'text', 'time', 'seq'];
const ASPECT = 'aspects.';

/** Whether the lines of a file are a table: cells separated by commas, semicolons, tabs or bars. */
export function isTable(lines: readonly string[]): boolean {
  const [first = '', second = ''] = lines.filter((line) => line.trim() !== '').slice(0, 2);
  const start = first.trim();
  return !/^[[{<]/.test(start) && !second.trim().startsWith('{') && delimiterOf(first) !== null;
}

/**
 * Rows of a table as the lines of JSON that they might be: a column is the field of its name, an empty cell is no field.
 * @param problem told of every row that is none
 * @throws DataError where columns are missing, or named twice
 */
export function tableRecords(
  file: string,
  lines: readonly string[],
  problem: (line: number, what: RowProblem) => void,
): TableRecord[] {
  const { columns, rows, problems } = readSeparated(whole(file, lines));
  const names = columns.map((name) => {
    const plain = name.toLowerCase();
    if (PLAIN.includes(plain)) return plain;
    return plain.startsWith(ASPECT) ? `${ASPECT}${name.slice(ASPECT.length)}` : name;
  });
  const twice = names.find((name, k) => name !== '' && names.indexOf(name) !== k);
  if (twice !== undefined)
    throw new DataError(file, 'line 1', `the column "${twice}" stands twice`, 'Rename one of them.');
  const missing = ['user', 'item'].filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new DataError(
      file,
      'line 1',
      `the table has no column ${missing.map((name) => `"${name}"`).join(' and no column ')}; found: ${columns.slice(0, 12).join(', ')}`,
      TABLE_SHAPE,
    );
  for (const { line, what } of problems) problem(line, what);
  return rows.map(({ line, cells }) => ({ line, record: recordOf(names, cells) }));
}

function recordOf(names: readonly string[], cells: readonly string[]): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = Object.create(null);
  const aspects: Record<string, unknown> = Object.create(null);
  names.forEach((name, k) => {
    const cell = cells[k];
    if (cell.trim() === '') return;
    if (name.startsWith(ASPECT)) aspects[name.slice(ASPECT.length)] = numberOr(cell);
    else if (name === 'rating' || name === 'seq') record[name] = numberOr(cell);
    else if (name === 'time') record[name] = secondsOr(cell);
    // Spaces around an id are nobody's name.
    else record[name] = name === 'user' || name === 'item' ? cell.trim() : cell;
  });
  // Empty cells of columns that have to be there: what is missing is told as for a line of JSON.
  for (const name of ['user', 'item']) record[name] ??= '';
  return Object.keys(aspects).length > 0 ? { ...record, aspects } : record;
}

const numberOr = (cell: string): number | string => numberIn(cell) ?? cell;

/** Numbers stay, as the whole file tells their unit; dates that can be read in one way only become Unix seconds. */
function secondsOr(cell: string): number | string {
  const time = numberIn(cell) ?? timeIn(cell, null);
  return typeof time === 'number' ? time : cell;
}

function whole(file: string, lines: readonly string[]): string {
  try {
    return lines.join('\n');
  } catch {
    throw new DataError(
      file,
      '',
      'the table is too large to be read at once',
      'Write it as JSON lines, which are read one by one.',
    );
  }
}

/** What is wrong with a row of a table: its kind, what it is, what to do. */
export function rowProblem(what: RowProblem): readonly [kind: string, problem: string, remedy: string] {
  if (what.is === 'cells')
    return [
      'cells',
      `it has ${what.found} cells where there are ${what.columns} columns`,
      'Put texts that hold what separates the cells in quotation marks.',
    ];
  return [
    'quotes',
    'a quotation mark is missing, or one too many',
    'A text in quotation marks ends with one, and those within it are doubled: "so ""good"" it is".',
  ];
}
