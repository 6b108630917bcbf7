import type { Worlds } from '../src/training/worlds';
import type { Prepared } from './prepare';
import type { Review } from './review';
import { saidFrom } from './said-words';

/** Ends the number of a file in an id; no id of a source holds it. */
const MARK = '\u0001';

/**
 * Several review files as one, for training: nothing in the model belongs to one user or item, so more people and items
 * of the same kind teach it more. Those of the first file keep their ids, those of the others get its number before theirs.
 */
export const poolReviews = (
  first: readonly Review[],
  others: readonly (readonly Review[])[],
): readonly Review[] =>
  others.length === 0
    ? first
    : [
        ...first,
        ...others.flatMap((reviews, k) =>
          reviews.map((r) => ({ ...r, user: `${k}${MARK}${r.user}`, item: `${k}${MARK}${r.item}` })),
        ),
      ];

const worldOf = (id: string): number => (id.includes(MARK) ? 1 + Number(id.split(MARK)[0]) : 0);

/** Which of several pooled files each user and each item stands in: 0 for the first one, then in order; undefined for a file alone. */
export function worldsOf({ userIds, itemIds }: Pick<Prepared, 'userIds' | 'itemIds'>): Worlds | undefined {
  if (!itemIds.some((id) => id.includes(MARK))) return undefined;
  return { users: Int32Array.from(userIds, worldOf), items: Int32Array.from(itemIds, worldOf) };
}

/**
 * One of several pooled files alone, under the ids of its source, with the vocabulary and the constants that all of them gave the model.
 * @param world 0 for the first, then in order
 */
export function worldOfPool(joined: Prepared, world: number): Prepared {
  const own = (id: string) => worldOf(id) === world;
  const bare = (id: string) => id.slice(id.indexOf(MARK) + 1);
  const rows = [...joined.users.keys()].filter((row) => own(joined.userIds[joined.users[row]]));
  const userIds = joined.userIds.filter(own);
  const itemIds = joined.itemIds.filter(own);
  const userRow = new Map(userIds.map((id, k) => [id, k]));
  const itemRow = new Map(itemIds.map((id, k) => [id, k]));
  const pick = <T>(column: readonly T[]): T[] => rows.map((row) => column[row]);
  return {
    ...joined,
    userIds: userIds.map(bare),
    itemIds: itemIds.map(bare),
    users: Int32Array.from(rows, (row) => userRow.get(joined.userIds[joined.users[row]])!),
    items: Int32Array.from(rows, (row) => itemRow.get(joined.itemIds[joined.items[row]])!),
    ratings: Float64Array.from(rows, (row) => joined.ratings[row]),
    feedback: pick(joined.feedback),
    tokens: pick(joined.tokens),
    words: pick(joined.words),
    texts: pick(joined.texts),
    hasText: pick(joined.hasText),
    split: Uint8Array.from(rows, (row) => joined.split[row]),
    said: saidFrom(joined.said.idf, pick(joined.said.mentions), joined.said.tones && pick(joined.said.tones)),
  };
}

/** What a pool is measured on. */
export const firstOfPool = (joined: Prepared): Prepared => worldOfPool(joined, 0);
