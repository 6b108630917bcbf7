import { type Grouped, groupRows, type RatedHistory, rowsOfEntity } from './grouped';

/** What one person did, of the history or new: items with ratings, NaN where absent. */
export interface Reviewer {
  readonly items: ArrayLike<number>;
  readonly ratings: ArrayLike<number>;
}

/** A fitted ranker: a score for each item of the catalogue; null for a person whom it knows nothing of. */
export type Rank = (person: Reviewer) => Float64Array | null;

/** Items that count, each with how much. */
export interface Known {
  readonly items: readonly number[];
  readonly weights: readonly number[];
}

/**
 * How much interactions count: 1 where the rating is relevant, else what is told.
 * @param relevant smallest rating that counts as liked.
 * @param others weight of all other interactions: 0 learns from what was liked alone, 1 from everything that was taken up.
 */
export const weightsOf = (ratings: ArrayLike<number>, relevant: number, others: number): Float64Array =>
  Float64Array.from(ratings, (rating) => (rating >= relevant ? 1 : others));

/** A history as rankers see it: who took up what, and how much that counts. */
export interface Feedback {
  readonly history: RatedHistory;
  /** Of each row of the history; rows of weight 0 are in no group. */
  readonly weights: Float64Array;
  readonly users: Grouped;
  readonly items: Grouped;
}

/** See {@link weightsOf}. */
export function feedbackOf(history: RatedHistory, relevant: number, others: number): Feedback {
  const weights = weightsOf(history.ratings, relevant, others);
  const keep = (row: number) => weights[row] > 0;
  return {
    history,
    weights,
    users: groupRows(history.users, history.userCount, keep),
    items: groupRows(history.items, history.itemCount, keep),
  };
}

/** The items of a person that count and that somebody of the history has had too, with their weights; null without any. */
export function knownOf(
  { items }: Feedback,
  person: Reviewer,
  relevant: number,
  others: number,
): Known | null {
  const weights = weightsOf(person.ratings, relevant, others);
  const rows = [...weights.keys()].filter(
    (row) => weights[row] > 0 && rowsOfEntity(items, person.items[row]).length > 0,
  );
  return rows.length > 0
    ? { items: rows.map((row) => person.items[row]), weights: rows.map((row) => weights[row]) }
    : null;
}

/** The weights of all interactions with each item, summed: how popular it is. */
export function popularityOf({ history, weights }: Feedback): Float64Array {
  const sums = new Float64Array(history.itemCount);
  weights.forEach((weight, row) => {
    sums[history.items[row]] += weight;
  });
  return sums;
}
