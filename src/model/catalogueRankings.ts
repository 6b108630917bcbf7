import { type HeldOut, rowsByUser, type UserRanking, userRanking } from './metrics';
import type { InteractionIds } from './tbatch';

/** The world of each user and of each item, where several planted ones are pooled: a user sees the items of the own one. */
export interface Worlds {
  readonly users: ArrayLike<number>;
  readonly items: ArrayLike<number>;
}

/** All items, and what each user has had already. */
export interface Candidates {
  readonly itemCount: number;
  readonly history: InteractionIds;
  readonly worlds?: Worlds | undefined;
}

/** A user's best items that are not in the user's history, best first, ties by item id; at most {@link LIST}. */
export type TopOf = (user: number) => Int32Array;

/** How one user's ranking of the catalogue finds what is relevant. */
export interface CatalogueRanking extends UserRanking {
  readonly 'recall@10': number;
}

/** How long the lists are on which all of this rests. */
const LIST = 10;

/**
 * The top tens of users, each worked out once.
 * @param scoresOf what to rank by for one user: a score for each item of the catalogue.
 */
export function topTens(
  { itemCount, history, worlds }: Candidates,
  scoresOf: (user: number) => ArrayLike<number>,
): TopOf {
  const had = new Map<number, Set<number>>();
  for (let row = 0; row < history.users.length; row++) {
    const user = history.users[row];
    const set = had.get(user);
    if (set) set.add(history.items[row]);
    else had.set(user, new Set([history.items[row]]));
  }
  const tops = new Map<number, Int32Array>();
  return (user) => {
    const known = tops.get(user);
    if (known) return known;
    const own = had.get(user);
    const open = (item: number) => !own?.has(item) && (!worlds || worlds.items[item] === worlds.users[user]);
    const top = bestItems(scoresOf(user), itemCount, open);
    tops.set(user, top);
    return top;
  };
}

function bestItems(
  scores: ArrayLike<number>,
  itemCount: number,
  open: (item: number) => boolean,
): Int32Array {
  const top: number[] = [];
  for (let item = 0; item < itemCount; item++) {
    if (top.length === LIST && !(scores[item] > scores[top[LIST - 1]])) continue;
    if (!open(item)) continue;
    let place = top.length;
    while (place > 0 && scores[item] > scores[top[place - 1]]) place--;
    top.splice(place, 0, item);
    if (top.length > LIST) top.pop();
  }
  return Int32Array.from(top);
}

/**
 * Full-catalogue ranking: for each user with at least one relevant held-out item, all items except those of the user's
 * history are ranked. Held-out items outside the catalogue are set aside. In order of first appearance in `test`.
 * @param relevant smallest rating that counts as relevant.
 */
export function catalogueRankings(
  test: HeldOut,
  itemCount: number,
  topOf: TopOf,
  relevant: number,
): CatalogueRanking[] {
  const rankings: CatalogueRanking[] = [];
  for (const [user, rows] of rowsByUser(test)) {
    const liked = rows.filter(
      (k) => test.ratings[k] >= relevant && test.items[k] >= 0 && test.items[k] < itemCount,
    );
    const wanted = new Set(liked.map((k) => test.items[k]));
    if (wanted.size === 0) continue;
    const gains = Array.from(topOf(user), (item) => (wanted.has(item) ? 1 : 0) as number);
    const found = gains.reduce((sum, gain) => sum + gain, 0);
    rankings.push({ ...userRanking(user, gains, wanted.size), 'recall@10': found / wanted.size });
  }
  return rankings;
}
