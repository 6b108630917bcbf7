import { RequestError } from './requestError';

/** The first places of a ranking, only items that may count. */
export function topOf(
  ranking: Int32Array,
  places: number,
  counts: (item: number) => boolean = () => true,
): number[] {
  const top: number[] = [];
  for (const item of ranking) {
    if (top.length === places) break;
    if (counts(item)) top.push(item);
  }
  return top;
}

/** @throws RequestError unless at least one place counts as the top */
export function checkTop(top: number): void {
  if (!Number.isInteger(top) || top < 1)
    throw new RequestError('top', { is: 'not', a: 'places', value: top });
}

/** Share of a list that is in another one, 0–1; 1 for an empty list. */
export function shareKept(list: readonly number[], other: readonly number[]): number {
  if (list.length === 0) return 1;
  const there = new Set(other);
  return list.filter((item) => there.has(item)).length / list.length;
}

/** What two keyword profiles have in common: sum of the lesser weights of words that both hold with one sign, as a share of all weights of the first, 0–1; null where the first is empty. */
export function sharedWeight(
  profile: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
): number | null {
  if (profile.size === 0) return null;
  let common = 0;
  let all = 0;
  for (const [word, weight] of profile) {
    const now = other.get(word) ?? 0;
    all += Math.abs(weight);
    // What is liked now and was disliked then has nothing in common.
    if (now * weight > 0) common += Math.min(Math.abs(weight), Math.abs(now));
  }
  return all > 0 ? common / all : null;
}
