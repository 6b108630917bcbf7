import type { LessonRecord } from '../lessons/record';

const PREFIX = 'drex-lab/lesson/';
const keyOf = (lesson: string, name: string): string => `${PREFIX}${lesson}/${name}`;

/** What this device keeps of a lesson; null where there is nothing, or storage is blocked. */
export function keptRecord(lesson: string, name: string): LessonRecord | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(lesson, name)) ?? 'null');
    const whole = typeof kept === 'object' && kept !== null && 'answers' in kept && 'step' in kept;
    return whole ? (kept as LessonRecord) : null;
  } catch {
    return null;
  }
}

/**
 * Keeps a record on this device. False where the browser refuses.
 * @param as the name in the link, by which it is found again whatever somebody calls themselves
 */
export function keepRecord(record: LessonRecord, as: string): boolean {
  try {
    localStorage.setItem(keyOf(record.lesson, as), JSON.stringify(record));
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
