import { createStore } from 'zustand';
import type { Lesson } from '../lessons/lesson';
import type { Live } from '../lessons/live';
import { valuesIn } from './lesson';
import { stepAddress } from './lessonAddress';
import { findLesson, type LessonNotRead } from './lessonSource';
import { workOut } from './lessonValues';
import { part } from './part';
import type { Verb } from './session';

interface SheetState {
  readonly lesson: Lesson | null;
  /** Why there is none. */
  readonly failure: LessonNotRead | null;
  /** Live values of all steps; null those that could not be worked out. */
  readonly values: Readonly<Record<string, Live | null>>;
  /** Whether all of them are there: before, nothing should be printed. */
  readonly whole: boolean;
}

/** The lesson that a worksheet is made of. */
export const useSheet = part(() =>
  createStore<SheetState>(() => ({ lesson: null, failure: null, values: {}, whole: false })),
);

/** Has a lesson on the page of its data set, with all that its worksheet and its key say. */
export const openSheet =
  (asked: string): Verb<Promise<void>> =>
  async ({ of, store, around, act }) => {
    const sheet = of(useSheet);
    const read = await findLesson(asked);
    if (!('lesson' in read)) {
      const failure = 'problems' in read ? ({ is: 'damaged', problems: read.problems } as const) : read;
      return sheet.setState({ failure });
    }
    const { lesson } = read;
    const dataset = store.getState().start?.dataset;
    // Another data set is another start of the page.
    if (dataset?.id !== lesson.dataset)
      return window.location.replace(stepAddress(around.address(), { step: '', dataset: lesson.dataset }));
    sheet.setState({ lesson });
    await act(
      workOut(lesson, valuesIn, (name, live) =>
        sheet.setState(({ values }) => ({ values: { ...values, [name]: live } })),
      ),
    );
    sheet.setState({ whole: true });
  };
