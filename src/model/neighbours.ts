/** Rows by Euclidean distance, which a projection onto orthonormal axes can only shorten. */
export interface Neighbour {
  readonly row: number;
  readonly distance: number;
}

/**
 * The rows of a matrix nearest to a point, nearest first; of equally near ones the first.
 * @param rows row-major [n, D]
 * @param point [D]
 * @param skip a row that does not count, usually the point itself; −1 for none
 */
export function nearest(
  rows: ArrayLike<number>,
  D: number,
  point: ArrayLike<number>,
  count: number,
  skip = -1,
): Neighbour[] {
  const found: Neighbour[] = [];
  const n = rows.length / D;
  for (let row = 0; row < n; row++) {
    if (row === skip) continue;
    const reach = found.length === count ? found[count - 1].distance : Number.POSITIVE_INFINITY;
    let square = 0;
    // Most rows are too far after a few dimensions.
    for (let d = 0; d < D && square < reach; d++) square += (rows[row * D + d] - point[d]) ** 2;
    if (square >= reach) continue;
    let place = found.length;
    while (place > 0 && found[place - 1].distance > square) place--;
    found.splice(place, 0, { row, distance: square });
    if (found.length > count) found.pop();
  }
  return found.map(({ row, distance }) => ({ row, distance: Math.sqrt(distance) }));
}

/** Share of the nearest rows of one row in the one matrix that are among its nearest in the other, 0–1. */
export function keptNeighbours(
  whole: { readonly rows: ArrayLike<number>; readonly D: number },
  flat: { readonly rows: ArrayLike<number>; readonly D: number },
  row: number,
  count: number,
): number {
  const of = ({ rows, D }: typeof whole) =>
    nearest(
      rows,
      D,
      Array.from({ length: D }, (_, d) => rows[row * D + d]),
      count,
      row,
    );
  const near = new Set(of(flat).map((one) => one.row));
  const truly = of(whole);
  return truly.length > 0 ? truly.filter((one) => near.has(one.row)).length / truly.length : 1;
}
