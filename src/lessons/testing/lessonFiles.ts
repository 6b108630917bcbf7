import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../lesson';
import { readLesson } from '../readLesson';

/** Where the lessons that ship are. */
export const LESSONS = 'public/lessons';

/** All lessons that ship, by the names of their files. */
export const shippedLessons = (): Lesson[] =>
  readdirSync(LESSONS)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name): Lesson => {
      const read = readLesson(readFileSync(join(LESSONS, name), 'utf8'));
      if ('problems' in read) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
      if (`${read.lesson.id}.json` !== name) throw new Error(`${name} calls itself ${read.lesson.id}.`);
      return read.lesson;
    });
