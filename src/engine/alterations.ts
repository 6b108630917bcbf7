import type { Alteration, SideAlteration } from '../model/alteration';
import { SIDES } from '../vocabulary';
import { isEdit, mutedIn } from './edits';
import type { LogEntry, SimulatedLog } from './simulatedLog';

/** Whether an entry alters the model, or what all of the log is, and not one interaction. */
export const isAlteration = (entry: LogEntry): boolean =>
  isEdit(entry) &&
  (entry.edit === 'freeze' ||
    entry.edit === 'clamp' ||
    entry.edit === 'counterpart' ||
    entry.edit === 'shuffle' ||
    (entry.edit === 'mute' && entry.key === null));

/** How a log alters the cells; null where it leaves them as they were trained. */
export function alterationIn(log: SimulatedLog): Alteration | null {
  const side = () => ({
    gates: { update: null, reset: null } as { -readonly [K in keyof SideAlteration['gates']]: 0 | 1 | null },
    clamped: new Map<number, number>(),
  });
  const sides = { user: side(), item: side() };
  let counterpart: Alteration['counterpart'] = null;
  for (const one of log) {
    if (!isEdit(one)) continue;
    if (one.edit === 'freeze') {
      for (const of of one.side === 'both' ? SIDES : [one.side]) sides[of].gates[one.gate] = one.to;
    } else if (one.edit === 'clamp') {
      if (one.to === null) sides[one.side].clamped.delete(one.d);
      else sides[one.side].clamped.set(one.d, one.to);
    } else if (one.edit === 'counterpart') counterpart = one.with;
  }
  const touched = ({ gates, clamped }: SideAlteration) =>
    gates.update !== null || gates.reset !== null || clamped.size > 0;
  if (counterpart === null && !touched(sides.user) && !touched(sides.item)) return null;
  return { ...sides, counterpart };
}

/** Names an alteration: of equal ones alike. */
export const alterationKey = (alteration: Alteration | null): string =>
  alteration === null
    ? ''
    : JSON.stringify([
        alteration.counterpart,
        ...[alteration.user, alteration.item].map(({ gates, clamped }) => [
          gates.update,
          gates.reset,
          [...clamped].sort(([a], [b]) => a - b),
        ]),
      ]);

/** Seed of the order that a log is shuffled into; null where it is not. */
export function seedIn(log: SimulatedLog): number | null {
  const last = log.findLast((one) => isEdit(one) && one.edit === 'shuffle');
  return last && isEdit(last) && last.edit === 'shuffle' ? last.seed : null;
}

/** Whether anything but single interactions is other than the data and the trained model have it. */
export const isAltered = (log: SimulatedLog): boolean =>
  alterationIn(log) !== null || seedIn(log) !== null || mutedIn(log).size > 0;

/** The reviews and the edits of single interactions, the model and the order as they were. */
export const withoutAlterations = (log: SimulatedLog): SimulatedLog =>
  log.filter((one) => !isAlteration(one));
