import type { MapNeighbour, MapView } from '../../engine/questions/map';
import { capital } from '../../ui/format';

/** Whose neighbours, and among whom. */
export type NeighbourKind = 'item' | 'person-items' | 'person-people';

export function neighboursOf({ item, person }: MapView, kind: NeighbourKind): readonly MapNeighbour[] {
  if (kind === 'item') return item?.nearItems ?? [];
  return kind === 'person-items' ? person.nearItems : person.nearPeople;
}

/** "Beers nearest to Westmalle Tripel" */
export function neighboursTitle(
  { item, person }: MapView,
  kind: NeighbourKind,
  { many }: { readonly many: string },
): string {
  const items = capital(many);
  if (kind === 'item') return `${items} nearest to ${item?.summary.name ?? 'what is chosen'}`;
  return `${kind === 'person-items' ? items : 'People'} nearest to ${person.summary.simulated ? person.summary.label : 'this person'}`;
}
