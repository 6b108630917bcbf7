/**
 * Keyword profiles as the choice score has them, and their match (docs/ARCHITECTURE.md#choice-score). Plain sparse
 * arithmetic, exact word by word: no tensors. Longer than 300 lines, as rows, their sums and their matches walk the same arrays.
 */
import { signOf } from './signs';

/** Rows of a sparse matrix: the words of row k are `words[offsets[k]]` … `words[offsets[k + 1] − 1]`, with their weights. */
export interface SparseRows {
  readonly offsets: Int32Array;
  readonly words: Int32Array;
  readonly weights: Float32Array;
  /** Of what reviews say, the tone of each word, see `tones.ts`; missing where every tone is 0. */
  readonly tones?: Float32Array | undefined;
}

/** A word of a row, its weight, and its tone where it has one. */
export type Entry = readonly [word: number, weight: number, tone?: number | undefined];

/** Weight of a word in a row; 0 where it has none. */
export function weightIn({ offsets, words, weights }: SparseRows, row: number, word: number): number {
  for (let k = offsets[row]; k < offsets[row + 1]; k++) if (words[k] === word) return weights[k];
  return 0;
}

/** The words of a row. */
export const wordsIn = (
  { offsets, words, weights, tones }: SparseRows,
  row: number,
): { word: number; weight: number; tone: number }[] =>
  Array.from(words.subarray(offsets[row], offsets[row + 1]), (word, k) => ({
    word,
    weight: weights[offsets[row] + k],
    tone: tones?.[offsets[row] + k] ?? 0,
  }));

/** Makes sparse rows from lists of entries. */
export const sparseRows = (rows: readonly (readonly Entry[])[]): SparseRows =>
  pickRows(NO_ROWS, { length: rows.length }, new Map(rows.entries()));

const NO_ROWS: SparseRows = {
  offsets: new Int32Array(1),
  words: new Int32Array(),
  weights: new Float32Array(),
};

/**
 * Some rows, in the order given.
 * @param anew entries that stand in the place of the k-th of them, whose number then means nothing
 */
export function pickRows(
  { offsets, words, weights, tones }: SparseRows,
  rows: ArrayLike<number>,
  anew: ReadonlyMap<number, readonly Entry[]> = new Map(),
): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  for (let k = 0; k < rows.length; k++)
    starts[k + 1] = starts[k] + (anew.get(k)?.length ?? offsets[rows[k] + 1] - offsets[rows[k]]);
  const hasTones =
    tones !== undefined || Array.from(anew.values()).some((row) => row.some(([, , tone]) => tone));
  const picked = {
    offsets: starts,
    words: new Int32Array(starts[rows.length]),
    weights: new Float32Array(starts[rows.length]),
    tones: hasTones ? new Float32Array(starts[rows.length]) : undefined,
  };
  // By hand: two views for each of many thousand short rows cost more than the rows.
  for (let k = 0; k < rows.length; k++) {
    if (anew.has(k)) continue;
    for (let from = offsets[rows[k]], to = starts[k]; to < starts[k + 1]; from++, to++) {
      picked.words[to] = words[from];
      picked.weights[to] = weights[from];
      if (tones && picked.tones) picked.tones[to] = tones[from];
    }
  }
  for (const [k, row] of anew)
    row.forEach(([word, weight, tone = 0], j) => {
      picked.words[starts[k] + j] = word;
      picked.weights[starts[k] + j] = weight;
      if (picked.tones) picked.tones[starts[k] + j] = tone;
    });
  return picked;
}

/**
 * The same rows with some of them replaced.
 * @param which are, in rising order
 * @param by row k of these stands in the place of row which[k]
 */
