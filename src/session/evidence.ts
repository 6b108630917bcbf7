import type { Evaluation, EvaluationRequest } from '../engine/questions/evaluate';
import type { DatasetCard } from '../engine/start';
import { same } from './ask';
import { asked, resource, slice } from './part';
import type { Verb } from './session';

export interface EvidenceState {
  readonly request: EvaluationRequest;
  /** Finished evaluations, the newest last, one for each choice of modalities. */
  readonly evaluations: readonly Evaluation[];
}

/** What is being measured; kept while one looks at another view. */
export const useEvidence = slice<EvidenceState>({
  request: { text: true, rating: true, aspects: true },
  evaluations: [],
});

/** The evidence of the bundle, read once. What is wrong with it leaves the rest of the page as it is. */
export const useEvidenceReport = resource(({ engine }) => ({
  of: ({ start }) => start?.dataset.id,
  ask: () => engine.evidence(),
  stamp: undefined,
}));

export const chooseModality =
  (change: Partial<EvaluationRequest>): Verb =>
  ({ of }) =>
    of(useEvidence).setState(({ request }) => ({ request: { ...request, ...change } }));

/** The model measured here with some modalities; progress is the share that is done. */
export const useEvaluation = asked<EvaluationRequest, Evaluation, number>(({ engine, of }) => ({
  ask: (request, tell) => engine.evaluate(request, ({ done, total }) => tell(total > 0 ? done / total : 0)),
  answered(made) {
    of(useEvidence).setState(({ evaluations }) => ({
      evaluations: [...evaluations.filter(({ request }) => !same(request, made.request)), made],
    }));
  },
  keeps: () => false,
  stop: () => void engine.stopEvaluation(),
}));

/** The list of data sets, read once; `missing`: there is none. */
export const useDatasets = resource<string, readonly DatasetCard[] | 'missing'>(({ engine }) => ({
  of: () => new URL('./datasets/index.json', document.baseURI).href,
  stamp: undefined,
  ask: async (indexUrl) => (await engine.datasets(indexUrl)) ?? 'missing',
}));
