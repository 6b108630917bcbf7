import type { HistoryEntry } from '../engine/answers';
import { isEdit } from '../engine/edits';
import type { ColdRequest } from '../engine/questions/coldStart';
import type { GoalRequest } from '../engine/questions/goalSeek';
import type { Recommendation } from '../engine/questions/view';
import { nextKey } from './draft';
import { experimentOn, useColdStart, useGoalSeek } from './experiments';
import { choose, slice } from './part';
import type { SessionState, Verb } from './session';
import { addEdit, addReviews } from './verbs';

/** Places that count as the top. */
const TOP = 5;
/** Most reviews that one search tries. */
export const MOST_TRIED = 150;

/** Numbers of reviews that the cold start looks at, at most. */
const POINTS = 16;
/** Places of the lists that are compared. */
export const LIST = 10;
/** Reviews left out in turn at each of these numbers, at most: each is a run of the model. */
export const LEFT_OUT = 6;

export interface LabsState {
  /** Item that somebody chose to bring up; null for the first that can be. */
  readonly goal: string | null;
  /** What may change: `new:<item>` or `key:<key>`; null for the likeliest. */
  readonly change: string | null;
}

/** What to look for; kept while one looks at another view. */
export const useLabs = slice<LabsState>({ goal: null, change: null });

export interface Choice {
  readonly value: string;
  readonly label: string;
}

type Seen = Pick<SessionState, 'view'>;

/** Items that can be brought up: below the top, not reviewed. */
export function goalsIn({ view }: Seen): Choice[] {
  if (!view) return [];
  const label = (rank: number, name: string) => `${rank}. ${name}`;
  const below = view.recommendations.filter((one) => one.rank > TOP);
  const { item } = view;
  const own =
    item?.rank && item.rank > TOP && !below.some((one) => one.item.id === item.summary.id)
      ? [{ value: item.summary.id, label: label(item.rank, item.summary.name) }]
      : [];
  const listed = below.map((one: Recommendation) => ({
    value: one.item.id,
    label: label(one.rank, one.item.name),
  }));
  // The selected one first: somebody looks at it already.
  return [...own, ...listed].toSorted(
    (a, b) => Number(b.value === item?.summary.id) - Number(a.value === item?.summary.id),
  );
}

/** Reviews that may change: the person's own, simulated first, then by what is left of them; and new ones. */
export function changesIn({ view }: Seen, goal: string | null): { own: Choice[]; fresh: Choice[] } {
  if (!view) return { own: [], fresh: [] };
  const newest = (one: HistoryEntry) => view.person.history.indexOf(one);
  const own = view.person.history
    .toSorted(
      (a, b) =>
        Number(b.simulated) - Number(a.simulated) ||
        (a.simulated ? newest(b) - newest(a) : b.remaining - a.remaining),
    )
    .map(({ key, itemName, rating }) => ({
      value: `key:${key}`,
      label: `${itemName}${rating === null ? '' : `, rated ${rating}`}`,
    }));
  const items = view.recommendations.map((one) => one.item);
  const chosen = view.item?.rank ? [view.item.summary] : [];
  const fresh = [...new Map([...chosen, ...items].map((one) => [one.id, one.name]))]
    .filter(([id]) => id !== goal)
    .map(([id, name]) => ({ value: `new:${id}`, label: name }));
  return { own, fresh };
}

/** What is chosen now, and where nothing is, or what is chosen has gone, the likeliest. */
export function chosenIn(labs: LabsState, session: Seen): { goal: string | null; change: string | null } {
  const goals = goalsIn(session);
  const goal = goals.find(({ value }) => value === labs.goal)?.value ?? goals[0]?.value ?? null;
  const { own, fresh } = changesIn(session, goal);
  const all = [...own, ...fresh];
  const change = all.find(({ value }) => value === labs.change)?.value ?? all[0]?.value ?? null;
  return { goal, change };
}

export const setGoal = (goal: string): Verb => choose(useLabs, { goal });
export const setChange = (change: string): Verb => choose(useLabs, { change });

/** What to look for, among so many changes; null where there is nothing to. */
export function goalRequest(labs: LabsState, session: SessionState, most: number): GoalRequest | null {
  const { goal, change } = chosenIn(labs, session);
  if (!session.person || !goal || !change) return null;
  const log = session.history.present;
  const id = change.slice(4);
  return {
    log,
    person: session.person,
    goal,
    place: TOP,
    change: change.startsWith('new:') ? { item: id, newKey: nextKey(log) } : { key: id },
    most,
  };
}

/** Looks for the change that brings the goal up. */
export const seekGoal: Verb = ({ store, of, act }) => {
  const labs = of(useLabs).getState();
  const request = goalRequest(labs, store.getState(), MOST_TRIED);
  if (!request) return;
  act(choose(useLabs, chosenIn(labs, store.getState())));
  act(experimentOn(useGoalSeek, request));
};

/** Adds what was found to the log, as if somebody had done it by hand. */
export const applyGoal: Verb = ({ of, act }) => {
  const entry = of(useGoalSeek).getState().answer?.entry;
  if (entry) act(isEdit(entry) ? addEdit(entry) : addReviews([entry]));
};

/** At how many numbers of reviews to look, and how many to leave out at each; null while nobody is chosen. */
export const coldRequest = (
  { person, history }: SessionState,
  size: Pick<ColdRequest, 'points' | 'leftOut'>,
): ColdRequest | null => (person === null ? null : { log: history.present, person, top: LIST, ...size });

/** Looks at the person with fewer reviews. */
export const runCold: Verb = ({ store, act }) => {
  const request = coldRequest(store.getState(), { points: POINTS, leftOut: LEFT_OUT });
  if (request) act(experimentOn(useColdStart, request));
};
