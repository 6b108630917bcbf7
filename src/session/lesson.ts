import { isSuperseded } from '../engine/engineError';
import type { DatasetInfo } from '../engine/start';
import type { Lesson, Step, StepState } from '../lessons/lesson';
import { type Live, liveValues } from '../lessons/live';
import type { Guess } from '../lessons/outcome';
import { namesOf } from '../lessons/prose';
import { outcomesOf } from '../lessons/readLesson';
import { type Answer, emptyRecord, type LessonRecord, withAnswer } from '../lessons/record';
import { logOf, timesOf } from '../lessons/scene';
import { datasetOf } from './address';
import { type AskedLesson, otherLessonAddress, stepAddress } from './lessonAddress';
import { hourOf } from './lessonHour';
import { forgetRecords, keepRecord, keptAsOf, keptRecord } from './lessonRecords';
import { findLesson, sourceOf } from './lessonSource';
import { answerOf, isRevealed, type LessonRemark, stateOf, stepOf, useLesson } from './lessonState';
import { openNumberAt } from './number';
import { key, type Session, type Verb } from './session';
import { setPanel } from './verbs';

/** Whether a lesson was written for the model of a data set; of another data set nothing is known here. */
const isOf = (lesson: Lesson, dataset: DatasetInfo | undefined): boolean =>
  dataset?.id !== lesson.dataset || dataset.modelHash.startsWith(lesson.model);

/**
 * Opens the lesson of an address once the data set is known, or is known to be missing: then there is still the way through it.
 * @param goesOn whether the address says where somebody was, after a free turn: that stays
 */
export const openLesson =
  (asked: AskedLesson, goesOn: boolean): Verb<Promise<void>> =>
  async (session) => {
    const { store, of, act } = session;
    const read = await findLesson(asked.id);
    if (!('lesson' in read)) {
      const failure = 'problems' in read ? ({ is: 'damaged', problems: read.problems } as const) : read;
      of(useLesson).setState({ failure });
      return;
    }
    const { lesson } = read;
    const dataset = store.getState().start?.dataset;
    const model = dataset?.modelHash.slice(0, 12) ?? '';
    const source = sourceOf(asked.id);
    const keptAs = keptAsOf(source, lesson.id, asked.name);
    const kept = keptRecord(keptAs);
    // Where it began with a data set that was not here, the model is only known now.
    const record = kept ? { ...kept, model: kept.model || model } : emptyRecord(lesson.id, asked.name, model);
    const step = asked.step || record.step;
    const found = lesson.steps.findIndex(({ id }) => id === step);
    const at = Math.max(0, found);
    const remarks: LessonRemark[] = [
      ...(source.is === 'here' ? [] : [source]),
      ...(read.version === undefined ? [] : [{ is: 'version', version: read.version } as const]),
      ...(isOf(lesson, dataset) ? [] : [{ is: 'model', model: lesson.model } as const]),
      ...(step && found < 0 ? [{ is: 'no-step', step } as const] : []),
    ];
    of(useLesson).setState({ lesson, at, record, keptAs, remarks });
    act(enter(at, !goesOn));
  };

/** Values that a step speaks of. */
export function valuesIn(step: Step): string[] {
  const said = [...step.say, ...(step.after?.say ?? []), ...(step.check?.map(({ label }) => label) ?? [])];
  return [
    ...said.flatMap(namesOf),
    ...(step.check?.map(({ value }) => value) ?? []),
    ...namesOf(step.write ?? ''),
    ...(step.ask ? [...namesOf(step.ask.question), ...outcomesOf(step.ask)] : []),
  ];
}

/** What a session has of a lesson beside its state. */
const working = key<WeakMap<Lesson, ReturnType<typeof liveValues>>>(() => new WeakMap());

/** How often a value is asked for anew where a question of the page itself took over. */
const MOST_TRIES = 5;

/** Asks again where the page asked something else meanwhile: of experiments one at a time is under way. */
async function insisting<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await ask();
    } catch (error) {
      if (!isSuperseded(error) || tries === MOST_TRIES) throw error;
    }
}

/** Works out the values of a step that are not known yet. */
const work =
  (step: Step): Verb<Promise<void>> =>
  async (session) => {
    const { lesson } = stateOf(session);
    const dataset = session.store.getState().start?.dataset;
    if (!lesson || !dataset) return;
    const workers = session.of(working);
    const liveOf = workers.get(lesson) ?? liveValues(session.engine, lesson, dataset.aspects.length);
    workers.set(lesson, liveOf);
    for (const name of new Set(valuesIn(step))) {
      const live = await insisting(() => liveOf(name)).catch(() => null);
      session.of(useLesson).setState(({ values }) => ({ values: { ...values, [name]: live } }));
    }
  };

