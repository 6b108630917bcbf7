import type { Lesson, Step } from '../lessons/lesson';
import { type Live, liveValues } from '../lessons/live';
import type { Verb } from './session';

/**
 * Works values of a lesson out, those of its steps that are about one data set after those about another: by the engine of
 * the page where that has the data set, else by one of its own.
 * @param namesIn the values that are wanted of a step
 * @param known told of each; null where it cannot be had
 */
export const workOut =
  (
    lesson: Lesson,
    namesIn: (step: Step) => readonly string[],
    known: (name: string, live: Live | null) => void,
  ): Verb<Promise<void>> =>
  async ({ act }) => {
    const datasetOf = (step: Step): string => step.dataset ?? lesson.dataset;
    for (const dataset of new Set(lesson.steps.map(datasetOf))) {
      const steps = lesson.steps.filter((step) => datasetOf(step) === dataset);
      const names = new Set(steps.flatMap(namesIn));
      if (names.size > 0) await act(on(lesson, dataset, names, known));
    }
  };

const on =
  (
    lesson: Lesson,
    dataset: string,
    names: ReadonlySet<string>,
    known: (name: string, live: Live | null) => void,
  ): Verb<Promise<void>> =>
  async ({ store, engine, another, around }) => {
    const here = store.getState().start;
    const own = here?.dataset.id === dataset ? null : another();
    try {
      const bundleUrl = new URL(`../${dataset}/`, around.bundleUrl).href;
      const start = own ? await own.start({ bundleUrl, backend: 'wasm' }, () => {}) : here;
      if (!start) return;
      await own?.replay(() => {});
      const liveOf = liveValues(own ?? engine, lesson, start.dataset.aspects.length);
      for (const name of names) known(name, await liveOf(name).catch(() => null));
    } catch {
      // What the model says stays unknown; all else stands.
    } finally {
      own?.dispose();
    }
  };
