import type { Side } from '../../model/gru';
import type { ItemSummary, PersonSummary } from '../api';
import type { Catalogue } from './catalogue';
import type { ResolvedEvent } from './log';

/** Simulated interactions and the new people in them: all that a summary needs beside the bundle. */
export interface Additions {
  readonly events: readonly ResolvedEvent[];
  readonly newPeople: readonly string[];
}

/** Interactions of an entity and their mean rating, simulated ones included. */
function tally(catalogue: Catalogue, side: Side, entity: number, events: readonly ResolvedEvent[]) {
  const index = catalogue[side];
  let interactions = index.rows[entity]?.length ?? 0;
  let sum = index.ratingSums[entity] ?? 0;
  let rated = index.rated[entity] ?? 0;
  for (const one of events) {
    if (one[side] !== entity) continue;
    interactions++;
    if (one.event.rating === null) continue;
    sum += one.event.rating;
    rated++;
  }
  return { interactions, meanRating: rated > 0 ? sum / rated : null };
}

/** Id of a person by row; `fallback` for a new one who stands in no log yet. */
export const personId = (
  catalogue: Catalogue,
  newPeople: readonly string[],
  user: number,
  fallback = '',
): string => catalogue.bundle.users.id[user] ?? newPeople[user - catalogue.user.count] ?? fallback;

/** Readable description of a person by row. */
export function personLabel(
  catalogue: Catalogue,
  newPeople: readonly string[],
  user: number,
  id = '',
): string {
  const own = catalogue.bundle.users.label[user];
  if (own !== undefined) return own;
  return `New person ${personId(catalogue, newPeople, user, id).replace('new-', '')}`.trim();
}

export function personSummary(
  catalogue: Catalogue,
  additions: Additions,
  user: number,
  id = '',
): PersonSummary {
  return {
    id: personId(catalogue, additions.newPeople, user, id),
    label: personLabel(catalogue, additions.newPeople, user, id),
    ...tally(catalogue, 'user', user, additions.events),
    simulated: user >= catalogue.user.count,
  };
}

export function itemSummary(
  catalogue: Catalogue,
  events: readonly ResolvedEvent[],
  item: number,
): ItemSummary {
  const { items, manifest } = catalogue.bundle;
  return {
    id: items.id[item],
    name: items.name[item],
    facts: manifest.itemFacts.map(({ field }) => items.facts[field][item]),
    ...tally(catalogue, 'item', item, events),
  };
}
