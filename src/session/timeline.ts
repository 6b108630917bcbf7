import { create } from 'zustand';
import type { Effect, Place, Timeline, TimelineEntry, Waterfall } from '../engine/api';
import { isSuperseded } from '../engine/engineError';
import { reasonOf } from './reason';
import { rest } from './rest';
import { addEdit, engine, keepSettings, LIST_LENGTH, restoreLog, setAt, useSession } from './store';

export interface TimelineState {
  /** Whose history is drawn. */
  readonly side: 'user' | 'item';
  readonly timeline: Timeline | null;
  /** Key of the interaction that is looked at closely. */
  readonly picked: string | null;
  readonly effect: Effect | null;
  readonly waterfall: Waterfall | null;
  /** The log and the moment that a what-if branch left from; null outside of one. */
  readonly branch: Place | null;
  readonly editing: boolean;
  readonly failure: string | null;
}

/** The history that is drawn, and what is asked about it; follows the session. */
export const useTimeline = create<TimelineState>(() => ({
  side: 'user',
  timeline: null,
  picked: null,
  effect: null,
  waterfall: null,
  branch: null,
  editing: false,
  failure: null,
}));

const { getState: get, setState: set } = useTimeline;

let turn = 0;
/** The moment at which the effect was asked for last. */
let effectAt: string | null = null;

/** Asks for all that the timeline shows of the present session; the latest question wins. */
export async function refreshTimeline(): Promise<void> {
  const { person, item, history, at, screen } = useSession.getState();
  if (screen !== 'timeline' || !person) return;
  const mine = ++turn;
  const latest = () => mine === turn;
  const log = history.present;
  const { side } = get();
  const id = side === 'user' ? person : item;
  try {
    const timeline = id === null ? null : await engine().timeline({ log, side, id, at });
    if (!latest()) return;
    const picked = get().timeline === null ? first(timeline) : (find(timeline, get().picked)?.key ?? null);
    set({ timeline, picked, failure: null, ...(picked === null && { effect: null, editing: false }) });
    if (timeline) keepSettings({ picked: picked ?? NOTHING });
    const waterfall = item === null ? null : await engine().waterfall({ log, at, person, item });
    if (!latest()) return;
    set({ waterfall });
    if (at !== effectAt) await rest();
    if (!latest()) return;
    effectAt = at;
    const effect = picked && (await engine().effect({ log, at, key: picked, person, item, k: LIST_LENGTH }));
    if (!latest()) return;
    set({ effect: effect || null });
  } catch (error) {
    if (isSuperseded(error)) return;
    if (latest()) set({ failure: reasonOf(error) });
  }
}

/** In a link: somebody wants nothing picked. */
const NOTHING = 'none';

const find = (timeline: Timeline | null, key: string | null | undefined): TimelineEntry | null =>
  timeline?.entries.find((one) => one.key === key) ?? null;

/** At first what the link has picked, or the heaviest, so that there is something to look at. */
function first(timeline: Timeline | null): string | null {
  const { picked } = useSession.getState().settings;
  return picked === NOTHING ? null : (find(timeline, picked)?.key ?? heaviest(timeline));
}

const heaviest = (timeline: Timeline | null): string | null =>
  timeline?.entries.toSorted((a, b) => b.remaining - a.remaining)[0]?.key ?? null;

/** Follows the session from now on. Returns a function that stops it. */
export function followSession(): () => void {
  if (useSession.getState().settings.side === 'item') set({ side: 'item' });
  void refreshTimeline();
  return useSession.subscribe((now, before) => {
    // The view changes once all that it shows has been worked out, so the engine is free again.
    if (now.view !== before.view || now.screen !== before.screen) void refreshTimeline();
  });
}

export function setSide(side: 'user' | 'item'): void {
  set({ side, timeline: null, picked: null, effect: null, editing: false });
  keepSettings({ side: side === 'user' ? undefined : side, picked: undefined });
  void refreshTimeline();
}

export function pick(picked: string | null): void {
  set({ picked, effect: null, editing: false });
  void refreshTimeline();
}

export const setEditing = (editing: boolean): void => set({ editing });

/** The picked interaction as the timeline tells it. */
export const pickedEntry = ({ timeline, picked }: TimelineState): TimelineEntry | null =>
  find(timeline, picked);

/**
 * How many interactions of a history have happened at a moment; one more than there are in the present. Told by the
 * moment itself where it can be: the history that is drawn may still be that of the moment before.
 */
export function placeOf({ entries }: Timeline, at: string | null): number {
  if (at === null) return entries.length + 1;
  const place = entries.findIndex(({ key }) => key === at) + 1;
  return place || Math.max(1, entries.filter((one) => one.happened).length);
}

/** Goes one interaction of the drawn history back or on; past the last one is the present. */
export function stepMoment(by: 1 | -1): void {
  const { timeline } = get();
  if (!timeline || timeline.entries.length === 0) return;
  const { entries } = timeline;
  const next = Math.max(1, Math.min(entries.length + 1, placeOf(timeline, useSession.getState().at) + by));
  setAt(next > entries.length ? null : entries[next - 1].key);
}

const withPicked = (act: (key: string, entry: TimelineEntry) => void): void => {
  const entry = pickedEntry(get());
  if (entry) act(entry.key, entry);
};

export const deletePicked = (): void => withPicked((key) => addEdit({ edit: 'delete', key }));
export const movePicked = (by: 1 | -1): void =>
  withPicked((key) => addEdit({ edit: 'move', key, by, side: get().side }));
export const mutePicked = (modality: 'text' | 'rating' | 'aspects'): void =>
  withPicked((key, { muted }) => addEdit({ edit: 'mute', key, modality, muted: !muted.includes(modality) }));

/** Remembers log and moment as they are: what is done from here on, and any other moment, is compared with them. */
export function startBranch(): void {
  const { history, at } = useSession.getState();
  set({ branch: { log: history.present, at } });
}

/** Leaves the branch, keeping what was done in it or going back to where it began. */
export function endBranch(keep: boolean): void {
  const { branch } = get();
  set({ branch: null });
  if (!keep && branch) restoreLog(branch.log);
}
