import type { SimulatedLog } from '../engine/simulatedLog';
import { type LogOrigin, writeLogFile } from './logFile';
import { freshId } from './ownPlace';
import { type ReadLog, readLogFile } from './readLogFile';
import type { Said } from './said';
import type { KeptText, SavedStorage } from './savedStorage';

/** A log that this browser keeps. */
export interface KeptLog extends KeptText, Pick<LogOrigin, 'modelHash' | 'created'> {
  readonly log: SimulatedLog;
}

/** Logs that are kept, all but one or all, the newest first. What is damaged is read as far as it goes; nothing is written. */
export function keptLogs(storage: SavedStorage, except?: string): KeptLog[] {
  return storage
    .places('log')
    .filter(({ id }) => id !== except)
    .flatMap((place) => {
      const read = readLogFile(place.raw);
      return 'refusal' in read ? [] : [keptLog(place, read)];
    })
    .sort((a, b) => (a.created < b.created ? 1 : -1));
}

const keptLog = (place: KeptText, read: ReadLog): KeptLog => ({
  ...place,
  log: read.log,
  modelHash: read.modelHash ?? '',
  created: read.created ?? '',
});

/**
 * Puts the sound part of every damaged log in its place; the damaged text stays beside it as it was.
 * @returns what to say of it; empty when all was sound
 */
export function repairKept(storage: SavedStorage, dataset: string): readonly Said[] {
  return storage.places('log').flatMap((place) => repair(storage, dataset, place) ?? []);
}

function repair(storage: SavedStorage, dataset: string, place: KeptText): Said | null {
  const read = readLogFile(place.raw);
  if ('refusal' in read) {
    if (read.refusal.is === 'newer-log') return null;
    replace(storage, place, null);
    return { is: 'unreadable-kept' };
  }
  if (!read.broken && read.problems.length === 0) return null;
  const origin = { dataset, modelHash: read.modelHash ?? '', created: read.created ?? '' };
  replace(storage, place, read.log.length > 0 ? writeLogFile(read.log, origin) : null);
  if (read.broken) return { is: 'broken-kept', entries: read.log.length };
  const { log, problems } = read;
  return { is: 'damaged-kept', problems, total: log.length + problems.length };
}

/** Without room for it the damaged text stays where it is, to be read again next time. */
function replace(storage: SavedStorage, { id, raw }: KeptText, sound: string | null): void {
  try {
    storage.put('damaged', { id: freshId(), raw });
    if (sound === null) storage.forget('log', id);
    else storage.put('log', { id, raw: sound });
  } catch {
    // As it was.
  }
}
