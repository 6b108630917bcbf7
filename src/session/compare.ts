import { create } from 'zustand';
import type { Comparison, Place, SimulatedLog } from '../engine/api';
import { isSuperseded } from '../engine/engineError';
import { fitLog } from './fitLog';
import type { KeptLog } from './keptLogs';
import { reasonOf } from './reason';
import { rest } from './rest';
import { useSaved } from './savedState';
import { engine, keepSettings, useSession } from './store';
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

export interface CompareState {
  readonly left: PlaceChoice;
  readonly right: PlaceChoice;
  readonly moments: Readonly<Record<End, readonly MomentChoice[]>>;
  /** Null while both ends are the same place, and until it is worked out. */
  readonly comparison: Comparison | null;
  /** Of whom and what it is. */
  readonly of: { readonly person: string | null; readonly item: string | null };
  /** Whether both ends are the same place. */
  readonly same: boolean;
  readonly failure: string | null;
}

const FROM_DATA: PlaceChoice = { log: 'data', at: 'present' };
const AS_SHOWN: PlaceChoice = { log: 'now', at: 'own' };

/** Two places side by side; follows the session. */
export const useCompare = create<CompareState>(() => ({
  left: FROM_DATA,
  right: AS_SHOWN,
  moments: { left: [], right: [] },
  comparison: null,
  of: { person: null, item: null },
  same: true,
  failure: null,
}));

const { getState: get, setState: set } = useCompare;

const NO_CHANGES: SimulatedLog = [];

/** Null where the log that was chosen is there no more. */
function logOf({ log }: PlaceChoice, kept: readonly KeptLog[]): SimulatedLog | null {
  if (log === 'now') return useSession.getState().history.present;
  if (log === 'data') return NO_CHANGES;
  if (log === 'branch') return useTimeline.getState().branch?.log ?? null;
  return kept.find(({ id }) => log === `kept:${id}`)?.log ?? null;
}

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

function setPlaces(places: { readonly [end in End]?: PlaceChoice }): void {
  set(places);
  keepSettings({ left: linked(get().left, FROM_DATA), right: linked(get().right, AS_SHOWN) });
  void refreshCompare();
}

/** A place as a link has it, `log~moment`: not where it is what one begins with, nor a log that only this browser has. */
const linked = (place: PlaceChoice, first: PlaceChoice): string | undefined =>
  !LINKED.has(place.log) || (place.log === first.log && place.at === first.at)
    ? undefined
    : `${place.log}~${place.at}`;

const LINKED: ReadonlySet<string> = new Set<LogName>(['now', 'data']);

/** Reads what {@link linked} wrote. */
function placeIn(link: string | undefined, first: PlaceChoice): PlaceChoice {
  const [log, at] = link?.split(/~(.*)/s) ?? [];
  return log !== undefined && at && LINKED.has(log) ? { log: log as LogName, at } : first;
}

/** Follows session and branch from now on. Returns a function that stops it. */
export function followPlaces(): () => void {
  const { settings } = useSession.getState();
  if (settings.left) set({ left: placeIn(settings.left, FROM_DATA) });
  if (settings.right) set({ right: placeIn(settings.right, AS_SHOWN) });
  void refreshCompare();
  return useTimeline.subscribe((now, before) => {
    if (now.branch !== before.branch) {
      // A branch is made to be compared with what comes of it.
      if (now.branch) setPlaces({ left: { log: 'branch', at: 'own' }, right: AS_SHOWN });
      else if (get().left.log === 'branch' || get().right.log === 'branch')
        setPlaces({ left: FROM_DATA, right: AS_SHOWN });
    }
    if (now.branch !== before.branch || now.timeline !== before.timeline) void refreshCompare();
  });
}

let turn = 0;
/** The moment on the screen at the last comparison. */
let comparedAt: string | null = null;

/** Compares what is chosen; the latest question wins. */
async function refreshCompare(): Promise<void> {
  const { person, item, screen, at } = useSession.getState();
  if (screen !== 'timeline' || !person) return;
  const mine = ++turn;
  const latest = () => mine === turn;
  const { left, right } = get();
  const { others } = useSaved.getState();
  const found = { left: logOf(left, others), right: logOf(right, others) };
  if (!found.left) return setPlace('left', FROM_DATA);
  if (!found.right) return setPlace('right', AS_SHOWN);
  try {
    const logs = { left: await fitted(left, found.left), right: await fitted(right, found.right) };
    const moments = {
      left: await momentsOf(logs.left, person),
      right: await momentsOf(logs.right, person),
    };
    const before: Place = { log: logs.left, at: momentOf(left, moments.left) };
    const after: Place = { log: logs.right, at: momentOf(right, moments.right) };
    const same =
      before.at === after.at && (before.log === after.log || before.log.length + after.log.length === 0);
    if (!latest()) return;
    set({ moments, same, failure: null, ...(same && { comparison: null }) });
    if (same) return;
    if (at !== comparedAt) await rest();
    if (!latest()) return;
    comparedAt = at;
    const comparison = await engine().compare({ before, after, person, item, k: COMPARED });
    if (latest()) set({ comparison, of: { person, item } });
  } catch (error) {
    if (isSuperseded(error)) return;
    if (latest()) set({ comparison: null, failure: reasonOf(error) });
  }
}

/** What is kept from before may hold what the data set does not take; the log on the screen is mended where it stands. */
const fitted = async ({ log }: PlaceChoice, found: SimulatedLog): Promise<SimulatedLog> =>
  log === 'now' || log === 'data' ? found : (await fitLog(found, [])).log;

let known: { readonly log: SimulatedLog; readonly person: string; readonly moments: MomentChoice[] }[] = [];

/** The person's interactions in a log, oldest first; the last two answers are remembered. */
async function momentsOf(log: SimulatedLog, person: string): Promise<MomentChoice[]> {
  const held = known.find((one) => one.log === log && one.person === person);
  if (held) return held.moments;
  const { entries } = await engine().timeline({ log, side: 'user', id: person, at: null });
  const moments = entries.map(({ key, itemName }) => ({ key, itemName }));
  known = [{ log, person, moments }, ...known].slice(0, 2);
  return moments;
}
