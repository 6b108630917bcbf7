import type { MetricsRow } from '../src/data/manifest';

/** Held-out interactions with their true ratings. */
export interface HeldOut {
  readonly users: ArrayLike<number>;
  readonly items: ArrayLike<number>;
  readonly ratings: ArrayLike<number>;
}

export const PROTOCOL =
  'Errors over all held-out interactions, predictions clipped to the scale. Ranking within each user’s own held-out items: relevant = rating at or above the threshold; users without a relevant item are left out; NDCG with binary gains; precision over min(k, held-out items); ties by item id.';

/** DCG discount of place k (0-based). */
const discount = (place: number): number => 1 / Math.log2(place + 2);

/**
 * MAE, RMSE, and NDCG@k and F1@k averaged over users (see {@link PROTOCOL}).
 * @param predicted clipped ratings, for the errors; null for a model that only ranks.
 * @param scores what to rank by.
 * @param relevant smallest rating that counts as relevant.
 */
export function measure(
  model: string,
  test: HeldOut,
  predicted: ArrayLike<number> | null,
  scores: ArrayLike<number>,
  relevant: number,
): MetricsRow {
  const n = test.users.length;
  let absolute = 0;
  let squares = 0;
  const perUser = new Map<number, number[]>();
  for (let k = 0; k < n; k++) {
    if (predicted) {
      const error = predicted[k] - test.ratings[k];
      absolute += Math.abs(error);
      squares += error * error;
    }
    const list = perUser.get(test.users[k]);
    if (list) list.push(k);
    else perUser.set(test.users[k], [k]);
  }
  const sums = { ndcg5: 0, ndcg10: 0, f5: 0, f10: 0 };
  let users = 0;
  for (const rows of perUser.values()) {
    const total = rows.filter((k) => test.ratings[k] >= relevant).length;
    if (total === 0) continue;
    users++;
    rows.sort((a, b) => scores[b] - scores[a] || test.items[a] - test.items[b]);
    const gains = rows.map((k) => (test.ratings[k] >= relevant ? 1 : 0));
    sums.ndcg5 += ndcg(gains, total, 5);
    sums.ndcg10 += ndcg(gains, total, 10);
    sums.f5 += f1(gains, total, 5);
    sums.f10 += f1(gains, total, 10);
  }
  const mean = (sum: number): number | null => (users > 0 ? sum / users : null);
  return {
    model,
    mae: predicted ? absolute / n : null,
    rmse: predicted ? Math.sqrt(squares / n) : null,
    'ndcg@5': mean(sums.ndcg5),
    'ndcg@10': mean(sums.ndcg10),
    'f1@5': mean(sums.f5),
    'f1@10': mean(sums.f10),
    n,
  };
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
