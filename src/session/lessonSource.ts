import type { Lesson } from '../lessons/lesson';
import { fetchLesson, type LessonFailure, loadLesson, MOST_BYTES } from '../lessons/loadLesson';
import { type LessonProblem, type ReadLesson, readLesson } from '../lessons/readLesson';

/** Why a lesson cannot be shown. */
export type LessonNotRead =
  | LessonFailure
  | { readonly is: 'damaged'; readonly problems: readonly LessonProblem[] };

/** Whose a lesson is: it ships with the page, was opened from a file, or comes from elsewhere. */
export type LessonSource =
  | { readonly is: 'here' }
  | { readonly is: 'file'; readonly name: string }
  | { readonly is: 'link'; readonly host: string };

/** What an address calls the lesson of a file that was opened in this tab. */
export const OPENED_FILE = 'file';

const NAME = 'drex-lab/lesson-file/name';
const TEXT = 'drex-lab/lesson-file/text';

/** What became of a file that somebody opened: a lesson that this tab keeps until it is closed, or why it is none. */
export type OpenedFile =
  | { readonly lesson: Lesson }
  | LessonNotRead
  | { readonly is: 'file-too-large'; readonly most: number }
  | { readonly is: 'not-kept' };

/** Opens a lesson file of this device; nothing of it leaves the device. */
export async function openLessonFile(file: File): Promise<OpenedFile> {
  if (file.size > MOST_BYTES) return { is: 'file-too-large', most: MOST_BYTES };
  const text = await file.text();
  const read = readLesson(text);
  if ('problems' in read) return { is: 'damaged', problems: read.problems };
  try {
    sessionStorage.setItem(NAME, file.name);
    sessionStorage.setItem(TEXT, text);
    return { lesson: read.lesson };
  } catch {
    return { is: 'not-kept' };
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
