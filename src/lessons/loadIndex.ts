import * as z from 'zod/mini';
import { LEVELS } from './lesson';

const card = z.strictObject({
  id: z.string(),
  title: z.string(),
  level: z.enum(LEVELS),
  minutes: z.int(),
  about: z.string(),
  dataset: z.string(),
});

/** What the list of lessons tells of one. */
export type LessonCard = z.infer<typeof card>;

/** The lessons that ship, in the order in which they are taught; null where the list cannot be had. */
export async function loadIndex(base: string): Promise<readonly LessonCard[] | null> {
  try {
    const response = await fetch(new URL('lessons/index.json', base));
    return z.array(card).parse(await response.json());
  } catch {
    return null;
  }
}
