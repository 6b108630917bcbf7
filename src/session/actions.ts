/** Every action of the page: buttons, keys and help read it. Long, because it is one table. */

import { isAltered } from '../engine/alterations';
import { copyLink } from './addressBar';
import { freezeUpdate, hideCounterpart, muteEverywhere, shuffle, takeBackAlterations } from './alter';
import { draftItem, isGiven } from './draft';
import { openLogFile, saveLogFile } from './exchange';
import { toggleSizing } from './leftOut';
import type { Screen } from './link';
import { stepStation, togglePlay, useTrace } from './microscope';
import { closeNumber, stepBack, stopIn } from './number';
import type { Action } from './part';
import { presentStep, usePresent } from './present';
import type { Session, SessionState, Verb } from './session';
import {
  deletePicked,
  movePicked,
  mutePicked,
  pickedEntry,
  setEditing,
  startBranch,
  stepMoment,
  useTimeline,
} from './timeline';
import {
  addReview,
  newPerson,
  resetLog,
  setAt,
  setGallery,
  setHelp,
  setPanel,
  setSaving,
  setScreen,
  stepHistory,
  stepItem,
} from './verbs';

type Of = Session['of'];

/** What only means something where people and items are on the screen. */
const exploring = (state: SessionState): boolean => state.screen === 'explore';
/** Whether there is somebody to write a review, and something to write it about. */
export const canReview = (state: SessionState): boolean =>
  exploring(state) && state.view !== null && state.person !== null && draftItem(state) !== null;
/** Where the log is worked with. */
const working = (state: SessionState): boolean => state.screen !== 'evidence' && state.start !== null;
const onTimeline = (state: SessionState): boolean => state.screen === 'timeline' && state.view !== null;
const inUpdate = (state: SessionState, of: Of): boolean =>
  state.screen === 'microscope' && of(useTrace).getState().answer !== null;
const step =
  (by: 1 | -1): Verb<unknown> =>
  ({ store, of, act }) =>
    act(inUpdate(store.getState(), of) ? stepStation(by) : stepMoment(by));
/** Where one interaction is looked at closely. */
const picking = (state: SessionState, of: Of): boolean => onTimeline(state) && pickedEntry({ of }) !== null;
/** Where the model itself is altered. */
const dissecting = (state: SessionState): boolean => state.screen === 'microscope' && state.view !== null;

