import { currentUrl } from '../../session/addressBar';
import { useEvidenceReport } from '../../session/evidence';
import type { Screen } from '../../session/link';
import type { Verb } from '../../session/session';
import { alterationWords } from '../shared/alterationWords';
import { timesWords } from '../shared/reasonWords';
import { usersNoun } from '../shared/useKind';

/** What made the numbers on the screen, so that a figure or a table can be told apart and repeated elsewhere. */
export interface Provenance {
  /** Id and name of the data set. */
  readonly dataset: { readonly id: string; readonly name: string };
  readonly view: Screen;
  /** Hash of the model, in hexadecimal. */
  readonly model: string;
  /** "wasm", or "webgpu (adapter)". */
  readonly backend: string;
  /** Entries of the simulated log. */
  readonly entries: number;
  /** What sets the numbers apart from those of the trained model and the present; whole sentences. */
  readonly remarks: readonly string[];
  /** Restores what is on the screen. */
  readonly link: string;
  /** ISO 8601, UTC. */
  readonly created: string;
}

/** Evidence may have been measured on an earlier state than the model that is named beside it. */
const evidenceRemarks: Verb<string[]> = ({ of }) => {
  const { answer: report } = of(useEvidenceReport).getState();
  const earlier = report?.state === 'measured' ? report.earlier : null;
  if (!earlier) return [];
  return [
    `Measured on an earlier version of the model (${earlier.hash.slice(0, 12)}), except what was measured here. ${earlier.change}`,
  ];
};

/** Of what is on the screen now. Throws while nothing is. */
export const provenance: Verb<Promise<Provenance>> = async ({ store, act }) => {
  const { start, screen, view, at, history } = store.getState();
  if (!start) throw new Error('Nothing is on the screen yet.');
  const { dataset, backend } = start;
  const adapter = [backend.adapter, backend.software && 'emulated'].filter(Boolean).join(', ');
  const last = view?.person.history.find(({ key }) => key === at);
  const altered = alterationWords(history.present, dataset.itemNoun.many, usersNoun(dataset.ofKinds).many);
  return {
    dataset: { id: dataset.id, name: dataset.name },
    view: screen,
    model: dataset.modelHash,
    backend: adapter ? `${backend.name} (${adapter})` : backend.name,
    entries: history.present.length,
    remarks: [
      ...(at === null
        ? []
        : [`A past moment${last ? `, just after “${last.itemName}”` : ''}, not the present.`]),
      ...(screen === 'evidence' ? act(evidenceRemarks) : []),
      ...(history.times === 1
        ? []
        : [`In the choice score, popularity counts ${timesWords(history.times)}, not once as in training.`]),
      ...(altered.length > 0 ? [`The model is altered: ${altered.join('; ')}.`] : []),
      ...(view?.source === 'stored' ? ['From the states that ship with the data, not replayed.'] : []),
    ],
    link: await act(currentUrl),
    created: new Date().toISOString(),
  };
};
