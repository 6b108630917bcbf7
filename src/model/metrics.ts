/** Held-out pairs with what really happened; the columns run in parallel. */
export interface HeldOutPairs {
  readonly users: ArrayLike<number>;
  readonly items: ArrayLike<number>;
  readonly ratings: ArrayLike<number>;
}

/** Mean absolute and root mean squared error; NaN over nothing. */
export function errors(
  predicted: ArrayLike<number>,
  truth: ArrayLike<number>,
): { readonly mae: number; readonly rmse: number } {
  let absolute = 0;
  let squares = 0;
  for (let k = 0; k < truth.length; k++) {
    const error = predicted[k] - truth[k];
    absolute += Math.abs(error);
    squares += error * error;
  }
  return { mae: absolute / truth.length, rmse: Math.sqrt(squares / truth.length) };
}

/** DCG discount of place k (0-based). */
const discount = (place: number): number => 1 / Math.log2(place + 2);

/** NDCG@k of ranked 0/1 gains with `total` relevant items in all. */
export function ndcg(gains: readonly number[], total: number, k: number): number {
  let dcg = 0;
  for (let place = 0; place < Math.min(k, gains.length); place++) dcg += gains[place] * discount(place);
  let ideal = 0;
  for (let place = 0; place < Math.min(k, total); place++) ideal += discount(place);
  return ideal > 0 ? dcg / ideal : 0;
}

/**
 * NDCG@k within each user's own held-out items, averaged over the users who have a relevant one; null without any.
 * Ties go by item row.
 * @param relevant smallest rating that counts as relevant.
 */
export function ownNdcg(
  scores: ArrayLike<number>,
  held: HeldOutPairs,
  relevant: number,
  k: number,
): number | null {
  const perUser = new Map<number, number[]>();
  for (let n = 0; n < held.users.length; n++) {
    const list = perUser.get(held.users[n]);
    if (list) list.push(n);
    else perUser.set(held.users[n], [n]);
  }
  let sum = 0;
  let users = 0;
  for (const pairs of perUser.values()) {
    const total = pairs.filter((n) => held.ratings[n] >= relevant).length;
    if (total === 0) continue;
    users++;
    pairs.sort((a, b) => scores[b] - scores[a] || held.items[a] - held.items[b]);
    sum += ndcg(
      pairs.map((n) => (held.ratings[n] >= relevant ? 1 : 0)),
      total,
      k,
    );
  }
  return users > 0 ? sum / users : null;
}
