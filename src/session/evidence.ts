import { create } from 'zustand';
import type { DatasetCard, Evaluation, EvaluationRequest, EvidenceReport } from '../engine/api';
import { isSuperseded } from '../engine/engineError';
import { reasonOf } from './reason';
import { engine } from './store';

export interface EvidenceState {
  readonly report: EvidenceReport | null;
  /** What is wrong with the evidence; the rest of the page goes on. */
  readonly damage: string | null;
  readonly request: EvaluationRequest;
  /** Finished evaluations, the newest last, one for each choice of modalities. */
  readonly evaluations: readonly Evaluation[];
  /** Share of the running evaluation that is done; null when none runs. */
  readonly running: number | null;
  readonly evaluationFailure: string | null;
  /** `missing`: there is no list of data sets. */
  readonly datasets: readonly DatasetCard[] | 'missing' | null;
  readonly datasetsFailure: string | null;
}

/** What was measured, and what is being measured; kept while one looks at another view. */
export const useEvidence = create<EvidenceState>(() => ({
  report: null,
  damage: null,
  request: { text: true, rating: true, aspects: true },
  evaluations: [],
  running: null,
  evaluationFailure: null,
  datasets: null,
  datasetsFailure: null,
}));

const { getState: get, setState: set } = useEvidence;

/** Reads the evidence of the bundle once; after a failure it may be asked for again. */
export async function loadEvidence(): Promise<void> {
  if (get().report) return;
  try {
    set({ report: await engine().evidence(), damage: null });
  } catch (error) {
    set({ damage: reasonOf(error) });
  }
}

export const chooseModality = (change: Partial<EvaluationRequest>): void =>
  set({ request: { ...get().request, ...change } });

const sameRequest = (a: EvaluationRequest, b: EvaluationRequest): boolean =>
  a.text === b.text && a.rating === b.rating && a.aspects === b.aspects;

let turn = 0;

/** Measures the model here with the chosen modalities; a newer evaluation takes over. */
export async function runEvaluation(): Promise<void> {
  const mine = ++turn;
  const { request } = get();
  set({ running: 0, evaluationFailure: null });
  const isMine = () => mine === turn;
  try {
    const made = await engine().evaluate(request, ({ done, total }) => {
      if (isMine()) set({ running: total > 0 ? done / total : 0 });
    });
    if (!isMine()) return;
    set({ evaluations: [...get().evaluations.filter((one) => !sameRequest(one.request, request)), made] });
  } catch (error) {
    const superseded = isSuperseded(error);
    if (isMine() && !superseded) set({ evaluationFailure: reasonOf(error) });
  } finally {
    if (isMine()) set({ running: null });
  }
}

/** Gives up the running evaluation. */
export function stopEvaluation(): void {
  turn++;
  set({ running: null });
  void engine().stopEvaluation();
}

/** Reads the list of data sets once; after a failure it may be asked for again. */
export async function loadDatasets(): Promise<void> {
  if (get().datasets) return;
  const indexUrl = new URL('./datasets/index.json', document.baseURI).href;
  try {
    set({ datasets: (await engine().datasets(indexUrl)) ?? 'missing', datasetsFailure: null });
  } catch (error) {
    set({ datasetsFailure: reasonOf(error) });
  }
}
