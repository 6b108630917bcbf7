import type { LessonRecord } from '../lessons/record';
import type { LessonSource } from './lessonSource';

const PREFIX = 'drex-lab/lesson/';

/** By what a record is found again. */
export interface KeptAs {
  /** The id of the lesson, and whose it is: two people may call a lesson the same. */
  readonly place: string;
  /** As the link has it, whatever somebody calls themselves. */
  readonly name: string;
}

export const keptAsOf = (source: LessonSource, lesson: string, name: string): KeptAs => ({
  place: source.is === 'here' ? lesson : `${source.is}:${source.is === 'link' ? source.host : ''}/${lesson}`,
  name,
});

const keyOf = ({ place, name }: KeptAs): string => `${PREFIX}${place}/${name}`;

/** What this device keeps of a lesson; null where there is nothing, or storage is blocked. */
export function keptRecord(as: KeptAs): LessonRecord | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(as)) ?? 'null');
    const whole = typeof kept === 'object' && kept !== null && 'answers' in kept && 'step' in kept;
    return whole ? (kept as LessonRecord) : null;
  } catch {
    return null;
  }
}

/** Keeps a record on this device. False where the browser refuses. */
export function keepRecord(record: LessonRecord, as: KeptAs): boolean {
  try {
    localStorage.setItem(keyOf(as), JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what this device keeps of all lessons of a name; of other names it stays. */
export function forgetRecords(name: string): void {
  try {
    const keys = Object.keys(localStorage).filter(
      (key) => key.startsWith(PREFIX) && key.endsWith(`/${name}`),
    );
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // Nothing can be kept, so nothing is.
  }
}
