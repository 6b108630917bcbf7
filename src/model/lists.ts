import { listDiversity } from './diversity';
import { random } from './random';

/** Pairs of people that overlap rests on. */
const PAIRS = 3000;
const SEED = 1;

/**
 * coverage@10: share (0–1) of the catalogue that stands in at least one of the lists. Low where everybody is shown the same
 * items.
 */
export const coverage = (lists: readonly Int32Array[], itemCount: number): number =>
  new Set(lists.flatMap((top) => [...top])).size / itemCount;

/**
 * overlap@10: mean share (0–1) of items that two lists have in common, over 3,000 pairs of different ones drawn from a
 * seed, the same for every model; of the length of the longer list, so of ten. 1 where everybody is shown the same items;
 * null where there are no two.
 * @param worlds of each list, where several planted ones are pooled: pairs are drawn within one.
 */
export function overlap(lists: readonly Int32Array[], worlds?: ArrayLike<number>): number | null {
  const byWorld = new Map<number, number[]>();
  lists.forEach((_, k) => {
    const world = worlds?.[k] ?? 0;
    byWorld.set(world, [...(byWorld.get(world) ?? []), k]);
  });
  const source = random(SEED, 'overlap');
  const below = (n: number) => Math.floor(source.next() * n);
  let sum = 0;
  let pairs = 0;
  for (let pair = 0; pair < PAIRS && lists.length > 0; pair++) {
    const one = below(lists.length);
    const others = byWorld.get(worlds?.[one] ?? 0)!;
    if (others.length < 2) continue;
    let other = others[below(others.length - 1)];
    if (other === one) other = others[others.length - 1];
    const [a, b] = [lists[one], lists[other]];
    const longest = Math.max(a.length, b.length);
    if (longest === 0) continue;
    sum += a.filter((item) => b.includes(item)).length / longest;
    pairs++;
  }
  return pairs > 0 ? sum / pairs : null;
}

/**
 * diversity@10: mean of {@link listDiversity} over the lists. Those with fewer than two items that have a vector are left
 * out; null where none is left.
 * @param vectors of `meanItemVectors`: the same for every model that is compared.
 */
export function diversity(
  lists: readonly Int32Array[],
  vectors: readonly (Float64Array | null)[],
): number | null {
  const all = lists.map((top) => listDiversity(top, vectors)).filter((one) => one !== null);
  return all.length > 0 ? all.reduce((sum, one) => sum + one, 0) / all.length : null;
}
