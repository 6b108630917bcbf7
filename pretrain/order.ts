import { random } from './random';
import type { Review } from './review';

/** Whether the time of every review is known. */
const isTimed = (reviews: readonly Review[]): boolean => reviews.every((r) => r.time !== null);

/** The order in words, for the manifest. */
export function describeOrder(reviews: readonly Review[]): string {
  if (isTimed(reviews)) return 'By time, as the source gives it.';
  if (reviews.every((r) => r.seq !== null))
    return 'Each person’s own order is the source’s; how different people interleave is not known, so it is fixed by a seed.';
  return 'By time where the source gives one; the others are placed by a seed.';
}

/**
 * Replay order as row numbers of `reviews`. Times rule where all have one. Otherwise each user gets sorted random
 * positions, dealt out in the user's own order (time, then seq, then file), so the interleaving is random and fixed.
 */
export function replayOrder(reviews: readonly Review[], seed: number): Int32Array {
  const rows = Int32Array.from({ length: reviews.length }, (_, k) => k);
  const within = (a: number, b: number) =>
    (reviews[a].time ?? 0) - (reviews[b].time ?? 0) || (reviews[a].seq ?? 0) - (reviews[b].seq ?? 0) || a - b;
  if (isTimed(reviews)) return rows.sort(within);

  const timed = [...rows].filter((r) => reviews[r].time !== null).sort(within);
  const position = new Float64Array(reviews.length);
  timed.forEach((row, k) => {
    position[row] = (k + 0.5) / timed.length;
  });
  const untimed = new Map<string, number[]>();
  for (const row of rows) {
    const review = reviews[row];
    if (review.time !== null) continue;
    const list = untimed.get(review.user);
    if (list) list.push(row);
    else untimed.set(review.user, [row]);
  }
  for (const [user, list] of untimed) {
    const source = random(seed, 'order', user);
    const positions = Float64Array.from(list, () => source.next()).sort();
    list.sort(within).forEach((row, k) => {
      position[row] = positions[k];
    });
  }
  return rows.sort((a, b) => position[a] - position[b] || a - b);
}
