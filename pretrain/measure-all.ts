import type { MetricName, MetricsRow } from '../src/data/manifest';
import {
  type Candidates,
  type CatalogueRanking,
  catalogueRankings,
  topTens,
} from '../src/model/catalogueRankings';
import type { ModelConfig } from '../src/model/config';
import { coverage, diversity, overlap } from '../src/model/lists';
import {
  errors,
  type HeldOut,
  meanOf,
  meanRanking,
  ownRankings,
  type UserRanking,
} from '../src/model/metrics';

/** Clips to the scale of the overall rating: what every reported error is measured on. */
export const clipTo = (config: ModelConfig, rating: number): number =>
  Math.min(config.rating.max, Math.max(config.rating.min, rating));

/** What a model says of a held-out part: all that the metrics need. */
export interface Answers {
  /** Clipped ratings of the held-out interactions; null for a model that only ranks. */
  readonly predicted: ArrayLike<number> | null;
  /** What to rank the held-out interactions by. */
  readonly scores: ArrayLike<number>;
  /** What to rank the whole catalogue by for one user: a score for each item; null where that would take too long. */
  readonly scoresOf: ((user: number) => ArrayLike<number>) | null;
}

/** Every metric, and the values of single users, from which intervals are drawn. */
export interface Measured {
  readonly metrics: Record<MetricName, number | null>;
  readonly own: UserRanking[];
  readonly catalogue: CatalogueRanking[];
}

/** Users who have at least one interaction, in order of first appearance. */
export const activeUsers = ({ history }: Pick<Candidates, 'history'>): number[] => [
  ...new Set(Array.from(history.users)),
];

/** Measures one model on one held-out part. `itemVectors`: see {@link diversity}. */
export function measureAll(
  test: HeldOut,
  candidates: Candidates,
  itemVectors: readonly (Float64Array | null)[],
  answers: Answers,
  relevant: number,
): Measured {
  const { itemCount, worlds } = candidates;
  const own = ownRankings(test, answers.scores, relevant);
  const topOf = answers.scoresOf && topTens(candidates, answers.scoresOf);
  const people = topOf ? activeUsers(candidates) : [];
  const lists = topOf ? people.map(topOf) : [];
  const catalogue = topOf ? catalogueRankings(test, itemCount, topOf, relevant) : [];
  const ofCatalogue = meanRanking(catalogue);
  return {
    own,
    catalogue,
    metrics: {
      ...(answers.predicted ? errors(test, answers.predicted) : { mae: null, rmse: null }),
      ...meanRanking(own),
      'catalogue/ndcg@5': ofCatalogue['ndcg@5'],
      'catalogue/ndcg@10': ofCatalogue['ndcg@10'],
      'catalogue/recall@10': meanOf(catalogue, 'recall@10'),
      'catalogue/f1@5': ofCatalogue['f1@5'],
      'catalogue/f1@10': ofCatalogue['f1@10'],
      'coverage@10': lists.length > 0 ? coverage(lists, itemCount) : null,
      'overlap@10': overlap(lists, worlds && people.map((user) => worlds.users[user])),
      'diversity@10': diversity(lists, itemVectors),
    },
  };
}

/** The metrics of a model as a row of a table. */
export const metricsRow = (
  { id, label }: { readonly id: string; readonly label: string },
  { metrics }: Pick<Measured, 'metrics'>,
  test: HeldOut,
): MetricsRow => ({ model: id, label, ...metrics, n: test.users.length });
