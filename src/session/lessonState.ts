import { createStore } from 'zustand';
import type { Lesson, Step } from '../lessons/lesson';
import type { Live } from '../lessons/live';
import type { Known } from '../lessons/predicate';
import { type Answer, emptyRecord, type LessonRecord } from '../lessons/record';
import type { KeptAs } from './lessonRecords';
import type { LessonNotRead, LessonSource } from './lessonSource';
import { part } from './part';
import type { Session } from './session';

/** What is to be said of a lesson that is not wholly at home on this page. */
export type LessonRemark =
  | Exclude<LessonSource, { readonly is: 'here' }>
  /** Written for another version of the page, and read all the same. */
  | { readonly is: 'version'; readonly version: number }
  /** Written for another model. */
  | { readonly is: 'model'; readonly model: string }
  /** The address names a step that is not there. */
  | { readonly is: 'no-step'; readonly step: string };

export interface LessonState {
  readonly lesson: Lesson | null;
  /** Why there is none. */
  readonly failure: LessonNotRead | null;
  /** Place of the step, from 0. */
  readonly at: number;
  readonly record: LessonRecord;
  /** Whether this device keeps it, and as what. */
  readonly kept: boolean;
  readonly keptAs: KeptAs;
  /** What to know before one begins. */
  readonly remarks: readonly LessonRemark[];
  /** Live values that have been worked out; those that could not be are null. */
  readonly values: Readonly<Record<string, Live | null>>;
}

const NOTHING: LessonState = {
  lesson: null,
  failure: null,
  at: 0,
  record: emptyRecord('', '', ''),
  kept: true,
  keptAs: { place: '', name: '' },
  remarks: [],
  values: {},
};

/** The lesson that is on, what was answered in it, and its live values. */
export const useLesson = part(() => createStore<LessonState>(() => NOTHING));

/** What a session knows of its lesson. */
export const stateOf = ({ of }: Session): LessonState => of(useLesson).getState();

export const stepOf = ({ lesson, at }: Pick<LessonState, 'lesson' | 'at'>): Step | null =>
  lesson?.steps[at] ?? null;

export const answerOf = ({ record }: Pick<LessonState, 'record'>, { id }: Pick<Step, 'id'>): Answer =>
  record.answers[id] ?? {};

/** Whether what comes after the prediction is to be seen: once it is made, or where none is asked. */
export const isRevealed = (step: Step, answer: Answer): boolean => !step.ask || answer.guess !== undefined;

/** Values as predicates take them. */
export const knownOf = ({
  values,
}: Pick<LessonState, 'values'>): Readonly<Record<string, Known | undefined>> =>
  Object.fromEntries(Object.entries(values).map(([name, live]) => [name, live?.value]));
