import { create } from 'zustand';
import type { Evaluation, EvaluationRequest } from '../engine/questions/evaluate';
import { question, resource, same } from './ask';
import { resource as ofSession } from './resource';
import { engine } from './store';

export interface EvidenceState {
  readonly request: EvaluationRequest;
  /** Finished evaluations, the newest last, one for each choice of modalities. */
  readonly evaluations: readonly Evaluation[];
}

/** What is being measured; kept while one looks at another view. */
export const useEvidence = create<EvidenceState>(() => ({
  request: { text: true, rating: true, aspects: true },
  evaluations: [],
}));

const { getState: get, setState: set } = useEvidence;

/** The evidence of the bundle, read once. What is wrong with it leaves the rest of the page as it is. */
export const useEvidenceReport = ofSession({
  of: ({ start }) => start?.dataset.id,
  ask: () => engine().evidence(),
  stamp: undefined,
});

export const chooseModality = (change: Partial<EvaluationRequest>): void =>
  set({ request: { ...get().request, ...change } });

/** The model measured here with some modalities; progress is the share that is done. */
export const useEvaluation = question<EvaluationRequest, Evaluation, number>({
  ask: (request, tell) => engine().evaluate(request, ({ done, total }) => tell(total > 0 ? done / total : 0)),
  answered(made) {
    const others = get().evaluations.filter(({ request }) => !same(request, made.request));
    set({ evaluations: [...others, made] });
  },
  keeps: () => false,
  stop: () => void engine().stopEvaluation(),
});

/** The list of data sets, read once; `missing`: there is none. */
export const useDatasets = resource({
  of: () => new URL('./datasets/index.json', document.baseURI).href,
  sources: [],
  ask: async (indexUrl) => (await engine().datasets(indexUrl)) ?? ('missing' as const),
});
