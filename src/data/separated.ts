import Papa from 'papaparse';

/** What is wrong with a row of a table of text. */
export type RowProblem =
  /** A quotation mark that is not closed, or that stands where none may. */
  | { readonly is: 'quotes' }
  /** More cells than the table has columns: a delimiter in a text without quotation marks. */
  | { readonly is: 'cells'; readonly found: number; readonly columns: number }
  | { readonly is: 'not-json' }
  | { readonly is: 'no-object' }
  | { readonly is: 'twice'; readonly field: string };

export interface TableRow {
  /** Place in the file, counted from 1, header and empty rows included, as spreadsheets number them. */
  readonly row: number;
  /** Line of the file on which it begins, counted from 1. */
  readonly line: number;
  /** As written, one for each column; empty where it has none. */
  readonly cells: readonly string[];
}

/** A table of text: cells as written, by column. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly (Pick<TableRow, 'row' | 'line'> & { readonly what: RowProblem })[];
}

/** In the order in which one is taken where two separate equally many. */
const DELIMITERS = ['\t', ';', ',', '|'] as const;

/** What separates the cells: the sign that stands most often in the first row, outside of quotation marks. Null where none does. */
export function delimiterOf(text: string): string | null {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const sign of text.trimStart()) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const most = Math.max(...DELIMITERS.map((sign) => counts.get(sign) ?? 0));
  return most > 0 ? (DELIMITERS.find((sign) => counts.get(sign) === most) ?? null) : null;
}

/** Spreadsheets may say in a first line what separates the cells. */
const SAID = /^sep=(.)\r?\n/;

/**
 * Reads a table whose cells are separated by commas, tabs, semicolons or bars, quoted as RFC 4180 says. What is wrong with
 * a row is told, and the row left out.
 * @param header whether the first row names the columns; they are numbered otherwise
 */
export function readSeparated(source: string, header = true): TextTable {
  const text = source.replace(/^\ufeff/, '');
  const said = SAID.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: said?.[1] ?? delimiterOf(body) ?? ',',
    skipEmptyLines: false,
  });
  const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row ?? 0] : [])));
  let line = said ? 2 : 1;
  const places = data.map((cells, k) => {
    const place = { row: k + (said ? 2 : 1), line };
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return place;
  });
  const filled = data.flatMap((cells, k) => (cells.some((cell) => cell.trim() !== '') ? [k] : []));
  const first = filled[0] ?? 0;
  const width = Math.max(
    0,
    ...(header ? [lastFilled(data[first] ?? [])] : filled.map((k) => lastFilled(data[k]))),
  );
  const columns = Array.from({ length: width }, (_, k) => (header ? data[first][k].trim() : String(k + 1)));
  const rows: TableRow[] = [];
  const problems: TextTable['problems'][number][] = [];
  for (const k of header ? filled.slice(1) : filled) {
    const found = lastFilled(data[k]);
    if (broken.has(k)) problems.push({ ...places[k], what: { is: 'quotes' } });
    else if (found > width) problems.push({ ...places[k], what: { is: 'cells', found, columns: width } });
    else rows.push({ ...places[k], cells: columns.map((_, at) => data[k][at] ?? '') });
  }
  return { columns, rows, problems };
}

/** How many cells there are up to the last that holds something. */
const lastFilled = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1;
