import { type ReadLesson, readLesson } from './readLesson';

/** A lesson that is not there, or a network that is not. */
export type LessonFailure = { readonly is: 'no-lesson'; readonly id: string } | { readonly is: 'no-network' };

/** Fetches a lesson that ships, by its id. */
export async function loadLesson(id: string, base: string): Promise<ReadLesson | LessonFailure> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return { is: 'no-lesson', id };
  let response: Response;
  try {
    response = await fetch(new URL(`lessons/${id}.json`, base));
  } catch {
    return { is: 'no-network' };
  }
  // A server of a single-page app answers whatever is asked with its page.
  if (!response.ok || response.headers.get('content-type')?.includes('html')) return { is: 'no-lesson', id };
  return readLesson(await response.text());
}
