import * as z from 'zod/mini';
import { LEVELS } from './lesson';

const indexSchema = z.object({
  lessons: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      level: z.enum(LEVELS),
      minutes: z.int(),
      about: z.string(),
      dataset: z.string(),
    }),
  ),
});

/** A lesson as the list of lessons has it. */
export type LessonCard = z.infer<typeof indexSchema>['lessons'][number];

/** Why there is no list: it cannot be fetched, or it is none. */
export type IndexFailure = { readonly is: 'no-network' } | { readonly is: 'no-list' };

/** Reads the list of lessons from its text; null where it is none. */
export function readIndex(file: string): readonly LessonCard[] | null {
  try {
    const read = indexSchema.safeParse(JSON.parse(file));
    return read.success ? read.data.lessons : null;
  } catch {
    return null;
  }
}

/** Fetches the list of lessons that ship, in the order in which they are taught. Made by `npm run lessons`. */
export async function loadIndex(base: string): Promise<readonly LessonCard[] | IndexFailure> {
  let response: Response;
  try {
    response = await fetch(new URL('lessons/index.json', base));
  } catch {
    return { is: 'no-network' };
  }
  const cards = response.ok ? readIndex(await response.text()) : null;
  return cards ?? { is: 'no-list' };
}