function replaceRows(rows: SparseRows, which: ArrayLike<number>, by: SparseRows): SparseRows {
  const offsets = new Int32Array(rows.offsets.length);
  let grown = 0;
  for (let row = 0, k = 0; row + 1 < offsets.length; row++) {
    if (which[k] === row) {
      grown += by.offsets[k + 1] - by.offsets[k] - (rows.offsets[row + 1] - rows.offsets[row]);
      k++;
    }
    offsets[row + 1] = rows.offsets[row + 1] + grown;
  }
  const words = new Int32Array(offsets[offsets.length - 1]);
  const weights = new Float32Array(words.length);
  const copy = (of: SparseRows, from: number, end: number, to: number) => {
    words.set(of.words.subarray(from, end), to);
    weights.set(of.weights.subarray(from, end), to);
  };
  // What lies between two of them stays in one piece.
  let next = 0;
  for (let k = 0; k < which.length; k++) {
    copy(rows, rows.offsets[next], rows.offsets[which[k]], offsets[next]);
    copy(by, by.offsets[k], by.offsets[k + 1], offsets[which[k]]);
    next = which[k] + 1;
  }
  copy(rows, rows.offsets[next], rows.words.length, offsets[next]);
  return { offsets, words, weights };
}

/**
 * Σ of rows by entity: each entry of row τ of `said` counts `factor(τ, tone)` times for `entities[τ]`.
 * @param size of the vocabulary
 */
function sumRows(
  said: SparseRows,
  entities: ArrayLike<number>,
  factor: (row: number, tone: number) => number,
  count: number,
  size: number,
): SparseRows {
  const of: number[][] = Array.from({ length: count }, () => []);
  for (let row = 0; row < entities.length; row++) of[entities[row]].push(row);
  const dense = new Float64Array(size);
  const seen = new Uint8Array(size);
  const offsets = new Int32Array(count + 1);
  const words = new Int32Array(said.words.length);
  const weights = new Float32Array(said.words.length);
  let end = 0;
  for (let e = 0; e < count; e++) {
    const first = end;
    for (const row of of[e])
      for (let k = said.offsets[row]; k < said.offsets[row + 1]; k++) {
        const word = said.words[k];
        const times = factor(row, said.tones?.[k] ?? 0);
        if (times === 0) continue;
        if (!seen[word]) {
          seen[word] = 1;
          words[end++] = word;
        }
        dense[word] += times * said.weights[k];
      }
    for (let k = first; k < end; k++) {
      const word = words[k];
      weights[k] = dense[word];
      dense[word] = 0;
      seen[word] = 0;
    }
    offsets[e + 1] = end;
  }
  return { offsets, words: words.slice(0, end), weights: weights.slice(0, end) };
}

/** Euclidean norm of each row. */
function normsOf({ offsets, weights }: SparseRows): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, row) => {
    let squares = 0;
    for (let k = offsets[row]; k < offsets[row + 1]; k++) squares += weights[k] ** 2;
    return Math.sqrt(squares);
  });
}

/** Each row divided by its norm plus `damping`; a row of zeros stays one. */
function normalise(rows: SparseRows, damping = 0): SparseRows {
  const norms = normsOf(rows);
  const weights = rows.weights.slice();
  norms.forEach((norm, row) => {
    if (norm === 0) return;
    for (let k = rows.offsets[row]; k < rows.offsets[row + 1]; k++) weights[k] /= norm + damping;
  });
  return { ...rows, weights };
}

/** k_i of all items: unit rows k̂_i of what is said of them, less their mean, at unit length again. */
export interface ItemWords {
  /** k̂_i */
  readonly unit: SparseRows;
  /** Mean of k̂ over the items [size]. */
  readonly mean: Float64Array;
  /** ‖k̂_i − mean‖ [items] */
  readonly norms: Float64Array;
}

/** k_i from the rows k̂_i of all items. */
function centred(unit: SparseRows, size: number): ItemWords {
  const items = unit.offsets.length - 1;
  const mean = new Float64Array(size);
  for (let k = 0; k < unit.words.length; k++) mean[unit.words[k]] += unit.weights[k] / items;
  const square = mean.reduce((sum, m) => sum + m * m, 0);
  const norms = new Float64Array(items);
  for (let i = 0; i < items; i++) {
    let squares = 0;
    let dot = 0;
    for (let k = unit.offsets[i]; k < unit.offsets[i + 1]; k++) {
      squares += unit.weights[k] ** 2;
      dot += unit.weights[k] * mean[unit.words[k]];
    }
    norms[i] = Math.sqrt(Math.max(squares - 2 * dot + square, 0));
  }
  return { unit, mean, norms };
}

/** Added to the norm of what a person said, so that little said weighs little. */
export const PERSON_DAMPING = 0.5;

