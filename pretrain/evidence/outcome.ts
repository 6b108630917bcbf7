import type { ModelRow } from '../../src/data/evidence';
import { meanItemVectors } from '../../src/model/diversity';
import type { HeldOut, UserRanking } from '../../src/model/metrics';
import type { Baseline, History } from '../baselines';
import { catalogueScores } from '../baselines';
import { type Answers, type Measured, measureAll } from '../measure-all';
import type { Predictor } from '../predictor';

/** What was measured of one model with one seed, small enough to keep. */
export interface Outcome extends Pick<ModelRow, 'id' | 'label' | 'family' | 'settings' | 'kept'> {
  readonly metrics: Measured['metrics'];
  /** Clipped ratings of the held-out interactions; null for a model that only ranks. */
  readonly predicted: number[] | null;
  readonly own: readonly UserRanking[];
  readonly all: readonly UserRanking[];
}

/** A held-out part with all that measuring on it needs. */
export interface TestBed {
  readonly history: History;
  readonly test: HeldOut;
  readonly relevant: number;
  readonly clip: (rating: number) => number;
}

const measureOn = (testBed: TestBed, answers: Answers): Measured =>
  measureAll(
    testBed.test,
    { itemCount: testBed.history.itemCount, history: testBed.history },
    meanItemVectors(testBed.history, testBed.history.itemCount),
    answers,
    testBed.relevant,
  );

const outcome = (
  model: Pick<Outcome, 'id' | 'label' | 'family' | 'settings' | 'kept'>,
  predicted: ArrayLike<number> | null,
  measured: Measured,
): Outcome => ({
  ...model,
  metrics: measured.metrics,
  predicted: predicted && Array.from(predicted, (r) => Math.round(r * 1e5) / 1e5),
  own: measured.own,
  all: measured.all.map(({ top: _, ...ranking }) => ranking),
});

export function outcomeOfBaseline(testBed: TestBed, baseline: Baseline): Outcome {
  const { history, test } = testBed;
  const predicted = baseline.predict(history, test);
  const measured = measureOn(testBed, {
    predicted,
    scores: baseline.scores(history, test),
    scoresOf: catalogueScores(baseline, history, Array.from(test.users)),
  });
  const { id, label, settings } = baseline;
  return outcome({ id, label, settings, family: 'baseline' }, predicted, measured);
}

export function outcomeOfPredictor(
  testBed: TestBed,
  predictor: Predictor,
  model: Pick<Outcome, 'id' | 'label' | 'family' | 'settings' | 'kept'>,
): Outcome {
  const scores = predictor.pairs(testBed.test);
  const predicted = scores.map(testBed.clip);
  return outcome(model, predicted, measureOn(testBed, { predicted, scores, scoresOf: predictor.items }));
}
