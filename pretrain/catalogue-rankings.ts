import { listDiversity } from '../src/model/diversity';
import { type HeldOut, rowsByUser, type UserRanking, userRanking } from '../src/model/metrics';
import type { InteractionIds } from '../src/model/tbatch';

export const CATALOGUE_PROTOCOL =
  'Ranking of the whole catalogue but the items of the user’s history, for each user with a relevant held-out item of the catalogue: relevant = rating at or above the threshold; every other item counts as not relevant, though the user may like it; NDCG with binary gains; precision over min(k, candidates), recall over all relevant items; ties by item id.';

/** All items, and what each user has had already. */
export interface Candidates {
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
  { itemCount, history }: Candidates,
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
 * diversity@10: mean over the ranked users of {@link listDiversity} of the top ten. Users with fewer than two items that
 * have a vector are left out; null where nobody is left.
 * @param vectors of `meanItemVectors`: the same for every model that is compared.
 */
export function diversity(
  rankings: readonly Pick<CatalogueRanking, 'top'>[],
  vectors: readonly (Float64Array | null)[],
): number | null {
  const all = rankings.map(({ top }) => listDiversity(top, vectors)).filter((one) => one !== null);
  return all.length > 0 ? all.reduce((sum, one) => sum + one, 0) / all.length : null;
}
