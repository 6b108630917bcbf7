import type { LessonCard } from '../../lessons/loadIndex';

/** Lessons for a first hour: no formula until the last, which is for whoever wants one step on paper. */
export const FIRST_HOUR: readonly string[] = [
  'everyones-favourites',
  'one-review',
  'reasons-true',
  'inside-one-update',
];

/** Minutes until everybody has opened the link and written their name. */
export const ARRIVE = 3;

/** Minutes in which answers are sent, counted and looked at together. */
const GATHER = 5;

/** How long a lesson at school mostly is. */
export const HOUR = 45;

type Timed = Pick<LessonCard, 'minutes'>;

/** When each part begins: the lessons, the gathering, and the end. */
export function timesOf(lessons: readonly Timed[]) {
  const begins: number[] = [];
  let minute = ARRIVE;
  for (const { minutes } of lessons) {
    begins.push(minute);
    minute += minutes;
  }
  return { begins, gather: minute, ends: minute + GATHER };
}
