import type { HistoryEntry } from '../engine/answers';
import { mutedIn } from '../engine/edits';
import type { Measure } from '../engine/questions/faithfulness';
import { choose, resource, slice } from './part';
import type { SessionState, Verb } from './session';
import { setPanel, setScreen } from './verbs';

export interface TruthState {
  /** Of what words are asked: the rating that one review tells, or an item’s place in the list. */
  readonly about: 'rating' | 'place';
  /** Key of the review that somebody chose; null for the first that can be read. */
  readonly chosen: string | null;
  /** Which change attention is held against. */
  readonly measure: Measure;
  /** Whether uniform attention is shown in place of the learned one. */
  readonly uniform: boolean;
}

/** How attention is held against what words change; kept while one looks at another view. */
export const useTruth = slice<TruthState>({
  about: 'rating',
  chosen: null,
  measure: 'rating',
  uniform: false,
});

type Seen = Pick<SessionState, 'view' | 'history'>;

/** Reviews of the person whose words are known here, those written here first, the newest of each first. */
export function readableReviews({ view, history }: Seen): HistoryEntry[] {
  if (!view || mutedIn(history.present).has('text')) return [];
  return view.person.history
    .filter(({ text, words, muted }) => text !== null && words > 0 && !muted.includes('text'))
    .reverse()
    .toSorted((a, b) => Number(b.simulated) - Number(a.simulated));
}

/** Whether the person has reviews whose words are not known here: their texts may not be passed on. */
export const hasHiddenTexts = ({ view }: Pick<SessionState, 'view'>): boolean =>
  view?.person.history.some(({ text, words }) => text === null && words > 0) ?? false;

/** What is chosen now; where nothing is, or what is chosen has gone, the first. */
export function chosenReview({ chosen }: Pick<TruthState, 'chosen'>, session: Seen): string | null {
  const reviews = readableReviews(session);
  return (reviews.find(({ key }) => key === chosen) ?? reviews[0])?.key ?? null;
}

export const setTruth = (truth: Partial<TruthState>): Verb => choose(useTruth, truth);

/** To where a review is written. */
export const writeReview: Verb = ({ act }) => {
  act(setPanel('review'));
  act(setScreen('explore'));
};

/** Attention of the chosen review beside what its words change. */
export const useFaithfulness = resource(({ engine, of }) => ({
  of: ({ view, history, at }) => {
    const truth = of(useTruth).getState();
    const key = truth.about === 'rating' ? chosenReview(truth, { view, history }) : null;
    return key === null ? null : { log: history.present, at, key };
  },
  sources: [of(useTruth).subscribe],
  ask: (request) => engine.faithfulness(request),
}));

/** Places that the picked item falls without the words that speak most for it; that of the list where none is picked. */
export const useListFall = resource(({ engine, of }) => ({
  of: ({ person, item, history: { present, times }, at }) =>
    of(useTruth).getState().about === 'place' && person !== null && Number.isFinite(times)
      ? { log: present, at, person, item, times }
      : null,
  sources: [of(useTruth).subscribe],
  ask: (request) => engine.listFall(request),
}));
