import type { MetricName } from '../src/data/evidence';
import { errors, type HeldOut, meanRanking, ownRankings, type UserRanking } from '../src/model/metrics';
import {
  type Candidates,
  type CatalogueRanking,
  catalogueRankings,
  coverage,
  diversity,
} from './catalogue-rankings';

/** What a model says of a held-out part: all that the metrics need. */
export interface Answers {
  /** Clipped ratings of the held-out interactions; null for a model that only ranks. */
  readonly predicted: ArrayLike<number> | null;
  /** What to rank the held-out interactions by. */
  readonly scores: ArrayLike<number>;
  /** What to rank the whole catalogue by for one user: a score for each item. */
  readonly scoresOf: (user: number) => ArrayLike<number>;
}

/** Every metric of the evidence, and the values of single users, from which intervals are drawn. */
export interface Measured {
  readonly metrics: Record<MetricName, number | null>;
  readonly own: UserRanking[];
  readonly all: CatalogueRanking[];
}

/** Measures one model on one held-out part. `itemVectors`: see {@link diversity}. */
export function measureAll(
  test: HeldOut,
  catalogue: Candidates,
  itemVectors: readonly (Float64Array | null)[],
  answers: Answers,
  relevant: number,
): Measured {
  const own = ownRankings(test, answers.scores, relevant);
  const all = catalogueRankings(test, catalogue, answers.scoresOf, relevant);
  const ownMeans = meanRanking(own);
  const allMeans = meanRanking(all);
  return {
    own,
    all,
    metrics: {
      ...(answers.predicted ? errors(test, answers.predicted) : { mae: null, rmse: null }),
      'own/ndcg@5': ownMeans['ndcg@5'],
      'own/ndcg@10': ownMeans['ndcg@10'],
      'own/f1@5': ownMeans['f1@5'],
      'own/f1@10': ownMeans['f1@10'],
      'all/ndcg@5': allMeans['ndcg@5'],
      'all/ndcg@10': allMeans['ndcg@10'],
      'all/f1@5': allMeans['f1@5'],
      'all/f1@10': allMeans['f1@10'],
      'coverage@10': all.length > 0 ? coverage(all, catalogue.itemCount) : null,
      'diversity@10': diversity(all, itemVectors),
    },
  };
}
