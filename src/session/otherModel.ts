import { alterationIn } from '../engine/alterations';
import { isEdit } from '../engine/edits';
import { stateOf } from '../engine/modelState';
import type { LogEntry, SimulatedLog } from '../engine/simulatedLog';
import type { DatasetInfo } from '../engine/start';
import { GATES, SIDES } from '../vocabulary';
import type { Said } from './said';

export interface OnThisModel {
  /** What of a log speaks of this model as well; the very same log where all of it does. */
  readonly log: SimulatedLog;
  /** Of its entries in the log that it was made from. */
  readonly places: readonly number[];
  /** What was left out; empty where nothing was that had an effect. */
  readonly said: readonly Said[];
}

/** Whether an entry names a dimension or a gate: in another model the same one is another thing. */
const isInside = (entry: LogEntry): boolean =>
  isEdit(entry) && (entry.edit === 'clamp' || entry.edit === 'freeze');

/**
 * Reviews and edits hold with any model; what was set inside one, and numbers that were opened of it, hold with that one and its
 * earlier states alone.
 * @param hash of the model that the log was made with, all of it or its first digits; empty or null where it is not known
 * @param numbers how many of its numbers were opened
 */
export function onThisModel(
  log: SimulatedLog,
  hash: string | null,
  dataset: Pick<DatasetInfo, 'modelHash' | 'earlier'>,
  numbers = 0,
): OnThisModel {
  const all = log.map((_, k) => k);
  if (!hash || stateOf(hash, dataset).is !== 'other') return { log, places: all, said: [] };
  const places = all.filter((k) => !isInside(log[k]));
  const alteration = alterationIn(log);
  const sides = SIDES.flatMap((side) => alteration?.[side] ?? []);
  const held = sides.reduce((sum, { clamped }) => sum + clamped.size, 0);
  const frozen = sides.flatMap(({ gates }) => GATES.filter((gate) => gates[gate] !== null)).length;
  return {
    log: places.length < log.length ? places.map((k) => log[k]) : log,
    places,
    said: held + frozen + numbers > 0 ? [{ is: 'inside-other', held, frozen, numbers: numbers > 0 }] : [],
  };
}
