import type * as z from 'zod/mini';
import { NUMBERS } from '../engine/openedNumber';
import { readEntry } from '../engine/simulatedLog';
import { wrongFields } from './fieldWords';
import {
  type Ask,
  LESSON_VERSION,
  type Lesson,
  type LiveValue,
  lessonSchema,
  type Predicate,
} from './lesson';
import { namesOf } from './prose';

/** What is wrong with a lesson, and where. */
export type LessonProblem =
  | { readonly is: 'not-json'; readonly says: string }
  /** Written for another version of the page. */
  | { readonly is: 'version'; readonly version: unknown }
  /** A field that is not what it has to be; `step` is the id of the step in which it stands, if any. */
  | { readonly is: 'field'; readonly step: string | null; readonly field: string; readonly says: string }
  /** A name that stands for nothing: of an entry, a value. */
  | {
      readonly is: 'unknown';
      readonly what: 'entry' | 'value';
      readonly step: string | null;
      readonly field: string;
      readonly name: string;
    }
  | { readonly is: 'twice'; readonly step: string }
  /** A value that rests on itself. */
  | { readonly is: 'circle'; readonly name: string }
  /** What is not on this page or not in its data set; `near` are the names that may have been meant. */
  | {
      readonly is: 'not-here';
      readonly what: 'data set' | 'person' | 'item' | 'review';
      readonly step: string | null;
      readonly field: string;
      readonly name: string;
      readonly near: readonly string[];
    }
  /** A value of another data set than that of the step that speaks of it, or than those it is made of. */
  | { readonly is: 'elsewhere'; readonly step: string | null; readonly field: string; readonly name: string };

export type ReadLesson =
  /** `version` where it is written for another one, and holds nothing that this one does not know. */
  | { readonly lesson: Lesson; readonly version?: number }
  | { readonly problems: readonly [LessonProblem, ...LessonProblem[]] };

/** `steps[2].ask.options`, as it stands in the file. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (all, part) =>
      typeof part === 'number' ? `${all}[${part}]` : all ? `${all}.${String(part)}` : String(part),
    '',
  );

/** Reads a lesson from the text of a file, or says all that is wrong with it, by step and field. */
export function readLesson(file: string): ReadLesson {
  let json: unknown;
  try {
    json = JSON.parse(file);
  } catch (error) {
    return { problems: [{ is: 'not-json', says: (error as Error).message }] };
  }
  const version = (json as { lessonVersion?: unknown } | null)?.lessonVersion;
  const isOther = typeof version === 'number' && version !== LESSON_VERSION;
  const parsed = lessonSchema.safeParse(
    isOther ? { ...(json as object), lessonVersion: LESSON_VERSION } : json,
  );
  const problems = parsed.success ? problemsIn(parsed.data) : fieldProblems(parsed.error, json);
  const [first, ...more] = problems;
  // What another version means by a field is not known here: that it is another one says it all.
  if (first) return { problems: isOther ? [{ is: 'version', version }] : [first, ...more] };
  return { lesson: parsed.data as Lesson, ...(isOther && { version }) };
}

const idOfStep = (json: unknown, path: readonly PropertyKey[]): string | null => {
  if (path[0] !== 'steps' || typeof path[1] !== 'number') return null;
  const id = (json as { steps: { id?: unknown }[] }).steps[path[1]]?.id;
  return typeof id === 'string' ? id : `${path[1] + 1}`;
};

const fieldProblems = (error: z.core.$ZodError, json: unknown): LessonProblem[] =>
  wrongFields(error.issues, json).map(({ path, says }) => ({
    is: 'field',
    step: idOfStep(json, path),
    field: fieldOf(path),
    says,
  }));

