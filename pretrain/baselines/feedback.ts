import type { History, Person } from './baseline';
import { type Grouped, groupRows, rowsOfEntity } from './grouped';

/** The people of a history. */
export function peopleOf(history: History): (user: number) => Person {
  const users = groupRows(history.users, history.userCount, () => true);
  return (user) => {
    const rows = rowsOfEntity(users, user);
    return {
      items: rows.map((row) => history.items[row]),
      ratings: Float64Array.from(rows, (row) => history.ratings[row]),
      words: Array.from(rows, (row) => history.words[row]),
    };
  };
}

/** What an interaction that was not liked, or not rated, counts for beside a liked one. */
export const OTHERS = [0, 0.25, 0.5, 1] as const;

/**
 * How much interactions count: 1 where the rating is relevant, else what is told.
 * @param relevant smallest rating that counts as liked.
 * @param others weight of all other interactions: 0 learns from what was liked alone, 1 from everything that was taken up.
 */
export const weightsOf = (ratings: ArrayLike<number>, relevant: number, others: number): Float64Array =>
  Float64Array.from(ratings, (rating) => (rating >= relevant ? 1 : others));

/** A history as rankers see it: who took up what, and how much that counts. */
export interface Feedback {
  readonly history: History;
  /** Of each row of the history; rows of weight 0 are in no group. */
  readonly weights: Float64Array;
  readonly users: Grouped;
  readonly items: Grouped;
}

/** See {@link weightsOf}. */
export function feedbackOf(history: History, relevant: number, others: number): Feedback {
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
  person: Person,
  relevant: number,
  others: number,
): { readonly items: number[]; readonly weights: number[] } | null {
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
