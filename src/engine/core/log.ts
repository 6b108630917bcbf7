import type { SimulatedInteraction, SimulatedLog } from '../api';
import type { Catalogue } from './catalogue';
import { RequestError } from './requestError';

/** A simulated interaction with its row numbers; new people follow the bundle's own, in order of appearance. */
export interface ResolvedEvent {
  readonly event: SimulatedInteraction;
  readonly user: number;
  readonly item: number;
}

export interface ResolvedLog {
  readonly events: readonly ResolvedEvent[];
  /** Ids of new people; the k-th has row `users + k`. */
  readonly newPeople: readonly string[];
}

const NEW_PERSON = /^new-[1-9]\d*$/;

/** True for ids of people who are made on the page. */
export const isNewPerson = (id: string): boolean => NEW_PERSON.test(id);

/**
 * Checks a simulated log and looks its ids up.
 * @throws RequestError naming the entry and the field.
 */
export function resolveLog(catalogue: Catalogue, log: SimulatedLog): ResolvedLog {
  const newPeople: string[] = [];
  const keys = new Set<string>();
  const events = log.map((event, index) => {
    const field = (name: string) => `log[${index}].${name}`;
    if (!event.key || keys.has(event.key))
      throw new RequestError(field('key'), event.key ? `"${event.key}" occurs twice` : 'is empty');
    keys.add(event.key);
    checkFeedback(catalogue, event, field);
    if (isNewPerson(event.person) && !catalogue.user.byId.has(event.person))
      if (!newPeople.includes(event.person)) newPeople.push(event.person);
    return {
      event,
      user: personRow(catalogue, newPeople, event.person, field('person')),
      item: itemRow(catalogue, event.item, field('item')),
    };
  });
  return { events, newPeople };
}

/**
 * Row of a person: the bundle's own, a new one of the log, or the next free row for a new one who has done nothing.
 * @throws RequestError when nobody has this id.
 */
export function personRow(
  catalogue: Catalogue,
  newPeople: readonly string[],
  id: string,
  field: string,
): number {
  const own = catalogue.user.byId.get(id);
  if (own !== undefined) return own;
  const fresh = newPeople.indexOf(id);
  if (fresh >= 0) return catalogue.user.count + fresh;
  if (isNewPerson(id)) return catalogue.user.count + newPeople.length;
  throw new RequestError(field, `nobody has the id "${id}"; people made here are new-1, new-2, …`);
}

/** @throws RequestError when no item has this id. */
export function itemRow(catalogue: Catalogue, id: string, field: string): number {
  const row = catalogue.item.byId.get(id);
  if (row === undefined) throw new RequestError(field, `no item has the id "${id}"`);
  return row;
}

function checkFeedback(
  catalogue: Catalogue,
  event: SimulatedInteraction,
  field: (name: string) => string,
): void {
  const { rating, aspects } = catalogue.config;
  const check = (value: number | null, scale: typeof rating, name: string) => {
    if (value === null) return;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < scale.min || value > scale.max)
      throw new RequestError(field(name), `${value} is outside ${scale.min} to ${scale.max}`);
  };
  check(event.rating, rating, 'rating');
  if (!Array.isArray(event.aspects) || event.aspects.length !== aspects.length)
    throw new RequestError(field('aspects'), `needs ${aspects.length} entries, null where absent`);
  aspects.forEach((scale, k) => {
    check(event.aspects[k], scale, `aspects[${k}] (${scale.field})`);
  });
  if (typeof event.text !== 'string') throw new RequestError(field('text'), 'is not text');
}
