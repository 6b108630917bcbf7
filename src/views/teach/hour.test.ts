import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { LessonCard } from '../../lessons/loadIndex';
import { FIRST_HOUR, HOUR, timesOf } from './hour';

const { lessons } = JSON.parse(readFileSync('public/lessons/index.json', 'utf8')) as {
  lessons: LessonCard[];
};

it('the first hour is made of lessons that ship, with arriving and gathering in 45 minutes', () => {
  const cards = FIRST_HOUR.map((id) => lessons.find((card) => card.id === id));
  expect(cards).not.toContain(undefined);
  expect(timesOf(cards as LessonCard[]).ends).toBeLessThanOrEqual(HOUR);
});

it('one part begins where the one before ends', () => {
  expect(timesOf([{ minutes: 7 }, { minutes: 8 }])).toEqual({ begins: [3, 10], gather: 18, ends: 23 });
});
