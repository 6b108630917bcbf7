import type { Candidates } from '../../src/model/catalogueRankings';
import { type ModelConfig, RESERVED_WORDS } from '../../src/model/config';
import type { HeldOut, Pairs } from '../../src/model/metrics';
import type { BiasDamping } from '../../src/recommenders/bias';
import type { Reviewer } from '../../src/recommenders/feedback';
import { type Grouped, groupRows, type RatedHistory, rowsOfEntity } from '../../src/recommenders/grouped';
import type { Worlds } from '../../src/training/worlds';

/** The constants of the data that baselines share: mean rating, dampings of the plain biases, scale. */
export type Constants = Pick<ModelConfig, 'meanRating' | 'rating'> & {
  readonly damping: BiasDamping;
  /** Smallest rating that counts as relevant, and as liked. */
  readonly relevant: number;
};

/** What the baselines learn from: the same interactions, in the same order, that DReX streams. */
export interface History extends RatedHistory {
  /** Row-major [n, E]: text vector of each interaction; meaningless where `hasText` is 0 or false. */
  readonly vectors: Float32Array;
  readonly hasText: ArrayLike<number | boolean>;
  /** Words of each interaction's text by id, as often as they stand there; empty where there is none. */
  readonly words: readonly ArrayLike<number>[];
  /** Where several planted worlds are pooled. */
  readonly worlds?: Worlds | undefined;
}

/** What one person did, of the history or new: items with ratings (NaN where absent) and the words of each text. */
export interface Person extends Reviewer {
  readonly words: readonly ArrayLike<number>[];
}

/**
 * A tuned model that can be fitted to any history. The history must not hold the pairs that are asked for. An id of −1
 * or past the end stands for an unknown entity: what is known of the other side decides.
 */
export interface Baseline {
  /** Stable short name, e.g. `item-knn`. */
  readonly id: string;
  readonly label: string;
  /** The tuned settings and the grid they were picked from, in words. */
  readonly settings: string;
  /** The tuned settings as data, where the page runs this one too. */
  readonly tuned?: object;
  /** Ratings clipped to the scale; null for a model that only ranks. */
  predict(history: History, pairs: Pairs): Float64Array | null;
  /** What to rank by, higher is better; ratings are not clipped here, so that the best of them do not tie. */
  scores(history: History, pairs: Pairs): Float64Array;
  /** The same for every item of the history at once, where that is how it is worked out… */
  readonly catalogue?: (history: History) => (user: number) => Float64Array;
  /** …and for somebody who is not of the history, by what this person did. */
  readonly newcomer?: (history: History) => (person: Person) => Float64Array;
}

/**
 * Picks the settings of one baseline: fits candidates on `train` and keeps the one with the smallest RMSE on
 * `validation`, in which every interaction is rated, or with the largest catalogue NDCG@10 where it only ranks. The same
 * seed gives the same baseline.
 */
export type Tune = (config: Constants, train: History, validation: HeldOut, seed: number) => Baseline;

/** A baseline that predicts ratings, from what `fit` makes of a history; the last fit is kept. */
export function ratingBaseline(
  config: Constants,
  description: Pick<Baseline, 'id' | 'label' | 'settings' | 'tuned'>,
  fit: (history: History) => (pairs: Pairs) => Float64Array,
): Baseline {
  const fitted = lastOf(fit);
  const scores = (history: History, pairs: Pairs) => fitted(history)(pairs);
  return {
    ...description,
    scores,
    predict: (history, pairs) => scores(history, pairs).map((rating) => clip(config, rating)),
  };
}

/** Remembers the last result by the identity of its argument: predict and scores are asked in turn. */
export function lastOf<A, R>(make: (argument: A) => R): (argument: A) => R {
  let last: { argument: A; result: R } | null = null;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: make(argument) };
    return last.result;
  };
}

const clip = ({ rating }: Pick<Constants, 'rating'>, value: number): number =>
  Math.min(rating.max, Math.max(rating.min, value));

/** The ratings of a history that are given. */
export const givenRatings = ({ ratings }: Pick<History, 'ratings'>): number[] =>
  Array.from(ratings).filter((rating) => !Number.isNaN(rating));

/** Of the words of a text those that the vocabulary holds. */
export const knownWords = (ids: ArrayLike<number>): Int32Array =>
  Int32Array.from(ids).filter((id) => id >= RESERVED_WORDS.length);

/** The rows of a log as a history of its own, in the given order. */
export function historyOf(log: History, rows: Int32Array): History {
  const n = log.users.length;
  const E = n > 0 ? log.vectors.length / n : 0;
  const vectors = new Float32Array(rows.length * E);
  rows.forEach((row, k) => {
    vectors.set(log.vectors.subarray(row * E, (row + 1) * E), k * E);
  });
  return {
    users: Int32Array.from(rows, (r) => log.users[r]),
    items: Int32Array.from(rows, (r) => log.items[r]),
    ratings: Float64Array.from(rows, (r) => log.ratings[r]),
    hasText: Uint8Array.from(rows, (r) => Number(log.hasText[r])),
    vectors,
    words: Array.from(rows, (r) => log.words[r]),
    userCount: log.userCount,
    itemCount: log.itemCount,
    worlds: log.worlds,
  };
}

/** What is ranked for each user of a history. */
export const candidatesOf = (history: History): Candidates => ({
  itemCount: history.itemCount,
  history,
  worlds: history.worlds,
});

/** The rated interactions among `rows` as a held-out part. */
export function heldOutOf(log: History, rows: Int32Array): HeldOut {
  const rated = rows.filter((r) => !Number.isNaN(log.ratings[r]));
  return {
    users: Int32Array.from(rated, (r) => log.users[r]),
    items: Int32Array.from(rated, (r) => log.items[r]),
    ratings: Float64Array.from(rated, (r) => log.ratings[r]),
  };
}

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

/** The rated rows of a history by user and by item. */
export function groupRated(history: RatedHistory): { users: Grouped; items: Grouped } {
  const rated = (row: number) => !Number.isNaN(history.ratings[row]);
  return {
    users: groupRows(history.users, history.userCount, rated),
    items: groupRows(history.items, history.itemCount, rated),
  };
}
