/** Pairs to predict; an id of −1 or past the end stands for an unknown entity. */
export interface Pairs {
  readonly users: ArrayLike<number>;
  readonly items: ArrayLike<number>;
}

/** Held-out interactions with their true ratings. */
export interface HeldOut extends Pairs {
  readonly ratings: ArrayLike<number>;
}

/**
 * Smallest rating that counts as relevant where nobody says otherwise: 0.8 of the top of the scale, so 4 of 5 stars and
 * 80 of 100. Where that leaves no rating below it, or the top is not above zero: 0.8 of the way from bottom to top.
 * Divided last, so that the result is the very number that a rating of this size is.
 */
export const defaultRelevant = ({ min, max }: { readonly min: number; readonly max: number }): number => {
  const ofTop = (4 * max) / 5;
  return max > 0 && ofTop > min ? ofTop : (min + 4 * max) / 5;
};

/** DCG discount of place k (0-based). */
const discount = (place: number): number => 1 / Math.log2(place + 2);

type RankingMetric = 'ndcg@5' | 'ndcg@10' | 'f1@5' | 'f1@10';

/** How well one user's ranking puts relevant items first, each 0–1. */
export interface UserRanking extends Readonly<Record<RankingMetric, number>> {
  readonly user: number;
}

/** The ranking metrics of one user from the gains (0 or 1) of the ranked items and the number of relevant ones. */
export const userRanking = (user: number, gains: readonly number[], total: number): UserRanking => ({
  user,
  'ndcg@5': ndcg(gains, total, 5),
  'ndcg@10': ndcg(gains, total, 10),
  'f1@5': f1(gains, total, 5),
  'f1@10': f1(gains, total, 10),
});

/** Rows of a held-out part by user, in order of first appearance. */
export function rowsByUser(test: HeldOut): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let k = 0; k < test.users.length; k++) {
    const list = rows.get(test.users[k]);
    if (list) list.push(k);
    else rows.set(test.users[k], [k]);
  }
  return rows;
}

/**
 * Ranks each user's own held-out items; users without a relevant one are left out.
 * @param scores what to rank by, one for each held-out interaction.
 * @param relevant smallest rating that counts as relevant.
 */
export function ownRankings(test: HeldOut, scores: ArrayLike<number>, relevant: number): UserRanking[] {
  const rankings: UserRanking[] = [];
  for (const [user, rows] of rowsByUser(test)) {
    const total = rows.filter((k) => test.ratings[k] >= relevant).length;
    if (total === 0) continue;
    rows.sort((a, b) => scores[b] - scores[a] || test.items[a] - test.items[b]);
    const gains = rows.map((k) => (test.ratings[k] >= relevant ? 1 : 0));
    rankings.push(userRanking(user, gains, total));
  }
  return rankings;
}

/** Mean of each ranking metric over users; null without users. */
export function meanRanking(rankings: readonly UserRanking[]): Record<RankingMetric, number | null> {
  return {
    'ndcg@5': meanOf(rankings, 'ndcg@5'),
    'ndcg@10': meanOf(rankings, 'ndcg@10'),
    'f1@5': meanOf(rankings, 'f1@5'),
    'f1@10': meanOf(rankings, 'f1@10'),
  };
}

/** Mean of one metric over users; null without users. */
export const meanOf = <M extends string>(
  rankings: readonly Readonly<Record<M, number>>[],
  metric: M,
): number | null =>
  rankings.length > 0 ? rankings.reduce((sum, one) => sum + one[metric], 0) / rankings.length : null;

/** Mean absolute and root mean squared error over all held-out interactions, in rating units. */
export function errors(test: HeldOut, predicted: ArrayLike<number>): { mae: number; rmse: number } {
  const n = test.users.length;
  let absolute = 0;
  let squares = 0;
  for (let k = 0; k < n; k++) {
    const error = predicted[k] - test.ratings[k];
    absolute += Math.abs(error);
    squares += error * error;
  }
  return { mae: absolute / n, rmse: Math.sqrt(squares / n) };
}

/** NDCG@k of ranked 0/1 gains with `total` relevant items in all. */
export function ndcg(gains: readonly number[], total: number, k: number): number {
  let dcg = 0;
  for (let place = 0; place < Math.min(k, gains.length); place++) dcg += gains[place] * discount(place);
  let ideal = 0;
  for (let place = 0; place < Math.min(k, total); place++) ideal += discount(place);
  return ideal > 0 ? dcg / ideal : 0;
}

/** F1@k: precision over min(k, candidates), recall over all relevant ones. */
export function f1(gains: readonly number[], total: number, k: number): number {
  const shown = Math.min(k, gains.length);
  const hits = gains.slice(0, shown).reduce((a, b) => a + b, 0);
  if (hits === 0) return 0;
  const precision = hits / shown;
  const recall = hits / total;
  return (2 * precision * recall) / (precision + recall);
}
