import { type ReadLesson, readLesson } from './readLesson';

/** A lesson that is not there, or a network that is not. */
export type LessonFailure =
  | { readonly is: 'no-lesson'; readonly id: string }
  | { readonly is: 'no-network' }
  /** Of another server, which is not to be reached, has no such file, or lets no other page read it. */
  | { readonly is: 'not-fetched'; readonly host: string }
  | { readonly is: 'too-large'; readonly host: string; readonly most: number }
  /** None has been opened in this tab, or the browser has let it go. */
  | { readonly is: 'no-file' };

/** Bytes that a lesson may have which comes from elsewhere. */
export const MOST_BYTES = 200_000;

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

/** Fetches a lesson from elsewhere: nothing of the reader goes with the question, and no more than so much is read. */
export async function fetchLesson(url: string): Promise<ReadLesson | LessonFailure> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok || !response.body) return { is: 'not-fetched', host };
    const text = await readAtMost(response.body, MOST_BYTES);
    return text === null ? { is: 'too-large', host, most: MOST_BYTES } : readLesson(text);
  } catch {
    return { is: 'not-fetched', host };
  }
}

/** A text; null where it is longer, and then the rest is not read. */
async function readAtMost(body: ReadableStream<Uint8Array>, most: number): Promise<string | null> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > most) {
      void reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
