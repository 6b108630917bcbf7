import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lesson } from './lesson';
import { datasetOf, readLesson } from './readLesson';
import { goodLesson } from './testing/goodLesson';

type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

/** What is said of a good lesson that something was done to. */
function problemsAfter(damage: (lesson: Mutable<Lesson>) => void) {
  const lesson = goodLesson() as Mutable<Lesson>;
  damage(lesson);
  const read = readLesson(JSON.stringify(lesson));
  return 'problems' in read ? read.problems : [];
}

describe('a lesson', () => {
  it('is read as it was written', () => {
    expect(readLesson(JSON.stringify(goodLesson()))).toEqual({ lesson: goodLesson() });
  });

  it('that is no JSON is called so', () => {
    expect(readLesson('{"lessonVersion": 1,')).toMatchObject({ problems: [{ is: 'not-json' }] });
  });

  it('of another version of the format is called so, and nothing else is said of it', () => {
    expect(readLesson('{"lessonVersion": 2, "steps": 7}')).toEqual({
      problems: [{ is: 'version', version: 2 }],
    });
  });

  it('that is something else altogether names the fields', () => {
    for (const file of ['null', '7', '[]', '{}']) {
      const read = readLesson(file);
      expect('problems' in read && read.problems[0]).toMatchObject({ is: 'field', step: null });
    }
  });

  it('names step and field of what is not as the format asks', () => {
    expect(
      problemsAfter((lesson) => {
        lesson.steps[1].say = [];
      }),
    ).toMatchObject([{ is: 'field', step: 'two', field: 'steps[1].say' }]);
    expect(
      problemsAfter((lesson) => {
        lesson.steps[0].light = 'moon' as 'list';
      }),
    ).toMatchObject([{ is: 'field', step: 'one', field: 'steps[0].light' }]);
    expect(
      problemsAfter((lesson) => {
        Object.assign(lesson.steps[2], { extra: 1 });
      }),
    ).toMatchObject([{ is: 'field', step: 'three' }]);
  });

  it('names a step without an id by its place', () => {
    expect(
      problemsAfter((lesson) => {
        delete (lesson.steps[1] as { id?: string }).id;
      }),
    ).toMatchObject([{ is: 'field', step: '2', field: 'steps[1].id' }]);
  });

  it('names values and entries that are not there, wherever they are spoken of', () => {
    const unknown = (damage: Parameters<typeof problemsAfter>[0]) =>
      problemsAfter(damage).map((problem) => ('field' in problem ? [problem.is, problem.field] : problem));
    const value = (field: string) => [['unknown', field]];
    expect(unknown((l) => l.steps[0].say.push('{gone}'))).toEqual(value('steps[0].say'));
    expect(unknown((l) => l.steps[0].after?.say.push('{gone}'))).toEqual(value('steps[0].after.say'));
    expect(unknown((l) => l.steps[0].check?.push({ label: '{gone}', value: 'gate' }))).toEqual(
      value('steps[0].check'),
    );
    expect(unknown((l) => Object.assign(l.steps[1], { write: '{gone}' }))).toEqual(value('steps[1].write'));
    expect(unknown((l) => Object.assign(l.steps[1].ask ?? {}, { value: 'gone' }))).toEqual(
      value('steps[1].ask'),
    );
    expect(unknown((l) => Object.assign(l.steps[1].ask ?? {}, { of: 'lost' }))).toEqual(
      value('steps[1].ask.of'),
    );
    expect(unknown((l) => Object.assign(l.steps[1].state, { log: ['lost'] }))).toEqual(
      value('steps[1].state.log'),
    );
    expect(unknown((l) => Object.assign(l.values.after, { log: ['lost'] }))).toEqual(
      value('values.after.log'),
    );
    expect(unknown((l) => Object.assign(l.claims[0], { left: 'gone' }))).toEqual(value('claims[0]'));
    expect(unknown((l) => Object.assign(l.questions, { 0: '{gone}' }))).toEqual(value('questions'));
  });

  it('tells an edit that is none, and a number that nobody knows', () => {
    expect(
      problemsAfter((lesson) => {
        lesson.entries.gone = { edit: 'delete' };
      }),
    ).toMatchObject([{ is: 'field', field: 'entries.gone.key' }]);
    expect(
      problemsAfter((lesson) => {
        lesson.values.gate = { is: 'number', number: { of: 'mystery' } };
      }),
    ).toMatchObject([{ is: 'field', field: 'values.gate.number.of', says: 'mystery' }]);
  });

  it('has each step once', () => {
    expect(
      problemsAfter((lesson) => {
        lesson.steps[1].id = 'one';
      }),
    ).toEqual([{ is: 'twice', step: 'one' }]);
  });

  it('has no value that rests on itself, however long the way', () => {
    expect(
      problemsAfter((lesson) => {
        lesson.values.mover = { is: 'sum', of: [{ value: 'fall' }] };
        lesson.values.fall = { is: 'product', of: ['mover', 'before'] };
      }),
    ).toEqual(
      expect.arrayContaining([
        { is: 'circle', name: 'mover' },
        { is: 'circle', name: 'fall' },
      ]),
    );
  });

  it('speaks of a value only in steps on its data set', () => {
    expect(problemsAfter((lesson) => lesson.steps[1].say.push('{elsewhere}'))).toEqual([
      { is: 'elsewhere', step: 'two', field: 'steps[1].say', name: 'elsewhere' },
    ]);
    expect(problemsAfter((lesson) => lesson.steps[2].say.push('{fall}'))).toEqual([
      { is: 'elsewhere', step: 'three', field: 'steps[2].say', name: 'fall' },
    ]);
  });

  it('adds up values of one data set only', () => {
    expect(
      problemsAfter((lesson) => {
        lesson.values.mixed = { is: 'product', of: ['fall', 'elsewhere'] };
      }),
    ).toEqual([{ is: 'elsewhere', step: null, field: 'values.mixed', name: 'elsewhere' }]);
    const lesson = goodLesson();
    expect(['fall', 'square', 'gate', 'elsewhere'].map((name) => datasetOf(lesson, name))).toEqual([
      'teas',
      'teas',
      'teas',
      'books',
    ]);
  });

  it('is never thrown at: whatever is damaged, it is read or its problems are told', () => {
    const file = JSON.stringify(goodLesson());
    const cut = fc.tuple(fc.nat(file.length), fc.nat(40), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const read = readLesson(file.slice(0, at) + put + file.slice(at + length));
        expect('lesson' in read || read.problems.length > 0).toBe(true);
      }),
    );
  });

  it('is never thrown at: whatever stands in place of one of its parts', () => {
    const paths: (readonly (string | number)[])[] = [];
    const walk = (part: unknown, path: readonly (string | number)[]) => {
      paths.push(path);
      if (Array.isArray(part)) part.forEach((one, k) => void walk(one, [...path, k]));
      else if (part && typeof part === 'object')
        for (const [name, one] of Object.entries(part)) walk(one, [...path, name]);
    };
    walk(goodLesson(), []);
    fc.assert(
      fc.property(fc.constantFrom(...paths.slice(1)), fc.jsonValue({ maxDepth: 2 }), (path, put) => {
        const lesson = goodLesson();
        const parent = path
          .slice(0, -1)
          .reduce<Record<string | number, unknown>>(
            (part, name) => part[name] as Record<string | number, unknown>,
            lesson as unknown as Record<string | number, unknown>,
          );
        parent[path[path.length - 1]] = put;
        const read = readLesson(JSON.stringify(lesson));
        expect('lesson' in read || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
