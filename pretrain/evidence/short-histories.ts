import type { Evidence } from '../../src/data/evidence';
import type { RatedLog } from '../../src/model/bias';
import { type CatalogueRanking, catalogueRankings, topTens } from '../../src/model/catalogueRankings';
import { type HeldOut, meanOf } from '../../src/model/metrics';
import type { Worlds } from '../../src/training/worlds';
import { type Baseline, catalogueScores, type History, historyOf } from '../baselines';
import type { Predictor } from '../predictor';
import { type BootstrapOptions, meanInterval } from './bootstrap';
import { FOLDS, firstKnown, foldOf } from './cold-start';

/** How many of their first reviews people keep. */
export const SHORT = [1, 2, 5] as const;

export const SHORT_PROTOCOL =
  'People are dealt into five folds; those of one fold keep only their first 1, 2 or 5 interactions, everybody else keeps all, and the whole catalogue is ranked for the people of the fold who have a relevant held-out item. All items of their whole history are left out, so that the same items are ranked however much is known. Intervals: bootstrap over people. First seed.';

/** What the catalogue is ranked by after the interactions in `history` (rows of the log, in replay order). */
export type RankFrom = (history: Int32Array, users: readonly number[]) => (user: number) => ArrayLike<number>;

/** A baseline fitted anew to each history. */
export const rankOfBaseline =
  (baseline: Baseline, log: History): RankFrom =>
  (history, users) =>
    catalogueScores(baseline, historyOf(log, history), users);

/** The lists of a model that streams each history. */
export const rankOfPredictor =
  (open: (history: Int32Array) => Predictor): RankFrom =>
  (history, users) => {
    const predictor = open(history);
    const scores = new Map(users.map((user) => [user, predictor.choice(user)]));
    predictor.dispose();
    return (user) => scores.get(user)!;
  };

export interface ShortInput {
  /** The whole log, in replay order. */
  readonly log: RatedLog;
  readonly itemCount: number;
  readonly worlds?: Worlds | undefined;
  /** Rows of the log that may be streamed, in replay order. */
  readonly history: Int32Array;
  readonly test: HeldOut;
  readonly relevant: number;
  /** Ids of the people in the source: folds are dealt by them. */
  readonly userIds: readonly string[];
}

/**
 * How the catalogue is ranked for people of whom only their first reviews are known: for each number of {@link SHORT}, the
 * ranking of every person with a relevant held-out item.
 */
export function shortRankings(
  { log, itemCount, worlds, history, test, relevant, userIds }: ShortInput,
  rank: RankFrom,
  seed: number,
): { readonly known: number; readonly rankings: CatalogueRanking[] }[] {
  const folds = userIds.map((id) => foldOf(seed, 'user', id));
  const had = { users: history.map((row) => log.users[row]), items: history.map((row) => log.items[row]) };
  return SHORT.map((known) => ({
    known,
    rankings: Array.from({ length: FOLDS }, (_, fold) => {
      const rows = Array.from(test.users).flatMap((user, row) => (folds[user] === fold ? [row] : []));
      const asked: HeldOut = {
        users: rows.map((row) => test.users[row]),
        items: rows.map((row) => test.items[row]),
        ratings: rows.map((row) => test.ratings[row]),
      };
      if (rows.length === 0) return [];
      const kept = firstKnown(history, log.users, (user) => folds[user] === fold, known);
      const scoresOf = rank(kept, [...new Set(Array.from(asked.users))]);
      return catalogueRankings(
        asked,
        itemCount,
        topTens({ itemCount, history: had, worlds }, scoresOf),
        relevant,
      );
    }).flat(),
  }));
}

/** The means of {@link shortRankings}; a number of reviews that nobody could be measured with is left out. */
export const shortMeans = (input: ShortInput, rank: RankFrom, seed: number) =>
  shortRankings(input, rank, seed).flatMap(({ known, rankings }) => {
    const [ndcg, recall] = [meanOf(rankings, 'ndcg@10'), meanOf(rankings, 'recall@10')];
    return ndcg === null || recall === null
      ? []
      : [{ known, 'catalogue/ndcg@10': ndcg, 'catalogue/recall@10': recall, n: rankings.length }];
  });

/** The same of one model as rows of the evidence. */
export const shortHistories = (
  model: string,
  input: ShortInput,
  rank: RankFrom,
  options: BootstrapOptions,
): Evidence['shortHistories'] =>
  shortRankings(input, rank, options.seed)
    .filter(({ rankings }) => rankings.length > 0)
    .map(({ known, rankings }) => {
      const users = rankings.map(({ user }) => user);
      const interval = (metric: 'ndcg@10' | 'recall@10') =>
        meanInterval({ users, values: rankings.map((one) => one[metric]) }, options);
      return {
        known,
        model,
        'catalogue/ndcg@10': interval('ndcg@10'),
        'catalogue/recall@10': interval('recall@10'),
        n: users.length,
      };
    });
