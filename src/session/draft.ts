import { reviewsIn } from '../engine/edits';
import { peopleIn } from '../engine/newPeople';
import type { SimulatedInteraction, SimulatedLog } from '../engine/simulatedLog';
import type { SessionState } from './session';
import type { Draft } from './spine';

/** Whether a draft says anything: a text, a rating or an aspect. */
export const isGiven = ({ rating, aspects, text }: Draft): boolean =>
  rating !== null || text.trim() !== '' || aspects.some((aspect) => aspect !== null);

/** The item a review is about: the one chosen in the form, else the selected one. */
export const draftItem = ({ draft, item }: Pick<SessionState, 'draft' | 'item'>): string | null =>
  draft.item ?? item;

/** The review that the draft would become, under the key that it would get; null while nobody or nothing is chosen. */
export function draftReview(state: SessionState): SimulatedInteraction | null {
  const item = draftItem(state);
  if (!state.person || !item) return null;
  const aspects = state.start?.dataset.aspects ?? [];
  return {
    key: nextKey(state.history.present),
    person: state.person,
    item,
    rating: state.draft.rating,
    aspects: aspects.map((_, k) => state.draft.aspects[k] ?? null),
    // As written: places in the text must fit what is shown.
    text: state.draft.text,
  };
}

/** The `by`-th key that no review of a log has had. */
export function nextKey(log: SimulatedLog, by = 1): string {
  return `s${Math.max(0, ...reviewsIn(log).map((s) => Number(s.key.slice(1)) || 0)) + by}`;
}

/** The first unused `new-N`. */
export function freshPerson({ history, person }: Pick<SessionState, 'history' | 'person'>): string {
  const taken = new Set([...peopleIn(history.present), person]);
  let n = 1;
  while (taken.has(`new-${n}`)) n++;
  return `new-${n}`;
}
