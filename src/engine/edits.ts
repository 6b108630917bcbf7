import type { Modality } from '../vocabulary';
import type { Edit, LogEntry, SimulatedInteraction, SimulatedLog } from './simulatedLog';

export const isEdit = (entry: LogEntry): entry is Edit => 'edit' in entry;

/** Simulated interactions of a log, deleted ones included. */
export const reviewsIn = (log: SimulatedLog): SimulatedInteraction[] =>
  log.filter((entry): entry is SimulatedInteraction => !isEdit(entry));

/** Edits of a log. */
export const editsIn = (log: SimulatedLog): Edit[] => log.filter(isEdit);

/** Keys that a log has deleted. */
export const deletedIn = (log: SimulatedLog): ReadonlySet<string> =>
  new Set(editsIn(log).flatMap((one) => (one.edit === 'delete' ? [one.key] : [])));

/** Modalities that a log has switched off everywhere. */
export function mutedIn(log: SimulatedLog): ReadonlySet<Modality> {
  const muted = new Set<Modality>();
  for (const one of editsIn(log)) {
    if (one.edit !== 'mute' || one.key !== null) continue;
    if (one.muted) muted.add(one.modality);
    else muted.delete(one.modality);
  }
  return muted;
}

/** Whether a log has an interaction, as far as can be told without the data set, which has its own, `b<row>`. */
export const mayHave = (log: SimulatedLog, key: string): boolean =>
  (/^b\d+$/.test(key) || reviewsIn(log).some((one) => one.key === key)) && !deletedIn(log).has(key);
