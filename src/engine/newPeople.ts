import type { SimulatedLog } from './simulatedLog';

/** What somebody who is made on the page is called, as far as a log says. */

const NEW_PERSON = /^new-[1-9]\d*$/;

/** True for ids of people who are made on the page. */
export const isNewPerson = (id: string): boolean => NEW_PERSON.test(id);

/** Names that a log gives to new people, by id; the last counts, and an empty one takes it back. */
export function namesIn(log: SimulatedLog): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const entry of log) {
    if (!('edit' in entry) || entry.edit !== 'name') continue;
    if (entry.name) names.set(entry.person, entry.name);
    else names.delete(entry.person);
  }
  return names;
}

/** People that a log speaks of, in the order in which it begins to: those who review, and new ones who are named. */
export const peopleIn = (log: SimulatedLog): readonly string[] => [
  ...new Set(log.flatMap((entry) => ('person' in entry ? [entry.person] : []))),
];
