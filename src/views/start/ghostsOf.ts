import type { Popular } from '../../engine/questions/view';

/** The way of an item between two lists, places counted from 0; null beyond the end of a list. */
export interface Ghost {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Every item of either list, with its place in both. */
export function ghostsOf(everyone: readonly Pick<Popular, 'item'>[], own: readonly string[]): Ghost[] {
  const before = everyone.map(({ item }) => item.id);
  const placeIn = (list: readonly string[], id: string) => {
    const place = list.indexOf(id);
    return place < 0 ? null : place;
  };
  return [...new Set([...before, ...own])].map((id) => ({
    id,
    from: placeIn(before, id),
    to: placeIn(own, id),
  }));
}