/** Focuses a field: it may come, on a phone with its part, with the next frame. */
const focusSoon = (field: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-testid="${field}"]`)?.focus());
};

/** What opens a view of the page. */
export const openScreen = (name: Screen, label: string, keys: string | null): Action => ({
  id: name,
  label,
  keys,
  enabled: (s) => s.start !== null,
  perform: setScreen(name),
});

/** Gives actions the ids that their names make: `addReview` is `add-review`. */
function named<Name extends string>(
  table: Readonly<Record<Name, Omit<Action, 'id'>>>,
): Readonly<Record<Name, Action>> {
  const idOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const all = Object.entries<Omit<Action, 'id'>>(table).map(([name, one]) => [
    name,
    { id: idOf(name), ...one },
  ]);
  return Object.fromEntries(all);
}

/** What can be done, apart from opening a view. */
export const actions = named({
  playStations: {
    label: 'Play or pause the update',
    keys: 'Alt+P',
    enabled: inUpdate,
    perform: togglePlay,
  },
  presentOn: {
    label: 'A lesson shown to a class: on by one panel',
    keys: 'PageDown',
    also: 'ArrowRight',
    enabled: (_, of) => of(usePresent).getState().step !== null,
    perform: presentStep(1),
  },
  presentBack: {
    label: 'A lesson shown to a class: back by one panel',
    keys: 'PageUp',
    also: 'ArrowLeft',
    enabled: (_, of) => of(usePresent).getState().step !== null,
    perform: presentStep(-1),
  },
  datasets: {
    label: 'Data sets',
    keys: 'd',
    enabled: () => true,
    perform: setGallery(true),
  },
  undo: {
    label: 'Undo',
    keys: 'Mod+Z',
    enabled: (s) => working(s) && s.history.past.length > 0,
    perform: stepHistory('undo'),
  },
  redo: {
    label: 'Redo',
    keys: 'Mod+Shift+Z',
    also: 'Ctrl+Y',
    enabled: (s) => working(s) && s.history.future.length > 0,
    perform: stepHistory('redo'),
  },
  addReview: {
    label: 'Add review',
    keys: 'Mod+Enter',
    enabled: (s) => canReview(s) && isGiven(s.draft),
    perform: addReview,
  },
  newPerson: {
    label: 'A new person',
    keys: 'Alt+N',
    enabled: (s) => exploring(s) && s.start !== null,
    perform: ({ act }) => {
      act(newPerson);
      focusSoon('person-name');
    },
  },
  findPerson: {
    label: 'Find a person (on the map: anything)',
    keys: '/',
    enabled: (s) => working(s) && s.start !== null,
    perform: () =>
      document
        .querySelector<HTMLInputElement>('[data-testid="person-search"], [data-testid="map-search"]')
        ?.focus(),
  },
  nextItem: {
    label: 'Next recommendation',
    keys: 'j',
    enabled: (s) => exploring(s) && s.view !== null,
    perform: stepItem(1),
  },
  previousItem: {
    label: 'Previous recommendation',
    keys: 'k',
    enabled: (s) => exploring(s) && s.view !== null,
    perform: stepItem(-1),
  },
  writeReview: {
    label: 'Write a review',
    keys: 'w',
    enabled: (s) => exploring(s) && s.view !== null,
    perform: ({ act }) => {
      act(setPanel('review'));
      focusSoon('review-text');
    },
  },
  earlier: {
    label: 'One interaction, or one step of the update, back',
    keys: ',',
    enabled: (s, of) => onTimeline(s) || inUpdate(s, of),
    perform: step(-1),
  },
  later: {
    label: 'One interaction, or one step of the update, forward',
    keys: '.',
    enabled: (s, of) => onTimeline(s) || inUpdate(s, of),
    perform: step(1),
  },
  present: {
    label: 'Back to the present',
    keys: 'p',
    enabled: (s) => s.at !== null,
    perform: setAt(null),
  },
  sizeMarks: {
    label: 'Size the marks by what is left of each, or by what would change without it',
    keys: 's',
    enabled: onTimeline,
    perform: toggleSizing,
  },
  deleteInteraction: {
    label: 'Delete the picked interaction',
    keys: 'Delete',
    enabled: picking,
    perform: deletePicked,
  },
  editInteraction: {
    label: 'Edit the picked interaction',
    keys: 'e',
    enabled: picking,
    perform: setEditing(true),
  },
  moveEarlier: {
    label: 'Move the picked interaction earlier',
    keys: '[',
    enabled: picking,
    perform: movePicked(-1),
  },
  moveLater: {
    label: 'Move the picked interaction later',
    keys: ']',
    enabled: picking,
    perform: movePicked(1),
  },
  muteText: {
    label: 'Mute the text of the picked interaction',
    keys: 't',
    enabled: picking,
    perform: mutePicked('text'),
  },
  muteRating: {
    label: 'Mute the rating of the picked interaction',
    keys: 'r',
    enabled: picking,
    perform: mutePicked('rating'),
  },
  muteAspects: {
    label: 'Mute the aspects of the picked interaction',
    keys: 'a',
    enabled: (s, of) => picking(s, of) && (s.start?.dataset.aspects.length ?? 0) > 0,
    perform: mutePicked('aspects'),
  },
  muteAllText: {
    label: 'Mute or unmute all texts',
    keys: 'Alt+T',
    enabled: (s) => onTimeline(s) || dissecting(s),
    perform: muteEverywhere('text'),
  },
  muteAllRatings: {
    label: 'Mute or unmute all ratings',
    keys: 'Alt+R',
    enabled: (s) => onTimeline(s) || dissecting(s),
    perform: muteEverywhere('rating'),
  },
  muteAllAspects: {
    label: 'Mute or unmute all aspects',
    keys: 'Alt+A',
    enabled: (s) => (onTimeline(s) || dissecting(s)) && (s.start?.dataset.aspects.length ?? 0) > 0,
    perform: muteEverywhere('aspects'),
  },
  freezeUpdate: {
    label: 'Freeze all update gates at 1, or release them',
    keys: 'Alt+U',
    enabled: dissecting,
    perform: freezeUpdate,
  },
  hideCounterpart: {
    label: 'Hide the counterparts from the cells, or show them',
    keys: 'Alt+C',
    enabled: dissecting,
    perform: hideCounterpart,
  },
  shuffle: {
    label: 'Shuffle the order of all interactions',
    keys: 'Alt+S',
    enabled: dissecting,
    perform: shuffle,
  },
  unalter: {
    label: 'Undo all alterations of the model',
    keys: 'Alt+X',
    enabled: (s) => working(s) && isAltered(s.history.present),
    perform: takeBackAlterations,
  },
  branch: {
    label: 'What if: branch from here',
    keys: 'b',
    enabled: (s, of) => onTimeline(s) && of(useTimeline).getState().branch === null,
    perform: startBranch,
  },
  numberBack: {
    label: 'Opened number: back to the one before',
    keys: 'Backspace',
    enabled: (s) => stopIn(s) > 0,
    perform: stepBack,
  },
  closeNumber: {
    label: 'Opened number: close',
    keys: 'Escape',
    enabled: (s) => s.numbers.length > 0,
    perform: closeNumber,
  },
  reset: {
    label: 'Take back all reviews and edits',
    keys: 'Alt+0',
    enabled: (s) => working(s) && s.history.present.length > 0,
    perform: resetLog,
  },
  copyLink: {
    label: 'Copy a link that restores exactly this',
    keys: 'l',
    enabled: (s) => s.start !== null,
    perform: copyLink,
  },
  saveView: {
    label: 'Save a figure or a table',
    keys: 'x',
    enabled: (s) => s.start !== null,
    perform: setSaving(true),
  },
  saveLog: {
    label: 'Save log as file',
    keys: 'Mod+S',
    enabled: (s) => exploring(s) && s.history.present.length > 0,
    perform: saveLogFile,
  },
  openLog: {
    label: 'Open a log or a table',
    keys: 'Mod+O',
    enabled: (s) => exploring(s) && s.view !== null,
    perform: openLogFile,
  },
  help: {
    label: 'About this page, its words and keys',
    keys: '?',
    enabled: () => true,
    perform: setHelp(true),
  },
});
