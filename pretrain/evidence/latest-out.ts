import type { Review } from '../review';

/** Row numbers in replay order, ascending, as {@link Prepared} has them. */
export interface LatestOut {
  readonly train: Int32Array;
  /** One row a user at most: the rated interaction before the test one. */
  readonly validation: Int32Array;
  /** One row a user at most: the latest rated interaction. */
  readonly test: Int32Array;
}

/** A user's own order is known when all of its interactions have a time, or all have a place in the user's sequence. */
const isOrdered = (reviews: readonly Review[]): boolean =>
  reviews.every((r) => r.time !== null) || reviews.every((r) => r.time === null && r.seq !== null);

/**
 * Holds out each user's latest rated interaction as test and the rated one before it as validation. A user whose own
 * order is not known, or with fewer than three rated interactions, stays in train as a whole. Unrated interactions of a
 * user after its validation one are in no part: they lie after what is to be predicted. The cut is each user's own:
 * other users' later interactions stay in train.
 * @param order replay order of the reviews, of `replayOrder`: result row k is review `order[k]`.
 * @returns null where no user can be held out, as in data without time and sequence.
 */
export function latestOut(reviews: readonly Review[], order: Int32Array): LatestOut | null {
  const byUser = new Map<string, number[]>();
  order.forEach((review, row) => {
    const list = byUser.get(reviews[review].user);
    if (list) list.push(row);
    else byUser.set(reviews[review].user, [row]);
  });
  const train: number[] = [];
  const validation: number[] = [];
  const test: number[] = [];
  for (const rows of byUser.values()) {
    const own = rows.map((row) => reviews[order[row]]);
    const rated = rows.filter((_, k) => own[k].rating !== null);
    if (rated.length < 3 || !isOrdered(own)) {
      train.push(...rows);
      continue;
    }
    const [before, latest] = rated.slice(-2);
    train.push(...rows.filter((row) => row < before));
    validation.push(before);
    test.push(latest);
  }
  const sorted = (rows: number[]): Int32Array => Int32Array.from(rows).sort();
  return test.length > 0
    ? { train: sorted(train), validation: sorted(validation), test: sorted(test) }
    : null;
}
