import type { Change } from '../engine/change';
import type { EffectRequest } from '../engine/questions/effect';
import type { Timeline, TimelineEntry, TimelineRequest } from '../engine/questions/timeline';
import type { Edit, Place } from '../engine/simulatedLog';
import type { Modality, Side } from '../vocabulary';
import { answerTo } from './ask';
import { changesOf, choose, resource, slice } from './part';
import { pauseAt } from './rest';
import type { Session, SessionState, Verb } from './session';
import { addEdit, keepSettings, restoreLog, setAt } from './verbs';
import { LIST_LENGTH } from './view';

export interface TimelineState {
  /** Key of the interaction that is looked at closely. */
  readonly picked: string | null;
  /** Whose history that is an interaction of; null before one is drawn. */
  readonly whose: string | null;
  /** The log and the moment that a what-if branch left from; null outside of one. */
  readonly branch: Place | null;
  readonly editing: boolean;
}

/** What is done with the history that is drawn. */
export const useTimeline = slice<TimelineState>({ picked: null, whose: null, branch: null, editing: false });

/** Whose history is drawn. */
export const sideIn = ({ settings }: Pick<SessionState, 'settings'>): Side =>
  settings.side === 'item' ? 'item' : 'user';

/** What is asked of the history that is drawn; null where nobody and nothing has one. */
export function historyIn(session: SessionState) {
  const { person, item, history, at } = session;
  const side = sideIn(session);
  const id = side === 'user' ? person : item;
  return person === null || id === null ? null : { log: history.present, side, id, at };
}

/** The history that is drawn. */
export const useDrawn = resource<TimelineRequest, Timeline>((session) => ({
  of: historyIn,
  sources: [changesOf(session, sideIn)],
  ask: (request) => session.engine.timeline(request),
  // The history of somebody else would stand below the wrong name.
  keeps: (held, { side, id }) => held.side === side && held.id === id,
  outlives: true,
  answered(timeline, _, request) {
    const { of, store, act } = session;
    const { picked: held, whose: before } = of(useTimeline).getState();
    const whose = nameOf(request);
    const picked =
      whose === before
        ? (entryOf(timeline, held)?.key ?? null)
        : first(timeline, whose, store.getState().settings.picked);
    of(useTimeline).setState({ picked, whose, ...(picked === null && { editing: false }) });
    act(keepSettings({ picked: picked ?? nothingOf(whose) }));
  },
}));

/** The choice score of the chosen item as a sum. */
export const useWaterfall = resource(({ engine }) => ({
  of: ({ person, item, history, at }) =>
    person === null || item === null
      ? null
      : { log: history.present, at, person, item, times: history.times },
  ask: (request) => engine.reasons(request),
  keeps: (held, { person }) => held.person === person,
  outlives: true,
}));

/** What would be different without the interaction that is picked. */
export const usePickedEffect = resource<EffectRequest, Change>((session) => ({
  of(state, held) {
    const { person, item } = state;
    const place = historyIn(state);
    const { picked } = session.of(useTimeline).getState();
    if (place === null || person === null || picked === null) return null;
    const timeline = answerTo(session.of(useDrawn), place);
    // Until the history is there, it is not known whether that still has it.
    if (!timeline) return held?.key === picked ? undefined : null;
    const { log, at } = place;
    const { times } = state.history;
    return entryOf(timeline, picked) && { log, at, key: picked, person, item, times, k: LIST_LENGTH };
  },
  sources: [changesOf(session, sideIn), session.of(useTimeline).subscribe, session.of(useDrawn).subscribe],
  ask: (request) => session.engine.effect(request),
  keeps: (held, { key }) => held.key === key,
  pause: ({ at }, before) => pauseAt(at, before?.at),
  outlives: true,
}));

/** Names a history. */
const nameOf = ({ side, id }: Pick<TimelineRequest, 'side' | 'id'>): string => `${side}~${id}`;

/** In a link: somebody wants nothing picked of this history; of another one that says nothing. */
const nothingOf = (whose: string): string => `none~${whose}`;

export const entryOf = (timeline: Timeline | null, key: string | null | undefined): TimelineEntry | null =>
  timeline?.entries.find((one) => one.key === key) ?? null;

/** At first what the link has picked of it, or the heaviest, so that there is something to look at. */
const first = (timeline: Timeline, whose: string, linked: string | undefined): string | null =>
  linked === nothingOf(whose) ? null : (entryOf(timeline, linked)?.key ?? heaviest(timeline));

const heaviest = ({ entries }: Timeline): string | null =>
  entries.toSorted((a, b) => b.remaining - a.remaining)[0]?.key ?? null;

export const setSide =
  (side: Side): Verb =>
  ({ of, act }) => {
    of(useTimeline).setState({ picked: null, whose: null, editing: false });
    act(keepSettings({ side: side === 'user' ? undefined : side, picked: undefined }));
  };

export const pick =
  (key: string | null): Verb =>
  ({ of, act }) => {
    const { answer, of: drawn } = of(useDrawn).getState();
    if (drawn === null) return;
    const picked = entryOf(answer, key)?.key ?? null;
    of(useTimeline).setState({ picked, editing: false });
    act(keepSettings({ picked: picked ?? nothingOf(nameOf(drawn)) }));
  };

export const setEditing = (editing: boolean): Verb => choose(useTimeline, { editing });

/** The picked interaction as the timeline tells it. */
export const pickedEntry = ({ of }: Pick<Session, 'of'>): TimelineEntry | null =>
  entryOf(of(useDrawn).getState().answer, of(useTimeline).getState().picked);

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
export const stepMoment =
  (by: 1 | -1): Verb =>
  ({ store, of, act }) => {
    const { answer: timeline } = of(useDrawn).getState();
    if (!timeline || timeline.entries.length === 0) return;
    const { entries } = timeline;
    const next = Math.max(1, Math.min(entries.length + 1, placeOf(timeline, store.getState().at) + by));
    act(setAt(next > entries.length ? null : entries[next - 1].key));
  };

/** An edit of the interaction that is picked. */
const editPicked =
  (edit: (entry: TimelineEntry, state: SessionState) => Edit): Verb =>
  ({ store, of, act }) => {
    const entry = pickedEntry({ of });
    if (entry) act(addEdit(edit(entry, store.getState())));
  };

export const deletePicked = editPicked(({ key }) => ({ edit: 'delete', key }));
export const movePicked = (by: 1 | -1): Verb =>
  editPicked(({ key }, state) => ({ edit: 'move', key, by, side: sideIn(state) }));
export const mutePicked = (modality: Modality): Verb =>
  editPicked(({ key, muted }) => ({ edit: 'mute', key, modality, muted: !muted.includes(modality) }));

/** Remembers log and moment as they are: what is done from here on, and any other moment, is compared with them. */
export const startBranch: Verb = ({ store, of }) => {
  const { history, at } = store.getState();
  of(useTimeline).setState({ branch: { log: history.present, at } });
};

/** Leaves the branch, keeping what was done in it or going back to where it began. */
export const endBranch =
  (keep: boolean): Verb =>
  ({ of, act }) => {
    const { branch } = of(useTimeline).getState();
    of(useTimeline).setState({ branch: null });
    if (!keep && branch) act(restoreLog(branch.log));
  };
