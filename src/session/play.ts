import { createStore } from 'zustand';
import { isNewPerson } from '../engine/newPeople';
import { isName, plainName } from '../engine/personName';
import type { Target } from '../lessons/targets';
import { tell } from './notice';
import { type Action, part } from './part';
import { type AskedPlay, EMPTY_PLAY, type Play, playIn, withoutLimits } from './playAddress';
import type { Keeping, Verb } from './session';
import { undoable } from './undoable';

/** What a teacher’s link leaves out of the page. */
type Limits = Pick<Play, 'hide' | 'fixed' | 'large'>;

/** What is left out of this page; nothing where no link of free play opened it. */
export const usePlay = part(({ around }) =>
  createStore<Limits>(() => {
    const { hide, fixed, large } = playIn(new URL(around.address())) ?? EMPTY_PLAY;
    return { hide, fixed, large };
  }),
);

/** What stands in the middle of Explore: without all of it there is no middle. */
const MIDDLE: readonly Target[] = ['form', 'change', 'written', 'profiles', 'log-file'];

/** By which others are chosen. */
const CHOOSERS: readonly Target[] = ['people', 'datasets'];

/** All parts that are not to be seen, nor reached. */
export function hiddenIn({ hide, fixed }: Omit<Limits, 'large'>): readonly Target[] {
  const middle = MIDDLE.every((name) => hide.includes(name));
  return [...new Set([...hide, ...(middle ? ['middle' as const] : []), ...(fixed ? CHOOSERS : [])])];
}

/** Whether the way to another view and to the start is closed. */
export const staysHere = ({ hide, fixed }: Omit<Limits, 'large'>): boolean => fixed || hide.includes('nav');

const WRITING = ['write-review', 'add-review'];
const PASSING_ON = ['save-log', 'open-log'];

/** Actions whose buttons stand in a part: where it is hidden, their keys do nothing. Undo works everywhere. */
export const BEHIND: { readonly [name in Target]?: readonly string[] } = {
  actions: ['copy-link', 'help'],
  menu: ['datasets', 'save-view'],
  datasets: ['datasets'],
  who: ['new-person'],
  people: ['new-person'],
  middle: [...WRITING, ...PASSING_ON],
  form: WRITING,
  'log-file': PASSING_ON,
  list: ['next-item', 'previous-item'],
};

/** Whether what an action does has been taken out of the page. */
export const isClosed =
  ({ id }: Pick<Action, 'id'>): Verb<boolean> =>
  ({ of, around }) => {
    const limits = of(usePlay).getState();
    const isView = around.screens.some(({ name }) => name === id);
    return isView ? limits.hide.includes('nav') : hiddenIn(limits).some((name) => BEHIND[name]?.includes(id));
  };

/** Opens free play: nothing is kept but the address, and somebody new has the name that the link gives. */
export const openPlay =
  ({ name, unknown, fixed }: AskedPlay): Keeping['opened'] =>
  ({ log, times, person }) =>
  async ({ dispatch, act }) => {
    for (const part of unknown) act(tell({ is: 'no-part', name: part }));
    const called = plainName(name);
    if (person !== null && isNewPerson(person) && log.length === 0 && isName(called))
      // What the link says is no step to be undone.
      dispatch({
        type: 'replaced',
        by: { history: undoable([{ edit: 'name', person, name: called }], times) },
      });
    dispatch({ type: 'fixed', fixed });
  };

/** Shows all of the page, from now on. */
export const showEverything: Verb = ({ of, around, dispatch }) => {
  of(usePlay).setState({ hide: [], fixed: false });
  dispatch({ type: 'fixed', fixed: false });
  around.setAddress(withoutLimits(around.address()));
};
