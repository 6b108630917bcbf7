import { describe, expect, it } from 'vitest';
import type { Ask, Lesson, Scene, Step } from './lesson';
import { namesOf } from './prose';
import { namesIn, outcomesOf, restsOn } from './readLesson';
import { shippedLessons } from './testing/lessonFiles';
import { wordsIn } from './words';

const lessons = shippedLessons();

/** Names of values that steps and claims of a lesson speak of, and of all those that these rest on. */
function usedValues(lesson: Lesson): Set<string> {
  const used = new Set<string>();
  const use = (name: string) => {
    if (used.has(name)) return;
    used.add(name);
    restsOn(lesson.values[name]).forEach(use);
  };
  for (const step of lesson.steps) {
    const said = [...step.say, ...(step.after?.say ?? []), step.write ?? '', step.ask?.question ?? ''];
    said.flatMap(namesOf).forEach(use);
    if (step.ask) outcomesOf(step.ask).forEach(use);
    for (const { label, value } of step.check ?? []) [value, ...namesOf(label)].forEach(use);
  }
  for (const claim of lesson.claims) namesIn(claim).forEach(use);
  lesson.questions.flatMap(namesOf).forEach(use);
  return used;
}

/** Names of entries that a state, a value or a question for a word takes. */
const usedEntries = (lesson: Lesson): Set<string> =>
  new Set([
    ...Object.values(lesson.values).flatMap((value) =>
      'from' in value
        ? [...(value.from.log ?? []), ...(value.to.log ?? [])]
        : 'log' in value
          ? (value.log ?? [])
          : [],
    ),
    ...lesson.steps.flatMap(({ state, after, ask }) => [
      ...(state.log ?? []),
      ...(after?.state?.log ?? []),
      ...(ask?.kind === 'word' ? [ask.of] : []),
    ]),
  ]);

/** Values that the model's answer rests on. */
const decides = (ask: Ask): string[] =>
  ask.kind === 'choice'
    ? ask.options.flatMap(({ holds }) => namesIn(holds))
    : ask.kind === 'order'
      ? ask.items.map(({ value }) => value)
      : [ask.value];

/** Whether a value stands in the list, in what is said above it, or in the profile that a step shows of the same person on the same log. */
function isSeen({ values, person }: Lesson, { state, hide = [] }: Step, name: string): boolean {
  const value = values[name];
  if (state.view !== 'explore') return false;
  const sceneOf = (scene: Scene) =>
    JSON.stringify([scene.log ?? [], scene.person ?? person, scene.times ?? 1]);
  if (sceneOf(value as Scene) !== sceneOf(state)) return false;
  const ofList = value.is === 'shared-with' ? value.other === 'crowd' : ['rank', 'first'].includes(value.is);
  const inList = ofList && !hide.includes('list');
  const shown = !hide.includes('middle') && !hide.includes('profiles');
  return inList || (shown && value.is === 'number' && value.number.of === 'keyword');
}

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (_, lesson) => {
  it('has no value and no entry that nothing speaks of', () => {
    const used = usedValues(lesson);
    expect(Object.keys(lesson.values).filter((name) => !used.has(name))).toEqual([]);
    const entries = usedEntries(lesson);
    expect(Object.keys(lesson.entries).filter((name) => !entries.has(name))).toEqual([]);
  });

  it('has four to nine steps, asks before it shows, and ends with a question to be answered in words', () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(4);
    expect(lesson.steps.length).toBeLessThanOrEqual(9);
    expect(lesson.steps.filter(({ ask, check }) => ask || check).length).toBeGreaterThanOrEqual(3);
    expect(lesson.steps.at(-1)?.write).toBeTruthy();
  });

  it('claims three to six things', () => {
    expect(lesson.claims.length).toBeGreaterThanOrEqual(3);
    expect(lesson.claims.length).toBeLessThanOrEqual(6);
  });

  it('takes 5 to 15 minutes, and says what to read', () => {
    expect(lesson.minutes).toBeGreaterThanOrEqual(5);
    expect(lesson.minutes).toBeLessThanOrEqual(15);
    expect(lesson.read.length).toBeGreaterThan(0);
  });

  it('asks for a word of a review that has some', () => {
    for (const { ask } of lesson.steps)
      if (ask?.kind === 'word') expect(wordsIn(lesson.entries[ask.of]).length).toBeGreaterThan(1);
  });

  it('shows no answer before it is asked for', () => {
    const given = lesson.steps.filter((step) => {
      const said = step.say.flatMap(namesOf);
      return step.ask && decides(step.ask).every((name) => said.includes(name) || isSeen(lesson, step, name));
    });
    expect(given.map(({ id }) => id)).toEqual([]);
  });

  it('says of nothing that it is on the right or the left: on a phone and on paper it is elsewhere', () => {
    const said = lesson.steps.flatMap(({ say, after }) => [...say, ...(after?.say ?? [])]);
    expect(said.filter((text) => /\bon the (?:right|left)\b/i.test(text))).toEqual([]);
  });

  it('has no mark left in what it says', () => {
    const said = lesson.steps.flatMap(({ say, after }) => [...say, ...(after?.say ?? [])]);
    // A value within what matters would be shown as its name.
    expect(said.filter((text) => /\*[^*]*\{[^*]*\*/.test(text))).toEqual([]);
  });
});

it('uses every way to predict somewhere', () => {
  const kinds = new Set(lessons.flatMap(({ steps }) => steps.flatMap(({ ask }) => ask?.kind ?? [])));
  expect([...kinds].sort()).toEqual(['choice', 'number', 'order', 'point', 'word']);
});
