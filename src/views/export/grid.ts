import type { Value } from './cellValue';

/** Several values of one cell, by name; each becomes a column. */
export type Parts = Readonly<Record<string, Value>>;

/** What a cell holds: one value, or parts. */
export type Content = Value | Parts;

/** One cell as it stands in a table of the page. */
export interface Cell {
  readonly value: Content;
  readonly columns: number;
  readonly rows: number;
}

/** A table as columns and rows of the same length. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

const isParts = (content: Content): content is Parts => typeof content === 'object' && content !== null;
const partsOf = (content: Content): Parts => (isParts(content) ? content : { '': content });

/** A cell that spans several places, in each of them. */
function spread(rows: readonly (readonly Cell[])[]): Content[][] {
  const grid: Content[][] = rows.map(() => []);
  rows.forEach((cells, r) => {
    let c = 0;
    for (const { value, columns, rows: down } of cells) {
      while (grid[r][c] !== undefined) c++;
      for (let dr = 0; dr < Math.min(down, rows.length - r); dr++)
        for (let dc = 0; dc < columns; dc++) grid[r + dr][c + dc] = value;
      c += columns;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? null));
}

/**
 * Head and body as one grid. A column whose cells have parts becomes one for each part, "RMSE" and "RMSE, low"; those of
 * which no row has anything are left out: they hold drawings. Heads of several rows are joined; columns without a head
 * are called by their places, of two the first is `name` and the second `value`.
 */
export function gridOf(head: readonly (readonly Cell[])[], body: readonly (readonly Cell[])[]): Grid {
  const rows = spread(body);
  const heads = spread(head);
  // What a row has past the heads is the end of a cell that spans more than there is.
  const width = Math.max(0, ...(heads.length > 0 ? heads : rows).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, c) => {
    const contents = rows.map((row) => partsOf(row[c] ?? null));
    const name = [...new Set(heads.map((row) => row[c] ?? null).filter((one) => one !== null))].join(', ');
    return [...new Set(contents.flatMap((parts) => Object.keys(parts)))]
      .map((part) => ({ name, part, values: contents.map((parts) => parts[part] ?? null) }))
      .filter(({ values }) => values.some((value) => value !== null));
  }).flat();
  const nameless = columns.length === 2 ? ['name', 'value'] : null;
  return {
    columns: columns.map(
      ({ name, part }, k) => [name, part].filter(Boolean).join(', ') || (nameless?.[k] ?? `column ${k + 1}`),
    ),
    rows: rows.map((_, r) => columns.map(({ values }) => values[r])),
  };
}
