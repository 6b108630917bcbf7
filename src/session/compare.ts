import type { Place, SimulatedLog } from '../engine/simulatedLog';
import { answerTo, remembered, same } from './ask';
import { fitLog } from './fitLog';
import { onThisModel } from './otherModel';
import { resource, slice } from './part';
import { pauseAt } from './rest';
import { useSaved } from './savedState';
import { key, type Session, type SessionState, type Verb } from './session';
import { useTimeline } from './timeline';
import { keepSettings } from './verbs';

/** Length of the lists that are compared. */
export const COMPARED = 20;

/** The log on the screen, the data as it came, the log where a branch began, or one that this browser keeps. */
export type LogName = 'now' | 'data' | 'branch' | `kept:${string}`;

export interface PlaceChoice {
  readonly log: LogName;
  /** `own`: the moment that is shown, or where the branch began; `present`; or just after the interaction of that key. */
  readonly at: string;
}

export type End = 'left' | 'right';

/** A moment of a log that can be chosen: just after one of the person's interactions. */
export interface MomentChoice {
  readonly key: string;
  readonly itemName: string;
}

export type ChosenPlaces = Readonly<Record<End, PlaceChoice>>;

const FIRST: ChosenPlaces = { left: { log: 'data', at: 'present' }, right: { log: 'now', at: 'own' } };

/** Two places side by side. */
export const usePlaces = slice<ChosenPlaces>(FIRST);

const NO_CHANGES: SimulatedLog = [];

/** Null where the log that was chosen is there no more. */
function logOf(log: LogName, { store, of }: Session): SimulatedLog | null {
  if (log === 'now') return store.getState().history.present;
  if (log === 'data') return NO_CHANGES;
  if (log === 'branch') return of(useTimeline).getState().branch?.log ?? null;
  return keptOf(log, of)?.log ?? null;
}

const keptOf = (log: LogName, of: Session['of']) =>
  of(useSaved)
    .getState()
    .others.find(({ id }) => log === `kept:${id}`);

/** What is chosen; where that is there no more, what one begins with. */
export const placeAt =
  (end: End): Verb<PlaceChoice> =>
  (session) => {
    const chosen = session.of(usePlaces).getState()[end];
    return logOf(chosen.log, session) ? chosen : FIRST[end];
  };

function momentOf(
  { log, at }: PlaceChoice,
  moments: readonly MomentChoice[],
  { store, of }: Session,
): string | null {
  if (at === 'own' && log === 'now') return store.getState().at;
  if (at === 'own' && log === 'branch') return of(useTimeline).getState().branch?.at ?? null;
  // The interaction may be gone from the log, or another person be chosen.
  return moments.some(({ key }) => key === at) ? at : null;
}

export const setPlace = (end: End, choice: PlaceChoice): Verb => setPlaces({ [end]: choice });

export const swapPlaces: Verb = ({ of, act }) => {
  const { left, right } = of(usePlaces).getState();
  act(setPlaces({ left: right, right: left }));
};

const setPlaces =
  (places: Partial<ChosenPlaces>): Verb =>
  ({ of, act }) => {
    of(usePlaces).setState(places);
    const { left, right } = of(usePlaces).getState();
    act(keepSettings({ left: linked(left, 'left'), right: linked(right, 'right') }));
  };

/** A place as a link has it, `log~moment`: not where it is what one begins with, nor a log that only this browser has. */
function linked({ log, at }: PlaceChoice, end: End): string | undefined {
  const first = FIRST[end];
  return LINKED.has(log) && (log !== first.log || at !== first.at) ? `${log}~${at}` : undefined;
}

const LINKED: ReadonlySet<string> = new Set<LogName>(['now', 'data']);

/** Reads what {@link linked} wrote; null where that is no place. */
function placeIn(link: string | undefined): PlaceChoice | null {
  const [log, at] = link?.split(/~(.*)/s) ?? [];
  return log !== undefined && at && LINKED.has(log) ? { log: log as LogName, at } : null;
}

