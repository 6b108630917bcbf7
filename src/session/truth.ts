import { create } from 'zustand';
import type { HistoryEntry, Measure, ReviewFaithfulness } from '../engine/api';
import { mutedIn } from '../engine/edits';
import { reasonOf } from './reason';
import { engine, type SessionState, setPanel, setScreen, useSession } from './store';

export interface TruthState {
  /** Key of the review that somebody chose; null for the first that can be read. */
  readonly chosen: string | null;
  readonly report: ReviewFaithfulness | null;
  /** Why there is none of what is chosen now, in words. */
  readonly failure: string | null;
  /** Which change attention is held against. */
  readonly measure: Measure;
  /** Whether uniform attention is shown in place of the learned one. */
  readonly uniform: boolean;
}

/** Attention of one review beside what its words change; kept while one looks at another view. */
export const useTruth = create<TruthState>(() => ({
  chosen: null,
  report: null,
  failure: null,
  measure: 'rating',
  uniform: false,
}));

const { getState: get, setState: set } = useTruth;

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

export const chooseReview = (chosen: string): void => set({ chosen });
export const setMeasure = (measure: Measure): void => set({ measure });
export const setUniform = (uniform: boolean): void => set({ uniform });

/** To where a review is written. */
export function writeReview(): void {
  setPanel('review');
  setScreen('explore');
}

/** Measures the words of the review that is chosen now; only the answer to the latest question is kept. */
export async function loadTruth(): Promise<void> {
  const session = useSession.getState();
  const { at, history } = session;
  const key = chosenReview(get(), session);
  if (key === null) return set({ report: null, failure: null });
  const isAsked = () => {
    const now = useSession.getState();
    return chosenReview(get(), now) === key && now.at === at && now.history.present === history.present;
  };
  try {
    const report = await engine().faithfulness({ log: history.present, at, key });
    if (isAsked()) set({ report, failure: null });
  } catch (error) {
    if (isAsked()) set({ report: null, failure: reasonOf(error) });
  }
}
