import type { Lesson } from '../lessons/lesson';
import type { LessonRecord } from '../lessons/record';
import { type AskedLesson, lessonIn, placeInHour } from './lessonAddress';
import { keptAsOf, keptRecord } from './lessonRecords';
import { findLesson } from './lessonSource';
import type { Session, Verb } from './session';

const ALONE: AskedLesson = { id: '', step: '', name: '', hour: [] };

/** Which lessons of an hour come before and after the one that is on. */
export const hourOf = ({ around }: Pick<Session, 'around'>) =>
  placeInHour(lessonIn(new URL(around.address())) ?? ALONE);

/** What was answered in a lesson of the hour. */
export interface Earlier {
  readonly lesson: Lesson;
  readonly record: LessonRecord;
}

/** What this device keeps of the lessons of the hour that came before; those of which it keeps nothing are left out. */
export const earlierAnswers: Verb<Promise<readonly Earlier[]>> = async ({ around }) => {
  const { name } = lessonIn(new URL(around.address())) ?? ALONE;
  const found: Earlier[] = [];
  for (const id of hourOf({ around }).before) {
    const record = keptRecord(keptAsOf({ is: 'here' }, id, name));
    const read = record && (await findLesson(id));
    if (record && read && 'lesson' in read) found.push({ lesson: read.lesson, record });
  }
  return found;
};
