/** What a cell holds: a number in full precision, a text, null for nothing. */
export type Value = number | string | null;

/** Several values of one cell, by name; each is a column of its own where it is saved. The one without a name is the column. */
export type Parts = Readonly<Record<string, Value>>;

/** What a cell holds: one value, or parts. */
export type Content = Value | Parts;

/** A table as columns and rows of the same length. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

const isParts = (content: Content): content is Parts => typeof content === 'object' && content !== null;
const partsOf = (content: Content): Parts => (isParts(content) ? content : { '': content });

/** The value of a cell itself, whatever stands beside it. */
export const mainOf = (content: Content): Value => partsOf(content)[''] ?? null;

/** A mean, or another centre, with the ends of its interval, where one was measured. */
export const intervalParts = (
  of: IntervalLike | null | undefined,
  centre: 'mean' | 'median' = 'mean',
): Parts => ({
  [centre]: of?.value ?? null,
  ...(of && of.low !== of.high && { low: of.low, high: of.high }),
});

interface IntervalLike {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Columns by name, one for each part of their cells: "RMSE", "RMSE, low". Those of which no row has anything are left out. */
export function gridOf(columns: readonly { name: string; contents: readonly Content[] }[]): Grid {
  const apart = columns.flatMap(({ name, contents }) => {
    const cells = contents.map(partsOf);
    return [...new Set(cells.flatMap((parts) => Object.keys(parts)))].map((part) => ({
      name: [name, part].filter(Boolean).join(', '),
      values: cells.map((parts) => parts[part] ?? null),
    }));
  });
  const kept = apart.filter(({ values }) => values.some((value) => value !== null));
  return {
    columns: kept.map(({ name }) => name),
    rows: (columns[0]?.contents ?? []).map((_, r) => kept.map(({ values }) => values[r])),
  };
}