/** Puts the page into a state of the lesson. */
const show =
  (state: StepState): Verb =>
  (session) => {
    const { lesson } = stateOf(session);
    const { dataset } = session.store.getState().start ?? {};
    if (!lesson || !dataset) return;
    const { view, person = lesson.person, item = null, at = null, settings = {}, log = [], panel } = state;
    session.dispatch({
      type: 'opened',
      link: {
        screen: view,
        person,
        item,
        at,
        axes: 'items',
        settings,
        numbers: [],
        log: logOf(lesson, log, dataset.aspects.length),
        times: timesOf(state),
        model: null,
      },
    });
    if (panel) session.act(setPanel(panel));
  };

/** The state of the page that a step asks for now. */
const wanted = (session: Session, step: Step): StepState => {
  const revealed = isRevealed(step, answerOf(stateOf(session), step));
  return (revealed && step.after?.state) || step.state;
};

const keep =
  (record: LessonRecord): Verb =>
  ({ of }) =>
    of(useLesson).setState(({ keptAs }) => ({ record, kept: keepRecord(record, keptAs) }));

/** @param set whether the page is put into the state of the step */
const enter =
  (at: number, set: boolean): Verb =>
  (session) => {
    const { lesson, record } = stateOf(session);
    const step = lesson?.steps[at];
    if (!lesson || !step) return;
    const { around, store, act, of } = session;
    const dataset = step.dataset ?? lesson.dataset;
    const address = stepAddress(around.address(), { step: step.id, dataset });
    act(keep({ ...record, step: step.id }));
    // Another data set is another start of the page; what was answered stands on the device. One that is missing is not tried for ever.
    const here = store.getState().start?.dataset.id ?? datasetOf(new URL(around.address()));
    if (here !== dataset) return window.location.assign(address);
    of(useLesson).setState({ at });
    if (set) {
      around.setAddress(address);
      act(show(wanted(session, step)));
      around.scrollToTop();
    }
    void act(work(step));
  };

/** Goes to a step, by its place. A remark that the link named none has had its time. */
const goToStep =
  (at: number): Verb =>
  ({ of, act }) => {
    of(useLesson).setState(({ remarks }) => ({ remarks: remarks.filter(({ is }) => is !== 'no-step') }));
    act(enter(at, true));
  };

/** Goes to the next lesson of the hour, if there is one. */
export const nextLesson: Verb = (session) => {
  const { next } = hourOf(session);
  if (next) window.location.assign(otherLessonAddress(session.around.address(), next));
};

/** Goes so many steps on, or back; from the last one to the next lesson of the hour, if there is one. */
export const stepBy =
  (by: number): Verb =>
  (session) => {
    const { lesson, at } = stateOf(session);
    const next = at + by;
    if (next === lesson?.steps.length) return session.act(nextLesson);
    if (lesson && next >= 0 && next < lesson.steps.length) session.act(goToStep(next));
  };

/** Brings the page back into the state of the step, whatever somebody tried. */
export const backToStep: Verb = (session) => {
  const step = stepOf(stateOf(session));
  if (!step) return;
  session.act(show(wanted(session, step)));
  session.around.scrollToTop();
};

const answer =
  (more: Answer): Verb =>
  (session) => {
    const state = stateOf(session);
    const step = stepOf(state);
    if (step) session.act(keep(withAnswer(state.record, step.id, more)));
  };

/** Commits a prediction: from now on the page shows what the model says. */
export const commitGuess =
  (guess: Guess): Verb =>
  (session) => {
    session.act(answer({ guess }));
    const step = stepOf(stateOf(session));
    if (step?.after?.state) session.act(show(step.after.state));
  };

export const typeNumber =
  (place: number, text: string): Verb =>
  (session) => {
    const state = stateOf(session);
    const step = stepOf(state);
    if (!step) return;
    const typed = [...(answerOf(state, step).typed ?? [])];
    typed[place] = text;
    session.act(answer({ typed: Array.from(typed, (one) => one ?? '') }));
  };

export const writeWords = (written: string): Verb => answer({ written });

/** Writes down whose record this is. */
export const nameRecord =
  (name: string): Verb =>
  (session) =>
    session.act(keep({ ...stateOf(session).record, name }));

/** The link of the lesson from its beginning, with the name. */
export const lessonLink: Verb<string> = (session) => {
  const { record } = stateOf(session);
  const url = new URL(stepAddress(session.around.address(), { step: '' }));
  url.searchParams.delete('step');
  if (record.name) url.searchParams.set('name', record.name);
  return url.href;
};

/** Forgets what was answered on this device, and begins the lesson anew: whoever comes next is somebody else. */
export const startLessonAfresh: Verb = (session) => {
  const { lesson, record, keptAs } = stateOf(session);
  if (!lesson) return;
  forgetRecords(keptAs.name);
  session.of(useLesson).setState({ record: emptyRecord(lesson.id, '', record.model) });
  session.act(goToStep(0));
};

/** Opens a live value on the log that it was worked out on. */
export const openLive =
  ({ open }: Pick<Live, 'open'>): Verb =>
  ({ act }) => {
    if (open) act(openNumberAt(open.ref, open.place));
  };
