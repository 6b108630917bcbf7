import type { Lesson, LiveValue, Scene, StepState } from './lesson';
import { nearest } from './nearest';
import { datasetOf, type LessonProblem } from './readLesson';

/** What a data set has, by id. */
export interface Inhabitants {
  readonly people: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  /** How many interactions; theirs are b0, b1, … */
  readonly interactions: number;
}

type What = 'person' | 'item' | 'review';

/** A name that has to be one of a data set. */
interface Mention {
  readonly dataset: string;
  readonly what: What;
  readonly step: string | null;
  readonly field: string;
  readonly name: string;
}

/** All data sets that a lesson asks for, each where it does. */
function datasetsIn({ dataset, values, steps }: Lesson): Omit<Mention, 'dataset' | 'what'>[] {
  return [
    { step: null, field: 'dataset', name: dataset },
    ...Object.entries(values).flatMap(([name, value]) =>
      'dataset' in value && value.dataset
        ? [{ step: null, field: `values.${name}.dataset`, name: value.dataset }]
        : [],
    ),
    ...steps.flatMap(({ id, dataset }, k) =>
      dataset ? [{ step: id, field: `steps[${k}].dataset`, name: dataset }] : [],
    ),
  ];
}

/** Ids of all data sets that a lesson asks for. */
export const setsOf = (lesson: Lesson): string[] => [...new Set(datasetsIn(lesson).map(({ name }) => name))];

/**
 * Data sets that a lesson asks for and that are not here.
 * @param here ids of those that are
 */
export const missingSets = (lesson: Lesson, here: readonly string[]): LessonProblem[] =>
  datasetsIn(lesson)
    .filter(({ name }) => !here.includes(name))
    .map(({ step, field, name }) => ({
      is: 'not-here',
      what: 'data set',
      step,
      field,
      name,
      near: nearest(name, here).length > 0 ? nearest(name, here) : [...here],
    }));

/** Names of people, items and reviews in a lesson, each with the data set that has to have it. */
function mentionsIn(lesson: Lesson): Mention[] {
  const found: Mention[] = [];
  const at = (dataset: string, step: string | null, base: string) => (what: What) => {
    return (field: string, name: unknown) => {
      if (typeof name === 'string') found.push({ dataset, what, step, field: `${base}.${field}`, name });
    };
  };
  const users = new Map<string, Set<string>>();
  const uses = (dataset: string, names: readonly string[] = []) => {
    for (const name of names) users.set(name, (users.get(name) ?? new Set()).add(dataset));
  };

  found.push({
    dataset: lesson.dataset,
    what: 'person',
    step: null,
    field: 'person',
    name: lesson.person,
  });
  lesson.steps.forEach(({ id, dataset = lesson.dataset, state, after }, k) => {
    const states: [StepState | undefined, string][] = [
      [state, `steps[${k}].state`],
      [after?.state, `steps[${k}].after.state`],
    ];
    for (const [one, base] of states) {
      if (!one) continue;
      const of = at(dataset, id, base);
      uses(dataset, one.log);
      of('person')('person', one.person);
      of('item')('item', one.item);
      of('review')('at', one.at);
      of('review')('settings.interaction', one.settings?.interaction);
      of('review')('settings.picked', one.settings?.picked);
    }
  });
  for (const [name, value] of Object.entries(lesson.values)) {
    const dataset = datasetOf(lesson, name);
    const of = at(dataset, null, `values.${name}`);
    const inScene = (scene: Scene, base: string) => {
      uses(dataset, scene.log);
      of('person')(`${base}person`, scene.person);
      of('review')(`${base}at`, scene.at);
    };
    if ('from' in value) {
      inScene(value.from, 'from.');
      inScene(value.to, 'to.');
    } else if ('log' in value || 'person' in value || 'at' in value) inScene(value as Scene, '');
    if ('item' in value) of('item')('item', value.item);
    if ('key' in value) of('review')('key', value.key);
    if (value.is === 'number') inNumber(value, of);
  }
  for (const [name, entry] of Object.entries(lesson.entries))
    for (const dataset of users.get(name) ?? [lesson.dataset]) {
      const of = at(dataset, null, `entries.${name}`);
      of('person')('person', entry.person);
      if ('edit' in entry) of('review')('key', entry.key);
      else of('item')('item', entry.item);
    }
  return found;
}

type At = (what: What) => (field: string, name: unknown) => void;

function inNumber({ number }: Extract<LiveValue, { is: 'number' }>, of: At): void {
  of('person')('number.person', number.person);
  of('item')('number.item', number.item);
  of('review')('number.key', number.key);
  if (number.side === 'user') of('person')('number.id', number.id);
  if (number.side === 'item') of('item')('number.id', number.id);
}

/** Somebody who is made on the page. */
const isNew = (name: string): boolean => /^new-[1-9]\d*$/.test(name);

/**
 * People, items and reviews that a lesson speaks of and that its data sets do not have.
 * @param known what a data set has; data sets that are not among them are not looked into
 */
export function strangersIn(lesson: Lesson, known: ReadonlyMap<string, Inhabitants>): LessonProblem[] {
  const entries = Object.keys(lesson.entries);
  return mentionsIn(lesson).flatMap(({ dataset, what, step, field, name }): LessonProblem[] => {
    const has = known.get(dataset);
    if (!has) return [];
    const row = /^b(\d+)$/.exec(name);
    const isThere = {
      person: isNew(name) || has.people.has(name),
      item: has.items.has(name),
      review: entries.includes(name) || (row !== null && Number(row[1]) < has.interactions),
    };
    if (isThere[what]) return [];
    const near = {
      person: () => nearest(name, has.people),
      item: () => nearest(name, has.items),
      review: () => (row ? [`b${has.interactions - 1}`] : nearest(name, entries)),
    };
    return [{ is: 'not-here', what, step, field, name, near: near[what]() }];
  });
}
