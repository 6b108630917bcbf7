import { deletedIn, reviewsIn } from '../engine/edits';
import { isNewPerson, peopleIn } from '../engine/newPeople';
import type { View } from '../engine/questions/view';
import { freshPerson } from './draft';
import { choose, slice } from './part';
import { startAfresh } from './saved';
import type { SessionState, Verb } from './session';
import { addEdit, addReview, editDraft, selectPerson } from './verbs';

/** What somebody says of an item: stars, words, or both. */
export interface Opinion {
  readonly rating: number | null;
  readonly text: string;
}

export const NOTHING_SAID: Opinion = { rating: null, text: '' };

interface StartState {
  /** The item that is spoken of; null for the first that is offered. */
  readonly item: string | null;
  /** What was typed of each, sent or not. */
  readonly typed: Readonly<Record<string, Opinion>>;
  /** The item that was guessed to fall. */
  readonly guess: string | null;
  /** What was on the screen when something was said last: while it still is, that has not been worked out. */
  readonly saidAt: View | null;
}

const UNTOUCHED: StartState = { item: null, typed: {}, guess: null, saidAt: null };

/** What somebody chose on the start; it stays while they look at another view. */
export const useStart = slice<StartState>(UNTOUCHED);

export const typeOf =
  (item: string, said: Opinion): Verb =>
  ({ of, act }) =>
    act(choose(useStart, { typed: { ...of(useStart).getState().typed, [item]: said } }));

type Written = Pick<SessionState, 'history' | 'person'>;

/** The review of an item that the person has written and not deleted; null where there is none. */
export function ownReview({ history, person }: Written, item: string) {
  const log = history.present;
  const deleted = deletedIn(log);
  const own = reviewsIn(log).filter((one) => one.person === person && one.item === item);
  return own.findLast(({ key }) => !deleted.has(key)) ?? null;
}

/** Adds what the person says of an item, in the place of what they said before. One that says nothing is nobody’s wish. */
export const say =
  (item: string, { rating, text }: Opinion): Verb =>
  ({ store, act }) => {
    act(choose(useStart, { saidAt: store.getState().view }));
    const written = ownReview(store.getState(), item);
    if (written) {
      const { key, aspects } = written;
      return act(addEdit({ edit: 'change', key, rating, aspects, text: text.trim() }));
    }
    act(editDraft({ item, rating, aspects: [], text, sought: null, refused: false }));
    act(addReview);
  };

/** Makes the person somebody new: the last of the log, else one of whom nothing is known. The start is about nobody else. */
export const beNew: Verb = ({ store, act }) => {
  const state = store.getState();
  if (state.person !== null && isNewPerson(state.person)) return;
  const last = peopleIn(state.history.present).findLast(isNewPerson);
  act(selectPerson(last ?? freshPerson(state)));
};

/** Puts aside what was written, and forgets what was typed and guessed. */
export const startAgain: Verb = ({ of, act }) => {
  act(startAfresh('report'));
  of(useStart).setState(UNTOUCHED);
};
