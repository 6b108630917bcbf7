import type { MetricsRow } from '../src/data/manifest';
import { errors, type HeldOut, meanRanking, ownRankings } from '../src/model/metrics';

export const PROTOCOL =
  'Errors over all held-out interactions, predictions clipped to the scale. Ranking within each user’s own held-out items: relevant = rating at or above the threshold; users without a relevant item are left out; NDCG with binary gains; precision over min(k, held-out items); ties by item id.';

export const thresholdOf = (relevant: number): string => `The threshold is a rating of ${relevant}.`;

/** What the numbers of a table mean, the smallest relevant rating included. */
export const protocolOf = (relevant: number): string => `${PROTOCOL} ${thresholdOf(relevant)}`;

/**
 * MAE, RMSE, and NDCG@k and F1@k averaged over users (see {@link protocolOf}).
 * @param predicted clipped ratings, for the errors; null for a model that only ranks.
 * @param scores what to rank by.
 * @param relevant smallest rating that counts as relevant.
 */
export const measure = (
  model: string,
  test: HeldOut,
  predicted: ArrayLike<number> | null,
  scores: ArrayLike<number>,
  relevant: number,
): MetricsRow => ({
  model,
  ...(predicted ? errors(test, predicted) : { mae: null, rmse: null }),
  ...meanRanking(ownRankings(test, scores, relevant)),
  n: test.users.length,
});
