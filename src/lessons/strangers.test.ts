import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundleFolder } from '../../pretrain/bundle-log';
import { problemText } from '../views/shared/lessonWords';
import type { Lesson } from './lesson';
import { nearest } from './nearest';
import { holds, type Known } from './predicate';
import { readLesson } from './readLesson';
import { type Inhabitants, missingSets, setsOf, strangersIn } from './strangers';
import { lessonEngines } from './testing/lessonEngines';
import { shippedLessons } from './testing/lessonFiles';

const TEXT = readFileSync('docs/lesson-template.json', 'utf8');
const SHIPPED: string[] = JSON.parse(readFileSync('public/datasets/index.json', 'utf8')).datasets.map(
  ({ id }: { id: string }) => id,
);

const changed = (change: (json: ReturnType<typeof JSON.parse>) => void): Lesson => {
  const json = JSON.parse(TEXT);
  change(json);
  const read = readLesson(JSON.stringify(json));
  if ('problems' in read) throw new Error(read.problems.map(problemText).join('\n'));
  return read.lesson;
};

describe('what a lesson speaks of', () => {
  const known = new Map<string, Inhabitants>();
  const lessons = shippedLessons();
  beforeAll(async () => {
    for (const id of new Set(lessons.flatMap(setsOf))) {
      const { users, items, interactions } = await readBundleFolder(`public/datasets/${id}`);
      const counts = { interactions: interactions.user.length };
      known.set(id, { people: new Set(users.id), items: new Set(items.id), ...counts });
    }
  });
  const said = (lesson: Lesson) =>
    [...missingSets(lesson, SHIPPED), ...strangersIn(lesson, known)].map(problemText);

  it('is all there in the lessons that ship, and in the template', () => {
    for (const lesson of [...lessons, changed(() => {})]) expect(said(lesson), lesson.id).toEqual([]);
  });

  it.each<[string, Parameters<typeof changed>[0], string]>([
    [
      'a data set',
      (one) => {
        one.dataset = 'tea';
      },
      'Field dataset: there is no data set “tea” here; there is “teas”.',
    ],
    [
      'a data set of one step, like none',
      (one) => {
        one.steps[0] = { ...one.steps[0], dataset: 'chocolates', say: ['Look.'] };
      },
      'Step “everyone”, field steps[0].dataset: there is no data set “chocolates” here; there is “beers”, “books”, “films”, “instruments” and “teas”.',
    ],
    [
      'a person',
      (one) => {
        one.steps[1].state.person = 'Hogo';
      },
      'Step “predict”, field steps[1].state.person: there is no person “Hogo” here; there is “Hugo”.',
    ],
    [
      'an item of a step',
      (one) => {
        one.steps[1].after.state.item = 'Midnight Herron';
      },
      'Step “predict”, field steps[1].after.state.item: there is no item “Midnight Herron” here; there is “midnight-heron”.',
    ],
    [
      'an item of a review',
      (one) => {
        one.entries.smoke.item = 'midnight';
      },
      'Field entries.smoke.item: there is no item “midnight” here; there is “midnight-heron”',
    ],
    [
      'an item of a value',
      (one) => {
        one.values.before.item = 'zzz';
      },
      'Field values.before.item: there is no item “zzz” here.',
    ],
    [
      'a review of the data',
      (one) => {
        one.steps[0].state.at = 'b99999';
      },
      'Step “everyone”, field steps[0].state.at: there is no review “b99999” here; there is “b',
    ],
    [
      'a review of the lesson',
      (one) => {
        one.steps[0].state.at = 'smok';
      },
      'there is no review “smok” here; there is “smoke”.',
    ],
    [
      'whose number it is',
      (one) => {
        one.values['smoke-weight'].number.id = 'Amarra';
      },
      'Field values.smoke-weight.number.id: there is no person “Amarra” here; there is “Amara”',
    ],
  ])('is named where it is not there: %s', (_, change, words) => {
    const found = said(changed(change));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });

  it('is likened to names that are there, the likest first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.string({ minLength: 1 }), (names, name) => {
        const found = nearest(name, names);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const one of found) expect(names).toContain(one);
        expect(nearest(name, [...names, name])).toContain(name);
      }),
    );
    expect(nearest('cat', ['dog', 'cart', 'cats', 'elephant'])).toEqual(['cats', 'cart']);
  });
});

it('what the template claims is true of the model that ships', { timeout: 120_000 }, async () => {
  const lesson = changed(() => {});
  const values = await lessonEngines('learned')(lesson);
  expect([...values.values()].filter((value) => value instanceof Error)).toEqual([]);
  const known = Object.fromEntries(values) as Record<string, Known>;
  expect(lesson.claims.filter((claim) => holds(claim, known) !== true)).toEqual([]);
  const options = lesson.steps.flatMap(({ ask }) => (ask?.kind === 'choice' ? ask.options : []));
  expect(options.filter((option) => holds(option.holds, known)).map(({ text }) => text)).toEqual(['Down']);
});
