import { RESERVED_WORDS } from '../../src/model/config';
import { type SparseRows, sparseRows } from '../../src/model/keywordMatch';
import { type Prepared, rowsOf } from '../prepare';

/** What the texts of the train part speak of, whatever any model makes of it. */
export interface SpokenOf {
  /** Item of each text. */
  readonly items: Int32Array;
  /** TF-IDF of each text, (1 + ln count)·ln(N / texts with the word) of its known words, at unit length. */
  readonly rows: SparseRows;
  /** The words by id. */
  readonly vocabulary: readonly string[];
}

export function spokenOf(data: Prepared): SpokenOf {
  const texts = rowsOf(data, 'train').filter((row) => data.hasText[row]);
  const counts = Array.from(texts, (row) => {
    const found = new Map<number, number>();
    for (const id of data.tokens[row])
      if (id >= RESERVED_WORDS.length) found.set(id, (found.get(id) ?? 0) + 1);
    return found;
  });
  const holding = new Int32Array(data.vocabulary.length);
  for (const found of counts) for (const id of found.keys()) holding[id]++;
  const rows = counts.map((found) => {
    const raw = Array.from(found, ([id, n]): [number, number] => [
      id,
      (1 + Math.log(n)) * Math.log(texts.length / holding[id]),
    ]);
    const norm = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
    return raw.map(([id, weight]): [number, number] => [id, weight / norm]);
  });
  return {
    items: Int32Array.from(texts, (row) => data.items[row]),
    rows: sparseRows(rows),
    vocabulary: data.vocabulary,
  };
}

/** How many words somebody says. */
const SAID = 8;

/** The words of highest mean TF-IDF in the texts of some items above that of all other texts, in one line. */
export function typicalWords(text: SpokenOf, items: ReadonlySet<number>): string {
  const { offsets, words, weights } = text.rows;
  const inside = new Float64Array(text.vocabulary.length);
  const outside = new Float64Array(text.vocabulary.length);
  let of = 0;
  text.items.forEach((item, row) => {
    const sums = items.has(item) ? inside : outside;
    if (items.has(item)) of++;
    for (let k = offsets[row]; k < offsets[row + 1]; k++) sums[words[k]] += weights[k];
  });
  const rest = Math.max(1, text.items.length - of);
  const above = inside.map((sum, id) => sum / Math.max(1, of) - outside[id] / rest);
  return [...above.keys()]
    .filter((id) => above[id] > 0)
    .sort((a, b) => above[b] - above[a] || a - b)
    .slice(0, SAID)
    .map((id) => text.vocabulary[id])
    .join(' ');
}

/** The `count` items whose texts are nearest to those of each of some items, by the cosine of their summed TF-IDF, nearest first. */
export function nearestByText(
  { items, rows, vocabulary }: SpokenOf,
  itemCount: number,
  count: number,
): (item: number) => Int32Array {
  const sums = Array.from({ length: itemCount }, () => new Map<number, number>());
  items.forEach((item, row) => {
    for (let k = rows.offsets[row]; k < rows.offsets[row + 1]; k++)
      sums[item].set(rows.words[k], (sums[item].get(rows.words[k]) ?? 0) + rows.weights[k]);
  });
  const norms = sums.map((sum) => Math.hypot(...sum.values()) || 1);
  return (item) => {
    const own = new Float64Array(vocabulary.length);
    for (const [word, weight] of sums[item]) own[word] = weight;
    const cosines = sums.map((sum, other) => {
      let dot = 0;
      for (const [word, weight] of sum) dot += weight * own[word];
      return dot / norms[other];
    });
    return Int32Array.from(sums, (_, other) => other)
      .filter((other) => other !== item)
      .sort((a, b) => cosines[b] - cosines[a] || a - b)
      .slice(0, count);
  };
}
