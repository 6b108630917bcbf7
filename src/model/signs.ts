/**
 * What a review's words count in the profile of its writer: more than 0 for what was liked, less for what was disliked
 * (docs/ARCHITECTURE.md#keyword-weights).
 */

/** Added to a deviation: who bothers to review something middling likes it a little. In rating units of a scale 1–5. */
export const BENEFIT = 0.3;
export const LEAST = -1.5;
export const MOST = 2;
/** How many ratings at the mean a person's own level is shrunk by. */
const SHRINKING = 3;

export const clamp = (x: number): number => Math.min(MOST, Math.max(LEAST, x));

/**
 * The sign of a word of a review.
 * @param deviation how far the review's rating lies above the person's own level; NaN where nothing tells
 * @param tone how much better the word's own sentences read than reviews do on average, see `tones.ts`
 */
export const signOf = (deviation: number, tone = 0): number =>
  Number.isNaN(deviation) ? 0 : clamp(deviation + tone + BENEFIT);

/** A person's own level [rating units], from the sum and the number of the ratings, shrunk to the mean. */
export const ownLevel = (sum: number, count: number, mean: number): number =>
  (sum + SHRINKING * mean) / (count + SHRINKING);

/**
 * How far above the own level of its writer each interaction of a log lies [rating units]; NaN where nothing tells.
 * @param ratings NaN where not rated
 * @param told rating that the text alone tells, NaN without text: it stands in where none is given
 */
export function deviationsOf(
  users: ArrayLike<number>,
  ratings: ArrayLike<number>,
  told: ArrayLike<number>,
  mean: number,
  people: number,
): Float64Array {
  const sums = new Float64Array(people);
  const counts = new Float64Array(people);
  for (let k = 0; k < users.length; k++) {
    if (Number.isNaN(ratings[k])) continue;
    sums[users[k]] += ratings[k];
    counts[users[k]]++;
  }
  return Float64Array.from({ length: users.length }, (_, k) => {
    const rating = Number.isNaN(ratings[k]) ? told[k] : ratings[k];
    return rating - ownLevel(sums[users[k]], counts[users[k]], mean);
  });
}
