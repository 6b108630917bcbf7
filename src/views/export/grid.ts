import type { Value } from './cellValue';

/** One cell as it stands in a table of the page. */
export interface Cell {
  readonly value: Value;
  readonly columns: number;
  readonly rows: number;
}

/** A table as columns and rows of the same length. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** A cell that spans several places, in each of them. */
function spread(rows: readonly (readonly Cell[])[]): Value[][] {
  const grid: Value[][] = rows.map(() => []);
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
 * Head and body as one grid. Columns of which no row has anything are left out: they hold drawings. Heads of several rows
 * are joined; columns without a head are called by their places, of two the first is `name` and the second `value`.
 */
export function gridOf(head: readonly (readonly Cell[])[], body: readonly (readonly Cell[])[]): Grid {
  const rows = spread(body);
  const heads = spread(head);
  const width = Math.max(0, ...[...rows, ...heads].map((row) => row.length));
  const kept = Array.from({ length: width }, (_, c) => c).filter((c) =>
    rows.some((row) => (row[c] ?? null) !== null),
  );
  const nameless = kept.length === 2 ? ['name', 'value'] : null;
  return {
    columns: kept.map((c, k) => {
      const names = [...new Set(heads.map((row) => row[c] ?? null).filter((name) => name !== null))];
      return names.join(', ') || (nameless?.[k] ?? `column ${k + 1}`);
    }),
    rows: rows.map((row) => kept.map((c) => row[c] ?? null)),
  };
}
