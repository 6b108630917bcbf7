import { isNewPerson } from '../newPeople';
import type { Catalogue } from './catalogue';
import { RequestError } from './requestError';

/**
 * Row of a person: the bundle's own, a new one of the log, or the next free row for a new one who has done nothing.
 * @throws RequestError when nobody has this id.
 */
export function personRow(
  catalogue: Catalogue,
  newPeople: readonly string[],
  id: string,
  field: string,
  entry: number | null = null,
): number {
  const own = catalogue.user.byId.get(id);
  if (own !== undefined) return own;
  const fresh = newPeople.indexOf(id);
  if (fresh >= 0) return catalogue.user.count + fresh;
  if (isNewPerson(id)) return catalogue.user.count + newPeople.length;
  throw new RequestError(field, { is: 'no-person', name: id }, entry);
}

/** @throws RequestError when no item has this id. */
export function itemRow(
  catalogue: Catalogue,
  id: string,
  field: string,
  entry: number | null = null,
): number {
  const row = catalogue.item.byId.get(id);
  if (row === undefined) throw new RequestError(field, { is: 'no-item', name: id }, entry);
  return row;
}
