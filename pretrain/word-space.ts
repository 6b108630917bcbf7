import { UNKNOWN_ID } from '../src/model/config';
import { principalAxes } from '../src/model/pca';
import { type Prepared, rowsOf } from './prepare';
import { random } from './random';

/** Rarer words tell too little of the others… */
const MIN_REVIEWS = 8;
/** …and those of more of the reviews tell none apart. */
const MOST_REVIEWS = 0.4;
/** Rounds of subspace iteration: more move no text vector by a hundredth of its length. */
const ROUNDS = 12;

/** A review as its words and their TF-IDF, of length 1. */
type Document = readonly (readonly [word: number, weight: number])[];

/**
 * Where the word embeddings begin: latent semantic analysis (Deerwester et al. 1990) of the train texts, E directions of their TF-IDF. They are turned
 * and stretched so that the mean over the words of a review, which is what an untrained attention takes, has E uncorrelated entries of deviation
 * `spread`. From random embeddings the encoder learns from ratings what is praise, in few directions; what is praised, by which people and items are
 * told apart, has to be there from the start. Words that are too rare or too common keep what they have in `start`.
 * @param start embeddings [V, E], row by row; what is found is added to them
 */
export function wordSpace(data: Prepared, start: Float32Array, spread: number, seed: number): Float32Array {
  const E = data.config.embedSize;
  const V = start.length / E;
  const reviews = Array.from(rowsOf(data, 'train'), (row) => data.tokens[row]).filter(
    (ids) => ids.length > 0,
  );
  const idf = rarity(reviews, V);
  const directions = mainDirections(
    reviews.map((ids) => documentOf(ids, idf)),
    idf,
    E,
    seed,
  );
  const words = directions.map((x, k) => x * idf[Math.floor(k / E)]);
  const means = reviews.flatMap((ids) => meanOf(ids, words, E));
  const { directions: axes } = principalAxes(means, E, E);
  const deviations = axes.map((axis) => deviationAlong(axis, means));
  const found = start.slice();
  for (let word = 0; word < V; word++)
    if (idf[word] > 0)
      axes.forEach((axis, e) => {
        if (deviations[e] > 0) found[word * E + e] += (spread * dot(axis, words, word * E)) / deviations[e];
      });
  return found;
}

/** ln(N / n) of words that n of the N reviews hold; 0 for those left out. */
function rarity(reviews: readonly Int32Array[], words: number): Float64Array {
  const counts = new Float64Array(words);
  for (const ids of reviews) for (const id of new Set(ids)) counts[id]++;
  return counts.map((n, word) =>
    word > UNKNOWN_ID && n >= MIN_REVIEWS && n < MOST_REVIEWS * reviews.length
      ? Math.log(reviews.length / n)
      : 0,
  );
}

function documentOf(ids: Int32Array, idf: Float64Array): Document {
  const counts = new Map<number, number>();
  for (const id of ids) if (idf[id] > 0) counts.set(id, (counts.get(id) ?? 0) + 1);
  const raw = Array.from(counts, ([word, n]) => [word, (1 + Math.log(n)) * idf[word]] as const);
  const norm = Math.hypot(...raw.map(([, weight]) => weight));
  return raw.map(([word, weight]) => [word, weight / norm] as const);
}

/** The E right singular directions of the documents [V, E], up to a rotation among them: subspace iteration. */
function mainDirections(
  documents: readonly Document[],
  idf: Float64Array,
  E: number,
  seed: number,
): Float64Array {
  const source = random(seed, 'word space');
  let found = Float64Array.from({ length: idf.length * E }, (_, k) =>
    idf[Math.floor(k / E)] > 0 ? source.normal() : 0,
  );
  orthonormalise(found, E);
  const seen = new Float64Array(E);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(found.length);
    for (const document of documents) {
      seen.fill(0);
      for (const [word, weight] of document)
        for (let e = 0; e < E; e++) seen[e] += weight * found[word * E + e];
      for (const [word, weight] of document)
        for (let e = 0; e < E; e++) next[word * E + e] += weight * seen[e];
    }
    orthonormalise(next, E);
    found = next;
  }
  return found;
}

/** Gram–Schmidt on the columns of a matrix [n, E], twice over, since once leaves rounding errors. A column of nothing stays one. */
function orthonormalise(matrix: Float64Array, E: number): void {
  const n = matrix.length / E;
  const product = (a: number, b: number): number => {
    let sum = 0;
    for (let row = 0; row < n; row++) sum += matrix[row * E + a] * matrix[row * E + b];
    return sum;
  };
  for (let a = 0; a < E; a++) {
    for (let b = 0; b < 2 * a; b++) {
      const other = b % a;
      const shared = product(a, other);
      for (let row = 0; row < n; row++) matrix[row * E + a] -= shared * matrix[row * E + other];
    }
    const norm = Math.sqrt(product(a, a));
    if (norm > 0) for (let row = 0; row < n; row++) matrix[row * E + a] /= norm;
  }
}

function meanOf(ids: Int32Array, words: Float64Array, E: number): number[] {
  const mean = new Array<number>(E).fill(0);
  for (const id of ids) for (let e = 0; e < E; e++) mean[e] += words[id * E + e] / ids.length;
  return mean;
}

/** Of an axis [E] with the entries from `offset` on. */
function dot(axis: Float64Array, values: ArrayLike<number>, offset: number): number {
  let sum = 0;
  for (let e = 0; e < axis.length; e++) sum += axis[e] * values[offset + e];
  return sum;
}

function deviationAlong(axis: Float64Array, rows: readonly number[]): number {
  const along = Array.from({ length: rows.length / axis.length }, (_, k) => dot(axis, rows, k * axis.length));
  const mean = along.reduce((sum, x) => sum + x, 0) / along.length;
  return Math.sqrt(along.reduce((sum, x) => sum + (x - mean) ** 2, 0) / along.length);
}
