import { create } from 'zustand';
import type { Change } from '../engine/change';
import type { EffectRequest } from '../engine/questions/effect';
import type { Timeline, TimelineEntry } from '../engine/questions/timeline';
import type { Place } from '../engine/simulatedLog';
import type { Modality, Side } from '../vocabulary';
import { answerTo } from './ask';
import { changesOf, resource } from './resource';
import { pauseAt } from './rest';
import {
  addEdit,
  engine,
  keepSettings,
  LIST_LENGTH,
  restoreLog,
  type SessionState,
  setAt,
  useSession,
} from './store';

export interface TimelineState {
  /** Key of the interaction that is looked at closely. */
  readonly picked: string | null;
  /** The log and the moment that a what-if branch left from; null outside of one. */
  readonly branch: Place | null;
  readonly editing: boolean;
}

/** What is done with the history that is drawn. */
export const useTimeline = create<TimelineState>(() => ({ picked: null, branch: null, editing: false }));

const { getState: get, setState: set } = useTimeline;

/** Whose history is drawn. */
export const sideIn = ({ settings }: Pick<SessionState, 'settings'>): Side =>
  settings.side === 'item' ? 'item' : 'user';

const sideChanges = changesOf(sideIn);

/** What is asked of the history that is drawn; null where nobody and nothing has one. */
export function historyIn(session: SessionState) {
  const { person, item, history, at } = session;
  const side = sideIn(session);
  const id = side === 'user' ? person : item;
  return person === null || id === null ? null : { log: history.present, side, id, at };
}

/** The history that is drawn. */
export const useDrawn = resource({
  of: historyIn,
  sources: [sideChanges],
  ask: (request) => engine().timeline(request),
  keeps: (held, { side }) => held.side === side,
  outlives: true,
  answered(timeline, before) {
    const picked = before === null ? first(timeline) : (entryOf(timeline, get().picked)?.key ?? null);
    set({ picked, ...(picked === null && { editing: false }) });
    keepSettings({ picked: picked ?? NOTHING });
  },
});

/** The predicted rating of the chosen item as a sum. */
export const useWaterfall = resource({
  of: ({ person, item, history, at }) =>
    person === null || item === null ? null : { log: history.present, at, person, item },
  ask: (request) => engine().waterfall(request),
  outlives: true,
});

/** What would be different without the interaction that is picked. */
export const usePickedEffect = resource<EffectRequest, Change>({
  of(session, held) {
    const { person, item } = session;
    const place = historyIn(session);
    const { picked } = get();
    if (place === null || person === null || picked === null) return null;
    const timeline = answerTo(useDrawn, place);
    // Until the history is there, it is not known whether that still has it.
    if (!timeline) return held?.key === picked ? undefined : null;
    const { log, at } = place;
    return entryOf(timeline, picked) && { log, at, key: picked, person, item, k: LIST_LENGTH };
  },
  sources: [sideChanges, useTimeline.subscribe, useDrawn.subscribe],
  ask: (request) => engine().effect(request),
  keeps: (held, { key }) => held.key === key,
  pause: ({ at }, before) => pauseAt(at, before?.at),
  outlives: true,
});

/** In a link: somebody wants nothing picked. */
const NOTHING = 'none';

export const entryOf = (timeline: Timeline | null, key: string | null | undefined): TimelineEntry | null =>
  timeline?.entries.find((one) => one.key === key) ?? null;

/** At first what the link has picked, or the heaviest, so that there is something to look at. */
function first(timeline: Timeline): string | null {
  const { picked } = useSession.getState().settings;
  return picked === NOTHING ? null : (entryOf(timeline, picked)?.key ?? heaviest(timeline));
}

const heaviest = ({ entries }: Timeline): string | null =>
  entries.toSorted((a, b) => b.remaining - a.remaining)[0]?.key ?? null;

export function setSide(side: Side): void {
  set({ picked: null, editing: false });
  keepSettings({ side: side === 'user' ? undefined : side, picked: undefined });
}

export function pick(key: string | null): void {
  const picked = entryOf(useDrawn.getState().answer, key)?.key ?? null;
  set({ picked, editing: false });
  keepSettings({ picked: picked ?? NOTHING });
}

export const setEditing = (editing: boolean): void => set({ editing });

/** The picked interaction as the timeline tells it. */
export const pickedEntry = (): TimelineEntry | null => entryOf(useDrawn.getState().answer, get().picked);

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
  const { answer: timeline } = useDrawn.getState();
  if (!timeline || timeline.entries.length === 0) return;
  const { entries } = timeline;
  const next = Math.max(1, Math.min(entries.length + 1, placeOf(timeline, useSession.getState().at) + by));
  setAt(next > entries.length ? null : entries[next - 1].key);
}

const withPicked = (act: (key: string, entry: TimelineEntry) => void): void => {
  const entry = pickedEntry();
  if (entry) act(entry.key, entry);
};

export const deletePicked = (): void => withPicked((key) => addEdit({ edit: 'delete', key }));
export const movePicked = (by: 1 | -1): void =>
  withPicked((key) => addEdit({ edit: 'move', key, by, side: sideIn(useSession.getState()) }));
export const mutePicked = (modality: Modality): void =>
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
