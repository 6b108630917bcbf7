/** How far what is learned of a run of words is drawn to 0, in sentences. */
const PENALTY = 60;
const STEPS = 60;
/** Runs of up to three words, a mark at either end. */
const LONGEST = 3;
const EDGE = -1;

/**
 * What sentences tell of the ratings of their reviews, by ridge regression on which runs of words they hold: the mean rating of
 * the reviews that such a sentence stands in, as far as there are many. Less is chance in it than in the rating of one review, of which
 * a single sentence explains little.
 * @param sentences word ids
 * @param ratings of their reviews
 * @returns what each tells [rating units]
 */
export function sentenceRatings(
  sentences: readonly Int32Array[],
  ratings: ArrayLike<number>,
): Float64Array {
  const mean = Array.from(ratings).reduce((sum, rating) => sum + rating, 0) / Math.max(1, ratings.length);
  const places = new Map<string, number>();
  const rows = sentences.map((ids) => {
    const runs = new Set<number>();
    const words = [EDGE, ...ids, EDGE];
    for (let length = 1; length <= LONGEST; length++)
      for (let k = 0; k + length <= words.length; k++) {
        const run = words.slice(k, k + length).join();
        const place = places.get(run) ?? places.size;
        places.set(run, place);
        runs.add(place);
      }
    return Int32Array.from(runs);
  });
  const times = (weights: Float64Array) =>
    Float64Array.from(rows, (runs) => runs.reduce((sum, place) => sum + weights[place], 0));
  const gather = (values: Float64Array) => {
    const sums = new Float64Array(places.size);
    rows.forEach((runs, row) => {
      for (const place of runs) sums[place] += values[row];
    });
    return sums;
  };
  // Conjugate gradients on (XᵀX + λ) w = Xᵀ(r − mean).
  const weights = new Float64Array(places.size);
  const rest = gather(Float64Array.from(ratings, (rating) => rating - mean));
  const way = rest.slice();
  let square = rest.reduce((sum, x) => sum + x * x, 0);
  for (let step = 0; step < STEPS && square > 1e-9; step++) {
    const image = gather(times(way)).map((x, k) => x + PENALTY * way[k]);
    const length = square / image.reduce((sum, x, k) => sum + x * way[k], 0);
    for (let k = 0; k < weights.length; k++) {
      weights[k] += length * way[k];
      rest[k] -= length * image[k];
    }
    const next = rest.reduce((sum, x) => sum + x * x, 0);
    for (let k = 0; k < way.length; k++) way[k] = rest[k] + (next / square) * way[k];
    square = next;
  }
  return times(weights).map((x) => mean + x);
}
