import { type Content, gridOf as columnsToGrid, type Grid } from '../../ui/figure/grid';

/** One cell as it stands in a table of the page. */
export interface Cell {
  readonly value: Content;
  readonly columns: number;
  readonly rows: number;
}

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
  const columns = Array.from({ length: width }, (_, c) => ({
    name: [...new Set(heads.map((row) => row[c] ?? null).filter((one) => one !== null))].join(', '),
    contents: rows.map((row) => row[c] ?? null),
  }));
  const grid = columnsToGrid(columns);
  const nameless = grid.columns.length === 2 ? ['name', 'value'] : null;
  return {
    ...grid,
    columns: grid.columns.map((name, k) => name || (nameless?.[k] ?? `column ${k + 1}`)),
  };
}
