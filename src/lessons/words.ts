import { wordsOf } from '../model/tokens';
import type { Lesson } from './lesson';

/** The words of a review of a lesson, each once, as models of today read them; none of an edit. */
export const wordsIn = (entry: Lesson['entries'][string]): string[] =>
  'edit' in entry ? [] : [...new Set(wordsOf((entry.text as string | undefined) ?? '', 2))];