/** Takes the places from the link, and follows the branch from now on. Returns a function that stops it. */
export const followPlaces: Verb<() => void> = ({ store, of, act }) => {
  const { settings } = store.getState();
  const { getState, setState } = of(usePlaces);
  setState((chosen) => ({
    left: placeIn(settings.left) ?? chosen.left,
    right: placeIn(settings.right) ?? chosen.right,
  }));
  return of(useTimeline).subscribe(({ branch }, before) => {
    if (branch === before.branch) return;
    const { left, right } = getState();
    // A branch is made to be compared with what comes of it.
    if (branch) act(setPlaces({ ...FIRST, left: { log: 'branch', at: 'own' } }));
    else if (left.log === 'branch' || right.log === 'branch') act(setPlaces(FIRST));
  });
};

interface EndRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  /** Whether it is from before, and may hold what the data set does not take. */
  readonly fit: boolean;
  /** Hash of the model that a kept log was made with; null for the one at hand. */
  readonly made: string | null;
}

function endIn({ person }: Pick<SessionState, 'person'>, end: End, session: Session): EndRequest | null {
  const { log } = session.act(placeAt(end));
  const found = logOf(log, session);
  // The log on the screen is mended where it stands.
  if (person === null || !found) return null;
  const made = keptOf(log, session.of)?.modelHash ?? null;
  return { log: found, person, fit: log !== 'now' && log !== 'data', made };
}

/** What can be compared of a log, and the person's interactions in it, oldest first; both ends may ask the same. */
const lookAt = key(({ engine, store, act }) =>
  remembered(2, async ({ log: found, person, fit, made }: EndRequest) => {
    const dataset = store.getState().start?.dataset;
    const here = dataset ? onThisModel(found, made, dataset).log : found;
    const log = fit ? (await act(fitLog(here))).log : found;
    const { entries } = await engine.timeline({ log, side: 'user', id: person, at: null });
    return { log, moments: entries.map(({ key, itemName }): MomentChoice => ({ key, itemName })) };
  }),
);

const choices = ({ of }: Session) => [
  of(usePlaces).subscribe,
  of(useTimeline).subscribe,
  of(useSaved).subscribe,
];

const endOf = (end: End) =>
  resource((session) => ({
    of: (state) => endIn(state, end, session),
    sources: choices(session),
    ask: session.of(lookAt),
    stamp: undefined,
  }));

/** The logs at both ends, and the moments of them that can be chosen. */
const useLeftEnd = endOf('left');
const useRightEnd = endOf('right');
export const useEnd = { left: useLeftEnd, right: useRightEnd } as const;

function placeOf(state: SessionState, end: End, session: Session): Place | undefined {
  const found = answerTo(session.of(useEnd[end]), endIn(state, end, session));
  return found && { log: found.log, at: momentOf(session.act(placeAt(end)), found.moments, session) };
}

interface Places {
  readonly before: Place;
  readonly after: Place;
}

/** Whether both ends are the same place. */
export const isSame = ({ before, after }: Places): boolean => same(before, after);

/** What is between them; null where they are the same. */
export const useCompared = resource((session) => ({
  of(state) {
    const { person, item } = state;
    const { times } = state.history;
    const [before, after] = [placeOf(state, 'left', session), placeOf(state, 'right', session)];
    return person !== null && before && after
      ? { before, after, person, item, times, k: COMPARED }
      : undefined;
  },
  sources: [...choices(session), session.of(useLeftEnd).subscribe, session.of(useRightEnd).subscribe],
  ask: async (request) => (isSame(request) ? null : session.engine.compare(request)),
  // An end may be the moment that is shown, which somebody drags.
  pause: (request, before) =>
    isSame(request) || !before
      ? 0
      : Math.max(pauseAt(request.before.at, before.before.at), pauseAt(request.after.at, before.after.at)),
}));