/**
 * k_u of all people: Σ sign_τ(w)·m_τ(w) over their reviews, divided by its norm plus {@link PERSON_DAMPING}.
 * @param deviations of the reviews, see {@link signOf}
 * @param size of the vocabulary
 */
export const personWords = (
  said: SparseRows,
  users: ArrayLike<number>,
  deviations: ArrayLike<number>,
  people: number,
  size: number,
): SparseRows =>
  normalise(
    sumRows(said, users, (row, tone) => signOf(deviations[row], tone), people, size),
    PERSON_DAMPING,
  );

/** k̂_i of items: Σ m_τ over their reviews, at unit length. */
export const unitRows = (
  said: SparseRows,
  items: ArrayLike<number>,
  count: number,
  size: number,
): SparseRows => normalise(sumRows(said, items, () => 1, count, size));

/** k_i of all items, see {@link ItemWords}. */
export const itemWords = (
  said: SparseRows,
  items: ArrayLike<number>,
  count: number,
  size: number,
): ItemWords => centred(unitRows(said, items, count, size), size);

/**
 * k_i of all items where only of some something else is said than before; the outcome is that of summing all.
 * @param unit k̂ of all items before
 * @param which items differ, in rising order
 * @param said m_τ of every review of these, and `places` the place in `which` of the item of each
 */
export const renewedItemWords = (
  unit: SparseRows,
  which: ArrayLike<number>,
  said: SparseRows,
  places: ArrayLike<number>,
  size: number,
): ItemWords =>
  centred(
    which.length > 0 ? replaceRows(unit, which, unitRows(said, places, which.length, size)) : unit,
    size,
  );

/** Items by word: the transpose of sparse rows. */
export function transposed(rows: SparseRows, size: number): SparseRows {
  const offsets = new Int32Array(size + 1);
  for (const word of rows.words) offsets[word + 1]++;
  for (let w = 0; w < size; w++) offsets[w + 1] += offsets[w];
  const next = offsets.slice();
  const words = new Int32Array(rows.words.length);
  const weights = new Float32Array(rows.words.length);
  for (let row = 0; row + 1 < rows.offsets.length; row++)
    for (let k = rows.offsets[row]; k < rows.offsets[row + 1]; k++) {
      const place = next[rows.words[k]]++;
      words[place] = row;
      weights[place] = rows.weights[k];
    }
  return { offsets, words, weights };
}

/** ⟨k_u, k_i⟩ of some people and all items, row-major [people, items]. */
export function matches(
  people: SparseRows,
  rows: ArrayLike<number>,
  items: ItemWords,
  postings = transposed(items.unit, items.mean.length),
): Float32Array {
  const n = items.norms.length;
  const result = new Float32Array(rows.length * n);
  for (let r = 0; r < rows.length; r++) {
    const base = r * n;
    let ofMean = 0;
    for (let k = people.offsets[rows[r]]; k < people.offsets[rows[r] + 1]; k++) {
      const [word, weight] = [people.words[k], people.weights[k]];
      ofMean += weight * items.mean[word];
      for (let j = postings.offsets[word]; j < postings.offsets[word + 1]; j++)
        result[base + postings.words[j]] += weight * postings.weights[j];
    }
    for (let i = 0; i < n; i++)
      result[base + i] = items.norms[i] > 0 ? (result[base + i] - ofMean) / items.norms[i] : 0;
  }
  return result;
}

/** The same of one person alone, for whom no table of items by word is worth while. */
export function matchesOfOne(
  people: SparseRows,
  row: number,
  { unit, mean, norms }: ItemWords,
): Float32Array {
  const own = new Float64Array(mean.length);
  let ofMean = 0;
  for (let k = people.offsets[row]; k < people.offsets[row + 1]; k++) {
    own[people.words[k]] = people.weights[k];
    ofMean += people.weights[k] * mean[people.words[k]];
  }
  const result = new Float32Array(norms.length);
  for (let i = 0; i < norms.length; i++) {
    if (norms[i] === 0) continue;
    let dot = 0;
    for (let k = unit.offsets[i]; k < unit.offsets[i + 1]; k++) dot += own[unit.words[k]] * unit.weights[k];
    result[i] = (dot - ofMean) / norms[i];
  }
  return result;
}
