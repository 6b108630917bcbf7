import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../views/shared/lessonWords';
import { readLesson } from './readLesson';

const TEXT = readFileSync('docs/lesson-template.json', 'utf8');
const template = () => JSON.parse(TEXT);

const problems = (json: unknown): string[] => {
  const read = readLesson(JSON.stringify(json));
  return 'problems' in read ? read.problems.map(problemText) : [];
};

describe('a lesson file', () => {
  it('is read where it is as the format asks', () => {
    expect(readLesson(TEXT)).toEqual({ lesson: template() });
  });

  it.each<[string, (lesson: ReturnType<typeof template>) => void, string]>([
    [
      'a text that is missing',
      (one) => delete one.steps[1].title,
      'Step “predict”, field steps[1].title: is missing: it has to be a text in quotation marks.',
    ],
    [
      'a number that is a text',
      (one) => {
        one.minutes = '8';
      },
      'Field minutes: has to be a number.',
    ],
    [
      'a level that is none',
      (one) => {
        one.level = 'primary';
      },
      'Field level: has to be one of “school”, “undergraduate”, “specialist”.',
    ],
    [
      'a field that nobody knows',
      (one) => {
        one.steps[0].colour = 'red';
      },
      'Step “everyone”, field steps[0]: has what the format does not know: “colour”.',
    ],
    [
      'a target that the page has not',
      (one) => {
        one.steps[0].light = 'footer';
      },
      'Step “everyone”, field steps[0].light: has to be one of',
    ],
    [
      'nothing to say',
      (one) => {
        one.steps[0].say = [];
      },
      'Step “everyone”, field steps[0].say: needs at least 1 of them.',
    ],
    [
      'a live value that is none',
      (one) => {
        one.steps[0].say = ['First is {nobody}.'];
      },
      'Step “everyone”, field steps[0].say: there is no value called “nobody”.',
    ],
    [
      'a kind of value that is none',
      (one) => {
        one.values.first.is = 'luck';
      },
      'Field values.first.is: has to be one of',
    ],
    [
      'a review with a fault',
      (one) => {
        one.entries.smoke.rating = 'one';
      },
      'Field entries.smoke.rating: has to be a number.',
    ],
    [
      'two steps of one name',
      (one) => {
        one.steps[1].id = one.steps[0].id;
      },
      'Two steps are called “everyone”.',
    ],
    [
      'a side of a claim that is nothing',
      (one) => {
        one.claims[0].left = null;
      },
      'Field claims[0].left: has to be a text in quotation marks, or a number, or fields in braces.',
    ],
  ])('with %s is refused by step and field', (_, spoil, says) => {
    const lesson = template();
    spoil(lesson);
    expect(problems(lesson).join('\n')).toContain(says);
  });

  it('of another version is read where it holds nothing unknown, and says so', () => {
    expect(readLesson(JSON.stringify({ ...template(), lessonVersion: 2 }))).toEqual({
      lesson: template(),
      version: 2,
    });
    expect(readLesson(JSON.stringify({ ...template(), lessonVersion: 2, sound: 'on' }))).toEqual({
      problems: [{ is: 'version', version: 2 }],
    });
  });

  it('may be any text: it is read or refused with a reason, and never breaks', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"steps":${json}}`),
        ),
        (text) => {
          const read = readLesson(text);
          if (!('problems' in read)) return;
          for (const problem of read.problems) expect(problemText(problem)).not.toMatch(/undefined|\[object/);
        },
      ),
    );
  });
});
