import { createStore } from 'zustand';
import type { Lesson, Step } from '../lessons/lesson';
import type { Live } from '../lessons/live';
import { type LessonCard, loadIndex } from '../lessons/loadIndex';
import { outcomesOf } from '../lessons/readLesson';
import { START } from './address';
import { SHEET, TEACH } from './lessonAddress';
import { findLesson } from './lessonSource';
import { workOut } from './lessonValues';
import { part } from './part';
import { EMPTY_PLAY, type Play, playIn, playSearch } from './playAddress';
import type { SessionState, Verb } from './session';
import { keepSettings } from './verbs';

interface TeachState {
  /** All lessons that ship; null while they are fetched, or cannot be. */
  readonly index: readonly LessonCard[] | null;
  readonly failed: boolean;
  /** Whole lessons, as they were asked for. */
  readonly lessons: Readonly<Record<string, Lesson>>;
  /** Live values of a lesson that answers are held against; of lessons on another data set there are none. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Live>>>>;
  /** What was pasted, as it was. */
  readonly pasted: string;
}

/** What the teacher’s page knows. Nothing of it leaves the device. */
export const useTeach = part(() =>
  createStore<TeachState>(() => ({ index: null, failed: false, lessons: {}, values: {}, pasted: '' })),
);

/** Fetches the list of lessons. */
export const openTeach: Verb<Promise<void>> = async ({ of }) => {
  const found = await loadIndex(document.baseURI);
  const index = 'is' in found ? null : found;
  of(useTeach).setState({ index, failed: index === null });
};

/** The lessons that were chosen, in their order; the link keeps them. */
export const chosenIn = ({ settings }: Pick<SessionState, 'settings'>): readonly string[] =>
  settings.lessons ? settings.lessons.split(',') : [];

export const chooseLessons = (ids: readonly string[]): Verb =>
  keepSettings({ lessons: ids.length > 0 ? ids.join(',') : undefined });

/** How links open a lesson: in large type for a projector, or as it is. */
export const chooseLook = (look: 'present' | undefined): Verb => keepSettings({ look });

/** Free play as it was put together; the address of the page keeps it. */
export const playOf = ({ settings }: Pick<SessionState, 'settings'>): Play =>
  playIn({ search: `?${settings.play ?? playSearch(EMPTY_PLAY)}` }) ?? EMPTY_PLAY;

export const changePlay =
  (change: Partial<Play>): Verb =>
  ({ store, act }) => {
    const play = playSearch({ ...playOf(store.getState()), ...change });
    act(keepSettings({ play: play === playSearch(EMPTY_PLAY) ? undefined : play }));
  };

/** Views that free play may begin in: those with a tab. */
export const playViews: Verb<readonly string[]> = ({ around }) =>
  around.screens.map(({ name }) => name).filter((name) => ![START, TEACH, SHEET].includes(name));

export const paste =
  (pasted: string): Verb =>
  ({ of }) =>
    of(useTeach).setState({ pasted });

/** Has a lesson whole, and what the model says to its questions. */
export const haveLesson =
  (id: string): Verb<Promise<void>> =>
  async ({ of, act }) => {
    const teach = of(useTeach);
    if (teach.getState().lessons[id]) return;
    const read = await findLesson(id);
    if (!('lesson' in read)) return;
    const { lesson } = read;
    teach.setState(({ lessons }) => ({ lessons: { ...lessons, [id]: lesson } }));
    const outcomes = ({ ask }: Step) => (ask ? outcomesOf(ask) : []);
    await act(
      workOut(lesson, outcomes, (name, live) => {
        if (!live) return;
        teach.setState(({ values }) => ({ values: { ...values, [id]: { ...values[id], [name]: live } } }));
      }),
    );
  };