/** Names that stand for nothing, entries that are none. */
function problemsIn(lesson: Lesson): LessonProblem[] {
  const problems: LessonProblem[] = [];
  const entries = new Set(Object.keys(lesson.entries));
  const values = new Set(Object.keys(lesson.values));
  const known =
    (what: 'entry' | 'value', step: string | null) =>
    (field: string, names: readonly string[] = []) => {
      for (const name of names)
        if (!(what === 'entry' ? entries : values).has(name))
          problems.push({ is: 'unknown', what, step, field, name });
    };

  for (const [name, entry] of Object.entries(lesson.entries)) {
    if (!('edit' in entry)) continue;
    const read = readEntry(entry);
    if ('wrong' in read)
      problems.push({
        is: 'field',
        step: null,
        field: `entries.${name}.${read.wrong.field}`,
        says: read.wrong.what.is,
      });
  }
  const entryOf = known('entry', null);
  const valuesAt = known('value', null);
  for (const [name, value] of Object.entries(lesson.values)) {
    for (const log of logsOf(value)) entryOf(`values.${name}.log`, log);
    valuesAt(`values.${name}`, restsOn(value));
    if (value.is === 'number' && !(String(value.number.of) in NUMBERS))
      problems.push({
        is: 'field',
        step: null,
        field: `values.${name}.number.of`,
        says: String(value.number.of),
      });
  }
  for (const name of circles(lesson.values)) problems.push({ is: 'circle', name });
  // Which data set a value is of is clear once all that it is made of is there.
  const settled = problems.length === 0;
  const elsewhere = (dataset: string, step: string | null, field: string, names: readonly string[]) => {
    for (const name of settled ? names : [])
      if (values.has(name) && datasetOf(lesson, name) !== dataset)
        problems.push({ is: 'elsewhere', step, field, name });
  };
  for (const [name, value] of Object.entries(settled ? lesson.values : {}))
    elsewhere(datasetOf(lesson, name), null, `values.${name}`, restsOn(value));

  lesson.claims.forEach((claim, k) => {
    valuesAt(`claims[${k}]`, namesIn(claim));
  });

  const ids = new Set<string>();
  lesson.steps.forEach((step, k) => {
    if (ids.has(step.id)) problems.push({ is: 'twice', step: step.id });
    ids.add(step.id);
    const here = `steps[${k}]`;
    const entryHere = known('entry', step.id);
    const isThere = known('value', step.id);
    const valueHere = (field: string, names: readonly string[] = []) => {
      isThere(field, names);
      elsewhere(step.dataset ?? lesson.dataset, step.id, field, names);
    };
    entryHere(`${here}.state.log`, step.state.log);
    entryHere(`${here}.after.state.log`, step.after?.state?.log);
    valueHere(`${here}.say`, step.say.flatMap(namesOf));
    valueHere(`${here}.after.say`, step.after?.say.flatMap(namesOf));
    valueHere(
      `${here}.check`,
      step.check?.flatMap(({ value, label }) => [value, ...namesOf(label)]),
    );
    valueHere(`${here}.write`, namesOf(step.write ?? ''));
    if (!step.ask) return;
    valueHere(`${here}.ask`, [...namesOf(step.ask.question), ...outcomesOf(step.ask)]);
    if (step.ask.kind === 'word') entryHere(`${here}.ask.of`, [step.ask.of]);
  });
  valuesAt('questions', lesson.questions.flatMap(namesOf));
  return problems;
}

/** Names of the values in a predicate. */
export const namesIn = ({ left, right }: Predicate): string[] =>
  [left, right].filter((side) => typeof side === 'string');

/** Values that an answer is held against. */
export function outcomesOf(ask: Ask): string[] {
  switch (ask.kind) {
    case 'choice':
      return ask.options.flatMap(({ text, holds }) => [...namesOf(text), ...namesIn(holds)]);
    case 'order':
      return ask.items.flatMap(({ text, value }) => [...namesOf(text), value]);
    default:
      return [ask.value];
  }
}

/** Logs that a value is asked of. */
const logsOf = (value: LiveValue): (readonly string[])[] => {
  if ('from' in value) return [value.from.log ?? [], value.to.log ?? []];
  return 'log' in value && value.log ? [value.log] : [];
};

/** Other values that a value is made of. */
export function restsOn(value: LiveValue): string[] {
  if (value.is === 'sum') return value.of.map((one) => one.value);
  if (value.is === 'product') return value.of;
  if (value.is !== 'number') return [];
  return Object.values(value.number).flatMap((field) => (typeof field === 'object' ? [field.value] : []));
}

/** Of which data set a value is asked. Only for values of which none rests on itself. */
export function datasetOf(lesson: Pick<Lesson, 'values' | 'dataset'>, name: string): string {
  const value = lesson.values[name];
  const [part] = restsOn(value);
  if ('dataset' in value && value.dataset) return value.dataset;
  return part ? datasetOf(lesson, part) : lesson.dataset;
}

/** Values that rest on themselves, however long the way. */
function circles(values: Lesson['values']): string[] {
  const reached = (from: string, seen: ReadonlySet<string>): boolean =>
    restsOn(values[from] ?? { is: 'sum', of: [] }).some(
      (name) => seen.has(name) || reached(name, new Set([...seen, name])),
    );
  return Object.keys(values).filter((name) => reached(name, new Set([name])));
}
