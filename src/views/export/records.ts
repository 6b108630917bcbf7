import type { Grid } from './grid';

/** One row of a list as data: names and values. */
export type RecordValues = Readonly<Record<string, string | number | null>>;

/** Rows of a list as a table, its columns those of all rows in the order in which they are first met. */
export function gridOfRecords(records: readonly RecordValues[]): Grid {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { columns, rows: records.map((record) => columns.map((name) => record[name] ?? null)) };
}

/** What the rows of a list say of themselves, in the attribute `data-record`. */
export const recordsIn = (element: Element): RecordValues[] =>
  Array.from(element.querySelectorAll<HTMLElement>('[data-record]'), (row) =>
    JSON.parse(row.dataset.record ?? '{}'),
  );
