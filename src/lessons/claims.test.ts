import { describe, expect, it } from 'vitest';
import type { Claim, Lesson } from './lesson';
import { holds, type Known } from './predicate';
import { lessonEngines } from './testing/lessonEngines';
import { shippedLessons } from './testing/lessonFiles';

const lessons = shippedLessons();
const learned = lessonEngines('learned');
const shuffled = lessonEngines('shuffled');

type Values = ReadonlyMap<string, Known | Error>;

const knownOf = (values: Values): Record<string, Known> =>
  Object.fromEntries([...values].filter((entry): entry is [string, Known] => !(entry[1] instanceof Error)));

/** What is wrong with a claim: the sentence and the value. Null where it holds. */
function wrongWith({ says, left, is, right, by = 0 }: Claim, values: Values): string | null {
  if (holds({ left, is, right, by }, knownOf(values)) === true) return null;
  const told = (side: Claim['left']) =>
    typeof side === 'string' ? `${side} = ${values.get(side)}` : JSON.stringify(side);
  return `${says} (${told(left)} is not ${is} ${told(right)}${by ? ` + ${by}` : ''})`;
}

/** Values that could not be worked out, with the steps that speak of them. */
const lost = (lesson: Lesson, values: Values): string[] =>
  [...values].flatMap(([name, value]) => {
    if (!(value instanceof Error)) return [];
    const steps = lesson.steps.filter((step) => JSON.stringify(step).includes(name)).map(({ id }) => id);
    return [`${name}: ${value.message} (steps: ${steps.join(', ') || 'none'})`];
  });

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (_, lesson) => {
  it('claims what is true of the model that ships', { timeout: 120_000 }, async () => {
    const values = await learned(lesson);
    if (process.env.SHOW) console.info(lesson.id, values);
    const wrong = lesson.claims.flatMap((claim) => wrongWith(claim, values) ?? []);
    expect([...lost(lesson, values), ...wrong]).toEqual([]);
  });

  it('claims something that a model with shuffled weights does not do', { timeout: 120_000 }, async () => {
    const values = await shuffled(lesson);
    const failing = lesson.claims.filter((claim) => wrongWith(claim, values));
    if (process.env.SHOW)
      console.info(
        `${lesson.id}: shuffled, these hold:`,
        lesson.claims.filter((claim) => !wrongWith(claim, values)).map(({ says }) => says),
      );
    expect(failing.length).toBeGreaterThan(0);
  });
});

it('claims, in all, mostly what shuffled weights do not do', { timeout: 120_000 }, async () => {
  let [failing, all] = [0, 0];
  for (const lesson of lessons) {
    const values = await shuffled(lesson);
    all += lesson.claims.length;
    failing += lesson.claims.filter((claim) => wrongWith(claim, values)).length;
  }
  expect(failing / all).toBeGreaterThanOrEqual(2 / 3);
});
