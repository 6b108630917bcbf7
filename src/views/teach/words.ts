import type { LessonCard } from '../../lessons/loadIndex';

export const LEVEL_WORDS: { readonly [level in LessonCard['level']]: string } = {
  school: 'school, no formula',
  undergraduate: 'undergraduate',
  specialist: 'specialist',
};
