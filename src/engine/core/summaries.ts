import type { ItemSummary, PersonSummary } from '../answers';
import type { Catalogue } from './catalogue';
import type { Census } from './census';
import { distinctNames } from './distinctNames';

/** Id of a person by row; `fallback` for a new one who stands in no log yet. */
export const personId = (
  catalogue: Catalogue,
  newPeople: readonly string[],
  user: number,
  fallback = '',
): string => catalogue.bundle.users.id[user] ?? newPeople[user - catalogue.user.count] ?? fallback;

/** Who was made on the page, and what they are called. */
interface Made {
  readonly newPeople: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** Readable description of a person by row. */
export function personLabel(catalogue: Catalogue, made: Made, user: number, id = ''): string {
  const own = catalogue.bundle.users.label[user];
  if (own !== undefined) return own;
  const asked = personId(catalogue, made.newPeople, user, id);
  return distinctNames(catalogue, made.names).get(asked) ?? `New person ${asked.replace('new-', '')}`.trim();
}

export function personSummary(catalogue: Catalogue, census: Census, user: number, id = ''): PersonSummary {
  const { users, manifest } = catalogue.bundle;
  const { userFacts = [], userKind = '', usersNamed = false } = manifest;
  const fact = (field: string): string | null => users.facts[field]?.[user] ?? null;
  const own = personId(catalogue, census.newPeople, user, id);
  const simulated = user >= catalogue.user.count;
  return {
    id: own,
    label: personLabel(catalogue, census, user, id),
    named: simulated ? census.names.has(own) : usersNamed,
    kind: fact(userKind),
    facts: userFacts.flatMap(({ field }) => (field === userKind ? [] : (fact(field) ?? []))),
    ...census.tally('user', user),
    simulated,
  };
}

export function itemSummary(catalogue: Catalogue, census: Census, item: number): ItemSummary {
  const { items, manifest } = catalogue.bundle;
  return {
    id: items.id[item],
    name: items.name[item],
    facts: manifest.itemFacts.map(({ field }) => items.facts[field][item]),
    ...census.tally('item', item),
  };
}
