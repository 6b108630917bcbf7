import { range } from '../random';
import type { Baseline, History } from './baseline';

/** Scores of every item for each of some users, computed in one go: some baselines do much of the work once an item. */
export function catalogueScores(
  baseline: Baseline,
  history: History,
  users: Iterable<number>,
): (user: number) => Float64Array {
  const list = [...new Set(users)];
  const I = history.itemCount;
  const scores = baseline.scores(history, {
    users: Int32Array.from({ length: list.length * I }, (_, k) => list[Math.floor(k / I)]),
    items: range(list.length * I).map((k) => k % I),
  });
  const place = new Map(list.map((user, k) => [user, k]));
  return (user) => {
    const at = place.get(user);
    if (at === undefined) throw new Error(`User ${user} was not asked for.`);
    return scores.subarray(at * I, (at + 1) * I);
  };
}
