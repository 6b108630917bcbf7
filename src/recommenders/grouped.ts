import type { RatedLog } from '../model/bias';

/** What recommenders learn from: who met what, in which order, and how it was rated. */
export interface RatedHistory extends RatedLog {
  readonly userCount: number;
  readonly itemCount: number;
}

/** Rows of a log by entity: those of entity e are `rows[starts[e]] … rows[starts[e + 1] − 1]`, in log order. */
export interface Grouped {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/** Groups the rows for which `keep` holds by the entity in `column`. */
export function groupRows(
  column: ArrayLike<number>,
  entities: number,
  keep: (row: number) => boolean,
): Grouped {
  const starts = new Int32Array(entities + 1);
  for (let row = 0; row < column.length; row++) if (keep(row)) starts[column[row] + 1]++;
  for (let e = 0; e < entities; e++) starts[e + 1] += starts[e];
  const next = starts.slice();
  const rows = new Int32Array(starts[entities]);
  for (let row = 0; row < column.length; row++) if (keep(row)) rows[next[column[row]]++] = row;
  return { starts, rows };
}

/** The rows of one entity; none for an unknown one. */
export const rowsOfEntity = ({ starts, rows }: Grouped, entity: number): Int32Array =>
  entity >= 0 && entity < starts.length - 1
    ? rows.subarray(starts[entity], starts[entity + 1])
    : rows.subarray(0, 0);
