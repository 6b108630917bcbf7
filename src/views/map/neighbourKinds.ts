import type { MapNeighbour, MapView } from '../../engine/questions/map';
import { capital } from '../../ui/format';
import type { Noun } from '../shared/useKind';

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
  who: Noun,
  ofWhom: string,
): string {
  const items = capital(many);
  if (kind === 'item') return `${items} nearest to ${item?.summary.name ?? 'what is chosen'}`;
  return `${kind === 'person-items' ? items : capital(who.many)} nearest to ${person.summary.simulated || person.summary.named ? person.summary.label : `this ${ofWhom}`}`;
}
