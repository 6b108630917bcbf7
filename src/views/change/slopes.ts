import type { RankChange } from '../../engine/change';
import type { Parts } from '../../ui/figure/grid';
import type { Key } from '../../ui/figure/key';
import { count, plural } from '../../ui/format';

/** One item between the two columns of a slope chart; both places are null where one list does not have it. */
export interface Slope {
  readonly change: RankChange;
  readonly before: number | null;
  readonly after: number | null;
  readonly direction: 'rose' | 'fell' | 'stayed' | 'left';
}

export const ARROWS = { rose: '▲ ', fell: '▼ ', stayed: '', left: '' };

/**
 * Ranks as slopes. An item that is reviewed leaves the list and lets everything below it up by one; that step is not
 * drawn, since the model had no part in it.
 */
export function slopesOf(ranks: readonly RankChange[]): Slope[] {
  return ranks.map((change) => {
    const { placeBefore: before, placeAfter: after } = change;
    if (before === null || after === null) return { change, before: null, after: null, direction: 'left' };
    const direction = after < before ? 'rose' : after > before ? 'fell' : 'stayed';
    return { change, before, after, direction };
  });
}

/** A column of a slope chart: what it is called, and the place of each slope in it. */
export interface SlopeColumn {
  readonly when: string;
  readonly places: readonly number[];
}

/** Slopes as columns; places past the edge at the edge. By number, since an id may be any word, the name of a field too. */
export const columnsOf = (
  slopes: readonly Slope[],
  names: readonly [string, string],
  edge: number,
): SlopeColumn[] =>
  (['before', 'after'] as const).map((when, k) => ({
    when: names[k],
    places: slopes.map((slope) => Math.min(slope[when] ?? 1, edge)),
  }));

/** "12 → 9", the places that are drawn; of what is reviewed on a side there is none. */
export function placesOf({ before, after, placeBefore, placeAfter }: RankChange): string {
  if (placeBefore !== null && placeAfter !== null)
    return placeBefore === placeAfter
      ? `${count(placeAfter)}, as before`
      : `${count(placeBefore)} → ${count(placeAfter)}`;
  const place = (rank: number | null) => (rank === null ? 'reviewed' : count(rank));
  return `${place(before)} → ${place(after)}`;
}

/** The same as data. */
export const placeParts = ({ before, after, placeBefore, placeAfter }: RankChange): Parts =>
  placeBefore !== null && placeAfter !== null
    ? { before: placeBefore, after: placeAfter }
    : { before, after, remark: 'reviewed on one side only' };

/** Among the first k: how many were further down before, and how many of the others changed places. */
export function changesAtTop(ranks: readonly RankChange[], k: number): { fresh: number; moved: number } {
  const top = ranks.filter(({ placeAfter }) => placeAfter !== null && placeAfter <= k);
  const fresh = top.filter(({ placeBefore }) => placeBefore !== null && placeBefore > k).length;
  const moved = top.filter(({ placeBefore, placeAfter }) => placeBefore !== placeAfter).length - fresh;
  return { fresh, moved };
}

const CARDINALS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const cardinal = (n: number): string => CARDINALS[n] ?? String(n);

/** The chart in one sentence. */
export function summaryOf(slopes: readonly Slope[]): string {
  const rose = slopes.filter((s) => s.direction === 'rose').length;
  const fell = slopes.filter((s) => s.direction === 'fell').length;
  const left = slopes.filter((s) => s.direction === 'left');
  const stayed = rose + fell === 0;
  const moved = stayed
    ? 'The order stayed as it was'
    : `${cardinal(rose)} rose, ${cardinal(fell).toLowerCase()} fell`;
  if (left.length === 0) return `${moved}.`;
  const [{ change }] = left;
  if (left.length === 1 && change.after === null)
    return `${moved}; ${change.item.name} left the list because it is reviewed now, which is not counted as a rise.`;
  return `${moved}; ${plural(left.length, 'item')} reviewed on one side only ${left.length === 1 ? 'is' : 'are'} not compared.`;
}

/** What the figure counts and what its shades mean, for paper. */
export const PLACES: Key = [
  { name: 'place in the list by choice score, 1 at the top' },
  { name: 'rose or fell', color: 'var(--ink)' },
  { name: 'stayed', color: 'var(--neutral)' },
];
