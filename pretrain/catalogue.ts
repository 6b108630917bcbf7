import { type HeldOut, rowsByUser, type UserRanking, userRanking } from '../src/model/metrics';
import type { InteractionIds } from '../src/model/tbatch';

export const CATALOGUE_PROTOCOL =
  'Ranking of the whole catalogue but the items of the user’s history, for each user with a relevant held-out item of the catalogue: relevant = rating at or above the threshold; every other item counts as not relevant, though the user may like it; NDCG with binary gains; precision over min(k, candidates), recall over all relevant items; ties by item id.';

/** All items, and what each user has had already. */
export interface Catalogue {
  readonly itemCount: number;
  readonly history: InteractionIds;
}

/** One user's ranking of the catalogue. */
export interface CatalogueRanking extends UserRanking {
  /** The ten best items that are not in the user's history, best first. */
  readonly top: Int32Array;
}

/** How long the lists are on which coverage and diversity rest. */
const LIST = 10;

/**
 * Full-catalogue ranking: for each user with at least one relevant held-out item, all items except those of the user's
 * history are ranked. Held-out items outside the catalogue are set aside. In order of first appearance in `test`.
 * @param scoresOf what to rank by for one user: a score for each item of the catalogue.
 * @param relevant smallest rating that counts as relevant.
 */
export function catalogueRankings(
  test: HeldOut,
  { itemCount, history }: Catalogue,
  scoresOf: (user: number) => ArrayLike<number>,
  relevant: number,
): CatalogueRanking[] {
  const had = new Map<number, Set<number>>();
  for (let row = 0; row < history.users.length; row++) {
    const user = history.users[row];
    const set = had.get(user);
    if (set) set.add(history.items[row]);
    else had.set(user, new Set([history.items[row]]));
  }
  const rankings: CatalogueRanking[] = [];
  for (const [user, rows] of rowsByUser(test)) {
    const liked = rows.filter(
      (k) => test.ratings[k] >= relevant && test.items[k] >= 0 && test.items[k] < itemCount,
    );
    const wanted = new Set(liked.map((k) => test.items[k]));
    if (wanted.size === 0) continue;
    const top = bestItems(scoresOf(user), itemCount, had.get(user) ?? new Set());
    const gains = Array.from(top, (item) => (wanted.has(item) ? 1 : 0));
    rankings.push({ ...userRanking(user, gains, wanted.size), top });
  }
  return rankings;
}

/** The best items outside `excluded`, best first, ties by item id. */
function bestItems(scores: ArrayLike<number>, itemCount: number, excluded: ReadonlySet<number>): Int32Array {
  const top: number[] = [];
  for (let item = 0; item < itemCount; item++) {
    if (excluded.has(item)) continue;
    if (top.length === LIST && !(scores[item] > scores[top[LIST - 1]])) continue;
    let place = top.length;
    while (place > 0 && scores[item] > scores[top[place - 1]]) place--;
    top.splice(place, 0, item);
    if (top.length > LIST) top.pop();
  }
  return Int32Array.from(top);
}

/**
 * coverage@10: share (0–1) of the catalogue that stands in the top ten of at least one ranked user. Low where everybody
 * is shown the same items.
 */
export const coverage = (rankings: readonly Pick<CatalogueRanking, 'top'>[], itemCount: number): number =>
  new Set(rankings.flatMap(({ top }) => [...top])).size / itemCount;

/**
 * diversity@10: mean over the ranked users of the mean of 1 − cosine over all pairs of items in the top ten, between the
 * items' mean text vectors: 0 where all items of a list are written about alike, at most 2. Items without a vector are
 * left out, and users with fewer than two items that have one. Null where nobody is left.
 * @param vectors of {@link meanItemVectors}: the same for every model that is compared.
 */
export function diversity(
  rankings: readonly Pick<CatalogueRanking, 'top'>[],
  vectors: readonly (Float64Array | null)[],
): number | null {
  let sum = 0;
  let users = 0;
  for (const { top } of rankings) {
    const list = [...top].map((item) => vectors[item]).filter((v) => v !== null);
    if (list.length < 2) continue;
    let distances = 0;
    for (let a = 0; a < list.length; a++)
      for (let b = 0; b < a; b++) distances += 1 - cosine(list[a], list[b]);
    sum += distances / ((list.length * (list.length - 1)) / 2);
    users++;
  }
  return users > 0 ? sum / users : null;
}

function cosine(a: Float64Array, b: Float64Array): number {
  let product = 0;
  let left = 0;
  let right = 0;
  for (let k = 0; k < a.length; k++) {
    product += a[k] * b[k];
    left += a[k] * a[k];
    right += b[k] * b[k];
  }
  return product / Math.sqrt(left * right);
}

/** Interactions with text vectors, row-major [n, E]; a vector is meaningless where `hasText` is 0 or false. */
export interface TextLog {
  readonly items: ArrayLike<number>;
  readonly vectors: Float32Array;
  readonly hasText: ArrayLike<number | boolean>;
}

/** Mean text vector [E] of each item over its reviews that have text; null for an item without any, or where it is 0. */
export function meanItemVectors(log: TextLog, itemCount: number): (Float64Array | null)[] {
  const n = log.items.length;
  const E = n > 0 ? log.vectors.length / n : 0;
  const sums = Array.from({ length: itemCount }, () => new Float64Array(E));
  const counts = new Float64Array(itemCount);
  for (let row = 0; row < n; row++) {
    if (!log.hasText[row]) continue;
    const sum = sums[log.items[row]];
    for (let k = 0; k < E; k++) sum[k] += log.vectors[row * E + k];
    counts[log.items[row]]++;
  }
  return sums.map((sum, item) =>
    counts[item] > 0 && sum.some((x) => x !== 0) ? sum.map((x) => x / counts[item]) : null,
  );
}
