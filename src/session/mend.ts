import { fitting } from '../engine/fitting';
import type { CheckRequest, LogCheck } from '../engine/questions/check';
import type { EntryProblem, SimulatedLog } from '../engine/simulatedLog';
import { leftOut } from './entries';
import type { Said } from './said';
import { sameLog } from './savedRules';
import { replaceStates, type Undoable } from './undoable';

/** The part of a session that has to fit the data set. */
export interface Fittable {
  readonly history: Undoable<SimulatedLog>;
  readonly person: string | null;
  readonly item: string | null;
  readonly at: string | null;
}

export interface Mended {
  /** What the session becomes. */
  readonly now: Fittable;
  /** Logs that lost an entry, each once as it was. */
  readonly before: readonly SimulatedLog[];
  /** Which entries were left out and why; empty where none was. */
  readonly leftOut: readonly Said[];
  /** What else was wrong, and what became of it. */
  readonly said: readonly Said[];
}

/** All that undo and redo can reach, the present first. */
const statesOf = ({ past, present, future }: Undoable<SimulatedLog>): SimulatedLog[] => [
  present,
  ...future.map((step) => step.present),
  ...past.map((step) => step.present),
];

/** What to ask of a session: undo must not bring back what does not fit. */
export const questionOf = ({ history, person, item, at }: Fittable): CheckRequest => ({
  logs: statesOf(history),
  person,
  item,
  at,
});

/**
 * What becomes of a session of which something does not fit: all that fits stays, with every step of its history. Null
 * where all of it fits.
 * @param check the answer to {@link questionOf} it
 * @param somebody who is shown in place of a person that is not there
 */
export function mended(session: Fittable, check: LogCheck, somebody: string | null): Mended | null {
  const { history, person, item, at } = session;
  const states = statesOf(history);
  const problems = new Map(states.map((log, k) => [log, check.problems[k] ?? []]));
  const lost = lostIn(states, problems);
  if (lost.length === 0 && check.person && check.item && check.at) return null;
  const said: Said[] = [];
  if (!check.person && person !== null) said.push({ is: 'no-person', id: person });
  if (!check.item && item !== null) said.push({ is: 'no-item', id: item });
  if (!check.at && at !== null) said.push({ is: 'no-moment', key: at });
  return {
    now: {
      history:
        lost.length > 0
          ? replaceStates(history, (log) => fitting(log, problems.get(log) ?? []), sameLog)
          : history,
      person: check.person ? person : somebody,
      item: check.item ? item : null,
      at: check.at ? at : null,
    },
    before: lost.map(({ log }) => log),
    leftOut: lost.flatMap(({ log, named }) => leftOut(named, log.length)),
    said,
  };
}

/** Logs with entries that do not fit, each entry once: the states of a history have most of their entries in common. */
function lostIn(
  states: readonly SimulatedLog[],
  problems: ReadonlyMap<SimulatedLog, readonly EntryProblem[]>,
) {
  const seen = new Set<unknown>();
  // The longest first, as it is likely to have all of them.
  return states
    .toSorted((a, b) => b.length - a.length)
    .flatMap((log) => {
      const named = (problems.get(log) ?? []).filter(({ entry }) => !seen.has(log[entry]));
      for (const { entry } of named) seen.add(log[entry]);
      return named.length > 0 ? [{ log, named }] : [];
    });
}
