import type { Prepared } from './prepare';
import type { Review } from './review';

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

/** The first of several pooled files alone, with the vocabulary and the constants that all of them gave the model. */
export function firstOfPool(joined: Prepared): Prepared {
  const own = (id: string) => !id.includes(MARK);
  const rows = [...joined.users.keys()].filter((row) => own(joined.userIds[joined.users[row]]));
  const userIds = joined.userIds.filter(own);
  const itemIds = joined.itemIds.filter(own);
  const userRow = new Map(userIds.map((id, k) => [id, k]));
  const itemRow = new Map(itemIds.map((id, k) => [id, k]));
  const pick = <T>(column: readonly T[]): T[] => rows.map((row) => column[row]);
  return {
    ...joined,
    userIds,
    itemIds,
    users: Int32Array.from(rows, (row) => userRow.get(joined.userIds[joined.users[row]])!),
    items: Int32Array.from(rows, (row) => itemRow.get(joined.itemIds[joined.items[row]])!),
    ratings: Float64Array.from(rows, (row) => joined.ratings[row]),
    feedback: pick(joined.feedback),
    tokens: pick(joined.tokens),
    words: pick(joined.words),
    texts: pick(joined.texts),
    hasText: pick(joined.hasText),
    split: Uint8Array.from(rows, (row) => joined.split[row]),
  };
}
