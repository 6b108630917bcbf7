import type { MetricsRow } from '../../src/data/manifest';
import type { HeldOut } from '../../src/model/metrics';
import { measure } from '../metrics';
import { clock } from '../progress';
import type { Baseline, Constants, History, Tune } from './baseline';
import { tuneBias, tuneDamping, tuneOwnScale } from './bias';
import { tuneGlobalMean, tuneGlobalMedian } from './constant';
import { tuneItemNeighbours } from './item-knn';
import { tuneFactors } from './matrix-factorisation';
import { tunePopularity } from './popularity';
import { tuneReviews } from './review-attention';

/** Every baseline, in the order of the tables. */
const TUNES: readonly Tune[] = [
  tuneBias,
  tuneOwnScale,
  tuneItemNeighbours,
  tuneFactors,
  tuneReviews,
  tuneGlobalMean,
  tuneGlobalMedian,
  tunePopularity,
];

/**
 * Tunes every baseline, all on the dampings that suit the same validation part. TensorFlow.js must be ready.
 * @param say told of each baseline when it is tuned.
 */
export function tuneBaselines(
  config: Constants,
  train: History,
  validation: HeldOut,
  seed: number,
  say: (line: string) => void = () => {},
): Baseline[] {
  const tuned = { ...config, damping: tuneDamping(config, train, validation) };
  return TUNES.map((tune) => {
    const started = Date.now();
    const baseline = tune(tuned, train, validation, seed);
    say(`${baseline.label}: ${baseline.settings} (${clock(Date.now() - started)})`);
    return baseline;
  });
}

/** What a table of baselines rests on. */
export interface BaselineParts {
  readonly train: History;
  readonly validation: HeldOut;
  /** What the tuned baselines are fitted to before they predict `test`: train and validation, or a whole log. */
  readonly history: History;
  readonly test: HeldOut;
}

/** Tunes every baseline on train → validation, fits it to the history, measures it on the test part. */
export const baselineRows = (
  config: Constants,
  { train, validation, history, test }: BaselineParts,
  relevant: number,
  seed: number,
  say?: (line: string) => void,
): MetricsRow[] =>
  tuneBaselines(config, train, validation, seed, say).map((baseline) =>
    measure(baseline.label, test, baseline.predict(history, test), baseline.scores(history, test), relevant),
  );
