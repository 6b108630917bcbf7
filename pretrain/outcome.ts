import type { ModelRow } from '../src/data/evidence';
import type { CatalogueRanking } from '../src/model/catalogueRankings';
import { meanItemVectors } from '../src/model/diversity';
import type { HeldOut, UserRanking } from '../src/model/metrics';
import { type Baseline, candidatesOf, catalogueScores, type History } from './baselines';
import { type Answers, activeUsers, type Measured, measureAll } from './measure-all';
import type { Predictor } from './predictor';

type Model = Pick<ModelRow, 'id' | 'label' | 'family' | 'settings' | 'kept'>;

/** What was measured of one model with one seed, small enough to keep. */
export interface Outcome extends Model {
  readonly metrics: Measured['metrics'];
  /** Clipped ratings of the held-out interactions; null for a model that only ranks. */
  readonly predicted: number[] | null;
  readonly own: readonly Pick<UserRanking, 'user' | 'ndcg@10'>[];
  readonly catalogue: readonly Pick<CatalogueRanking, 'user' | 'ndcg@10' | 'recall@10'>[];
}

const DECIMALS = 1e5;
const short = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;

/** An outcome with no more of single people than intervals rest on. */
export const forIntervals = (one: Outcome): Outcome => ({
  ...one,
  own: one.own.map(({ user, 'ndcg@10': ndcg }) => ({ user, 'ndcg@10': short(ndcg) })),
  catalogue: one.catalogue.map(({ user, 'ndcg@10': ndcg, 'recall@10': recall }) => ({
    user,
    'ndcg@10': short(ndcg),
    'recall@10': short(recall),
  })),
});

/** A held-out part with all that measuring on it needs. */
export interface TestBed {
  readonly history: History;
  readonly test: HeldOut;
  readonly relevant: number;
  readonly clip: (rating: number) => number;
}

export const DREX_MODEL = { id: 'drex', label: 'DReX', family: 'drex' } as const;

function outcome({ history, test, relevant }: TestBed, model: Model, answers: Answers): Outcome {
  const vectors = meanItemVectors(history, history.itemCount);
  const measured = measureAll(test, candidatesOf(history), vectors, answers, relevant);
  const { predicted } = answers;
  return {
    ...model,
    ...measured,
    predicted: predicted && Array.from(predicted, short),
  };
}

/** More pairs of a person and an item than a baseline that scores pair by pair is asked for: some minutes. */
const MOST_PAIRS = 2e7;

export function outcomeOfBaseline(testBed: TestBed, baseline: Baseline): Outcome {
  const { history, test } = testBed;
  const { id, label, settings } = baseline;
  const people = [...activeUsers({ history }), ...Array.from(test.users)];
  const slow = !baseline.catalogue && history.userCount * history.itemCount > MOST_PAIRS;
  return outcome(
    testBed,
    { id, label, settings, family: 'baseline' },
    {
      predicted: baseline.predict(history, test),
      scores: baseline.scores(history, test),
      scoresOf: slow ? null : catalogueScores(baseline, history, people),
    },
  );
}

/** Held-out interactions of a person are ranked by the predicted rating, the catalogue as the list is. */
export function outcomeOfPredictor(testBed: TestBed, predictor: Predictor, model: Model): Outcome {
  const scores = predictor.pairs(testBed.test);
  return outcome(testBed, model, {
    predicted: scores.map(testBed.clip),
    scores,
    scoresOf: predictor.choice,
  });
}
