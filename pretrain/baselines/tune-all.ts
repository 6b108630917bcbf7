import { type Manifest, manifestSchema } from '../../src/data/manifest';
import type { HeldOut } from '../../src/model/metrics';
import { clock } from '../progress';
import type { Baseline, Constants, History, Tune } from './baseline';
import { tuneBias, tuneDamping, tuneOwnScale } from './bias';
import { tuneGlobalMean, tuneGlobalMedian } from './constant';
import { tuneContent } from './content';
import { tuneEase } from './ease';
import { tuneImplicitFactors } from './ials';
import { tuneItemNeighbours } from './item-knn';
import { tuneImplicitNeighbours } from './item-knn-implicit';
import { tuneFactors } from './matrix-factorisation';
import { tunePopularity, tunePopularityOfLiked } from './popularity';
import { tuneReviews } from './review-attention';

/** Baselines that predict ratings, in the order of the tables. */
const RATING: readonly Tune[] = [
  tuneBias,
  tuneOwnScale,
  tuneItemNeighbours,
  tuneFactors,
  tuneReviews,
  tuneGlobalMean,
  tuneGlobalMedian,
];

/** Baselines that only rank, and so can serve somebody new. */
const RANKING: readonly Tune[] = [
  tunePopularity,
  tunePopularityOfLiked,
  tuneEase,
  tuneImplicitFactors,
  tuneImplicitNeighbours,
  tuneContent,
];

export interface TuneOptions {
  /** Smallest rating that counts as relevant. */
  readonly relevant: number;
  readonly seed: number;
  /** Only those that rank. */
  readonly ranking?: boolean;
}

/**
 * Tunes the baselines, all on the dampings that suit the same validation part. TensorFlow.js must be ready.
 * @param say told of each baseline when it is tuned.
 */
export function tuneBaselines(
  config: Omit<Constants, 'relevant'>,
  train: History,
  validation: HeldOut,
  { relevant, seed, ranking = false }: TuneOptions,
  say: (line: string) => void = () => {},
): Baseline[] {
  const damping = tuneDamping(config, train, validation);
  const tuned = { ...config, damping, relevant };
  return [...(ranking ? [] : RATING), ...RANKING].map((tune) => {
    const started = Date.now();
    const baseline = tune(tuned, train, validation, seed);
    say(`${baseline.label}: ${baseline.settings} (${clock(Date.now() - started)})`);
    return baseline;
  });
}

/** What the page needs to run some of them on its own log, as a manifest has it. */
export const recommendersOf = (
  baselines: readonly Baseline[],
  relevant: number,
): Manifest['recommenders'] => {
  const of = (id: string) => baselines.find((one) => one.id === id)?.tuned;
  return manifestSchema.shape.recommenders.parse({
    relevant,
    bias: of('bias'),
    neighbours: of('item-knn-implicit'),
    ease: of('ease'),
  });
};
