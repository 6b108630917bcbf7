/** A sparse row: ids of words, and a value for each. */
export interface TextRow {
  readonly ids: Int32Array;
  readonly values: Float64Array;
}

export const lengthOf = ({ values }: TextRow): number => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));

/** Of unit length; an empty row stays empty. */
export function unit(row: TextRow): TextRow {
  const norm = lengthOf(row);
  return norm > 0 ? { ids: row.ids, values: row.values.map((x) => x / norm) } : row;
}

/**
 * TF-IDF by the texts of a history: rows of unit length, (1 + ln count)·ln(n/n_w), with n all texts that hold a word and n_w
 * those that hold w.
 * @param texts words of each text by id, as often as they stand there.
 * @param fewest words of fewer texts are set aside, and those of more than `largest` (0–1) of all.
 */
export function tfIdf(texts: readonly ArrayLike<number>[], fewest: number, largest: number) {
  const holding = new Map<number, number>();
  for (const text of texts)
    for (const id of new Set(Array.from(text))) holding.set(id, (holding.get(id) ?? 0) + 1);
  const n = texts.filter(({ length }) => length > 0).length;
  const kept = (id: number): boolean => {
    const held = holding.get(id) ?? 0;
    return held >= fewest && held <= largest * n;
  };
  return {
    wordCount: 1 + Math.max(-1, ...holding.keys()),
    /** The row of any text, of the history or not. */
    rowOf: (text: ArrayLike<number>): TextRow => {
      const counts = new Map<number, number>();
      for (let k = 0; k < text.length; k++) counts.set(text[k], (counts.get(text[k]) ?? 0) + 1);
      const ids = Int32Array.from([...counts.keys()].filter(kept)).sort();
      const values = Float64Array.from(
        ids,
        (id) => (1 + Math.log(counts.get(id)!)) * Math.log(n / holding.get(id)!),
      );
      return unit({ ids, values });
    },
  };
}
