import { fetchLesson, type LessonFailure, loadLesson } from '../lessons/loadLesson';
import { type ReadLesson, readLesson } from '../lessons/readLesson';

/** Whose a lesson is: it ships with the page, was opened from a file, or comes from elsewhere. */
export type LessonSource =
  | { readonly is: 'here' }
  | { readonly is: 'file'; readonly name: string }
  | { readonly is: 'link'; readonly host: string };

/** What an address calls the lesson of a file that was opened in this tab. */
export const OPENED_FILE = 'file';

const NAME = 'drex-lab/lesson-file/name';
const TEXT = 'drex-lab/lesson-file/text';

/** Keeps the text of a lesson for this tab, until it is closed. False where the browser refuses. */
export function keepLessonFile(name: string, text: string): boolean {
  try {
    sessionStorage.setItem(NAME, name);
    sessionStorage.setItem(TEXT, text);
    return true;
  } catch {
    return false;
  }
}

function keptFile(): { readonly name: string; readonly text: string } | null {
  try {
    const text = sessionStorage.getItem(TEXT);
    return text === null ? null : { name: sessionStorage.getItem(NAME) ?? '', text };
  } catch {
    return null;
  }
}

const isLink = (asked: string): boolean => /^https?:\/\//.test(asked) && URL.canParse(asked);

/** Whose the lesson is that an address asks for. */
export function sourceOf(asked: string): LessonSource {
  if (isLink(asked)) return { is: 'link', host: new URL(asked).host };
  return asked === OPENED_FILE ? { is: 'file', name: keptFile()?.name ?? '' } : { is: 'here' };
}

/**
 * Finds the lesson that an address asks for.
 * @param asked the id of one that ships, the address of a file elsewhere, or {@link OPENED_FILE}
 */
export async function findLesson(asked: string): Promise<ReadLesson | LessonFailure> {
  if (isLink(asked)) return fetchLesson(asked);
  if (asked !== OPENED_FILE) return loadLesson(asked, document.baseURI);
  const kept = keptFile();
  return kept ? readLesson(kept.text) : { is: 'no-file' };
}
