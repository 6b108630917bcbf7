import type { Baseline, History } from './baseline';

/** Pairs that are scored in one go: bounds the memory. */
const AT_ONCE = 1 << 20;

/**
 * Scores of every item for each of some users. Computed for many users in one go, since some baselines do much of the
 * work once an item; asked for in another order than that of `users`, the same work is done again.
 */
export function catalogueScores(
  baseline: Baseline,
  history: History,
  users: Iterable<number>,
): (user: number) => Float64Array {
  if (baseline.catalogue) return baseline.catalogue(history);
  const list = [...new Set(users)];
  const place = new Map(list.map((user, k) => [user, k]));
  const I = history.itemCount;
  const lot = Math.max(1, Math.floor(AT_ONCE / I));
  let from = 0;
  let scores: Float64Array | null = null;
  return (user) => {
    const at = place.get(user);
    if (at === undefined) throw new Error(`User ${user} was not asked for.`);
    if (!scores || at < from || at >= from + lot) {
      from = at;
      const part = list.slice(from, from + lot);
      scores = baseline.scores(history, {
        users: Int32Array.from({ length: part.length * I }, (_, k) => part[Math.floor(k / I)]),
        items: Int32Array.from({ length: part.length * I }, (_, k) => k % I),
      });
    }
    return scores.subarray((at - from) * I, (at - from + 1) * I);
  };
}
