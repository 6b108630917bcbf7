import type { AxesOf } from '../engine/answers';
import { namesIn } from '../engine/newPeople';
import type { NumberRef } from '../engine/openedNumber';
import { isName, plainName } from '../engine/personName';
import type { Edit, SimulatedInteraction, SimulatedLog } from '../engine/simulatedLog';
import { START, START_DATASET, startAddress } from './address';
import { draftReview, freshPerson, isGiven } from './draft';
import type { Screen, Settings } from './link';
import { tell } from './notice';
import { does, type SessionState, type Verb } from './session';
import type { Draft, Panel, Spine } from './spine';

export const selectPerson =
  (person: string): Verb =>
  ({ store, dispatch, act }) => {
    const { fixed, person: own } = store.getState();
    if (fixed && person !== own) act(tell({ is: 'fixed-person' }));
    else dispatch({ type: 'person', person });
  };

/** Somebody of whom nothing is known yet, who may be given a name where people are chosen. */
export const newPerson: Verb = ({ store, act }) => {
  act(selectPerson(freshPerson(store.getState())));
  act(setPanel('who'));
};

/** Calls a new person so; an empty name takes theirs back. What they are called already is no step to undo. */
export const namePerson =
  (person: string, typed: string): Verb =>
  ({ store, act }) => {
    const name = plainName(typed);
    if (isName(name) && name !== nameOf(store.getState(), person))
      act(addEdit({ edit: 'name', person, name }));
  };

/** What a new person has been called; empty where nobody has named them. */
export const nameOf = ({ history }: Pick<SessionState, 'history'>, person: string): string =>
  namesIn(history.present).get(person) ?? '';

export const selectItem = (item: string | null): Verb => does({ type: 'item', item });

/** Selects the neighbour of the selected item in the ranked list; from outside it, the first or the last. */
export const stepItem =
  (by: 1 | -1): Verb =>
  ({ store, act }) => {
    const { view, item } = store.getState();
    const ids = view?.recommendations.map((r) => r.item.id) ?? [];
    if (ids.length === 0) return;
    const at = item === null ? -1 : ids.indexOf(item);
    const outside = by > 0 ? 0 : ids.length - 1;
    act(selectItem(ids[at < 0 ? outside : Math.min(Math.max(at + by, 0), ids.length - 1)]));
  };

const look = (to: Partial<Pick<Spine, 'screen' | 'panel' | 'axes' | 'numbers'>>): Verb =>
  does({ type: 'looked', to });

/**
 * Goes to another view of the page; person, item and reviews stay as they are.
 * @param at the place of it that is meant; null for all of it
 */
export const setScreen =
  (screen: Screen, at: string | null = null): Verb =>
  ({ store, around, act }) => {
    if (store.getState().screen === screen) return;
    act(look({ screen }));
    around.arrive({ at, byKey: false });
  };

/** Shows the start; from another data set, by its address. It is about somebody new. */
export const openStart: Verb = ({ store, act }) => {
  if (store.getState().fixed) act(tell({ is: 'fixed-person' }));
  else if (store.getState().start?.dataset.id === START_DATASET) act(setScreen(START));
  else window.location.assign(startAddress());
};

export const setPanel = (panel: Panel): Verb => look({ panel });

/** The place of the main view where reviews are written. */
export const REVIEW: Panel = 'review';

/** From another view to where reviews are written. */
export const goAndReview: Verb = ({ act }) => {
  act(setPanel(REVIEW));
  act(setScreen('explore', REVIEW));
};

/** Draws the map on the axes of others. */
export const setAxes = (axes: AxesOf): Verb => look({ axes });

/** Names the numbers on the way to the one that is opened, so that a link has them too. */
export const showNumbers = (numbers: readonly NumberRef[]): Verb => look({ numbers });

/** Puts what a view is set to into the link; undefined takes it out. */
export const keepSettings = (settings: Settings): Verb => does({ type: 'set', settings });

type Opened = Partial<Pick<SessionState, 'galleryOpen' | 'savingOpen' | 'helpOpen' | 'plainKeys'>>;

/** Opens or closes what stands in front of the page. */
export const setOpen =
  (opened: Opened): Verb =>
  ({ store }) =>
    store.setState(opened);

export const setGallery =
  (open: boolean): Verb =>
  ({ store, act }) =>
    act(setOpen({ galleryOpen: open && !store.getState().fixed }));
export const setSaving = (savingOpen: boolean): Verb => setOpen({ savingOpen });
export const setHelp = (helpOpen: boolean): Verb => setOpen({ helpOpen });
export const setPlainKeys = (plainKeys: boolean): Verb => setOpen({ plainKeys });

export const editDraft = (change: Partial<Draft>): Verb => does({ type: 'drafted', change });

/** Appends the draft to the log and shows what it changed. One that says nothing is nobody's wish. */
export const addReview: Verb = ({ store, act }) => {
  if (isGiven(store.getState().draft)) act(addDraft);
};

/** Appends a review that says nothing but that the two met. */
export const addEmptyReview: Verb = ({ store, act }) => {
  if (!isGiven(store.getState().draft)) act(addDraft);
};

const addDraft: Verb = ({ store, dispatch, act }) => {
  const state = store.getState();
  // What somebody began to look for is not the item that was chosen before.
  if (state.draft.sought !== null) return act(editDraft({ refused: true }));
  const review = draftReview(state);
  if (review) dispatch({ type: 'reviewed', review: { ...review, text: review.text.trim() } });
};

/** Adds an edit to the log; the engine works out all that follows from it. */
export const addEdit = (edit: Edit): Verb => does({ type: 'edited', edit });

export const removeReview = (key: string): Verb => addEdit({ edit: 'delete', key });

/** Adds reviews that were not written in the form; undone together. */
export const addReviews = (reviews: readonly SimulatedInteraction[]): Verb =>
  does({ type: 'added', reviews });

/** Puts another log in place of the present one; undo brings it back. */
export const restoreLog =
  (log: SimulatedLog): Verb =>
  ({ store, dispatch }) =>
    dispatch({ type: 'log', log, shown: null, at: store.getState().at });

/** Forgets all simulated reviews and edits; undo brings them back. */
export const resetLog: Verb = ({ store, dispatch }) => {
  if (store.getState().history.present.length > 0) dispatch({ type: 'log', log: [], shown: null, at: null });
};

/** Shows everything as it stood just after an interaction; null for the present. */
export const setAt = (at: string | null): Verb => does({ type: 'moment', at });

/** Makes popularity count so many times in the list, see `engine/choice.ts: DIAL`; undo takes it back. */
export const setTimes = (times: number): Verb => does({ type: 'dialled', times });

export const showDifference = (key: string | null): Verb => does({ type: 'shown', key });

export const stepHistory = (direction: 'undo' | 'redo'): Verb =>
  does({ type: direction === 'undo' ? 'undone' : 'redone' });
