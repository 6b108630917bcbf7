import { create } from 'zustand';
import type { Place, SimulatedLog } from '../engine/simulatedLog';
import { answerTo, remembered, same } from './ask';
import { fitLog } from './fitLog';
import { resource } from './resource';
import { pauseAt } from './rest';
import { useSaved } from './savedState';
import { engine, keepSettings, type SessionState, useSession } from './store';
import { useTimeline } from './timeline';

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

export type CompareState = Readonly<Record<End, PlaceChoice>>;

const FIRST: CompareState = { left: { log: 'data', at: 'present' }, right: { log: 'now', at: 'own' } };

/** Two places side by side. */
export const useCompare = create<CompareState>(() => FIRST);

const { getState: get, setState: set } = useCompare;

const NO_CHANGES: SimulatedLog = [];

/** Null where the log that was chosen is there no more. */
function logOf(log: LogName): SimulatedLog | null {
  if (log === 'now') return useSession.getState().history.present;
  if (log === 'data') return NO_CHANGES;
  if (log === 'branch') return useTimeline.getState().branch?.log ?? null;
  return useSaved.getState().others.find(({ id }) => log === `kept:${id}`)?.log ?? null;
}

/** What is chosen; where that is there no more, what one begins with. */
export const placeAt = (end: End): PlaceChoice => (logOf(get()[end].log) ? get()[end] : FIRST[end]);

function momentOf({ log, at }: PlaceChoice, moments: readonly MomentChoice[]): string | null {
  if (at === 'own' && log === 'now') return useSession.getState().at;
  if (at === 'own' && log === 'branch') return useTimeline.getState().branch?.at ?? null;
  // The interaction may be gone from the log, or another person be chosen.
  return moments.some(({ key }) => key === at) ? at : null;
}

export const setPlace = (end: End, choice: PlaceChoice): void => setPlaces({ [end]: choice });

export function swapPlaces(): void {
  const { left, right } = get();
  setPlaces({ left: right, right: left });
}

function setPlaces(places: Partial<CompareState>): void {
  set(places);
  keepSettings({ left: linked('left'), right: linked('right') });
}

/** A place as a link has it, `log~moment`: not where it is what one begins with, nor a log that only this browser has. */
function linked(end: End): string | undefined {
  const [{ log, at }, first] = [get()[end], FIRST[end]];
  return LINKED.has(log) && (log !== first.log || at !== first.at) ? `${log}~${at}` : undefined;
}

const LINKED: ReadonlySet<string> = new Set<LogName>(['now', 'data']);

/** Reads what {@link linked} wrote. */
function placeIn(link: string | undefined, end: End): PlaceChoice {
  const [log, at] = link?.split(/~(.*)/s) ?? [];
  return log !== undefined && at && LINKED.has(log) ? { log: log as LogName, at } : get()[end];
}

/** Takes the places from the link, and follows the branch from now on. Returns a function that stops it. */
export function followPlaces(): () => void {
  const { settings } = useSession.getState();
  set({ left: placeIn(settings.left, 'left'), right: placeIn(settings.right, 'right') });
  return useTimeline.subscribe(({ branch }, before) => {
    if (branch === before.branch) return;
    // A branch is made to be compared with what comes of it.
    if (branch) setPlaces({ ...FIRST, left: { log: 'branch', at: 'own' } });
    else if (get().left.log === 'branch' || get().right.log === 'branch') setPlaces(FIRST);
  });
}

interface EndRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  /** Whether it is from before, and may hold what the data set does not take. */
  readonly fit: boolean;
}

function endIn({ person }: Pick<SessionState, 'person'>, end: End): EndRequest | null {
  const { log } = placeAt(end);
  const found = logOf(log);
  // The log on the screen is mended where it stands.
  return person === null || !found ? null : { log: found, person, fit: log !== 'now' && log !== 'data' };
}

/** What can be compared of a log, and the person's interactions in it, oldest first; both ends may ask the same. */
const lookAt = remembered(2, async ({ log: found, person, fit }: EndRequest) => {
  const log = fit ? (await fitLog(found, [])).log : found;
  const { entries } = await engine().timeline({ log, side: 'user', id: person, at: null });
  return { log, moments: entries.map(({ key, itemName }): MomentChoice => ({ key, itemName })) };
});

const choices = [useCompare.subscribe, useTimeline.subscribe, useSaved.subscribe];

const endOf = (end: End) =>
  resource({ of: (session) => endIn(session, end), sources: choices, ask: lookAt, stamp: undefined });

/** The logs at both ends, and the moments of them that can be chosen. */
const useLeftEnd = endOf('left');
const useRightEnd = endOf('right');
export const useEnd = { left: useLeftEnd, right: useRightEnd } as const;

function placeOf(session: SessionState, end: End): Place | undefined {
  const found = answerTo(useEnd[end], endIn(session, end));
  return found && { log: found.log, at: momentOf(placeAt(end), found.moments) };
}

interface Places {
  readonly before: Place;
  readonly after: Place;
}

/** Whether both ends are the same place. */
export const isSame = ({ before, after }: Places): boolean => same(before, after);

/** What is between them; null where they are the same. */
export const useCompared = resource({
  of(session) {
    const { person, item } = session;
    const [before, after] = [placeOf(session, 'left'), placeOf(session, 'right')];
    return person !== null && before && after ? { before, after, person, item, k: COMPARED } : undefined;
  },
  sources: [...choices, useLeftEnd.subscribe, useRightEnd.subscribe],
  ask: async (request) => (isSame(request) ? null : engine().compare(request)),
  // An end may be the moment that is shown, which somebody drags.
  pause: (request, before) =>
    isSame(request) || !before
      ? 0
      : Math.max(pauseAt(request.before.at, before.before.at), pauseAt(request.after.at, before.after.at)),
});
