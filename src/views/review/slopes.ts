import type { RankChange } from '../../engine/api';

/** One item between the two columns of a slope chart; a place is null where the item is not in the list. */
export interface Slope {
  readonly change: RankChange;
  /** Place before among what is still in the list after, so that only the model moves it. */
  readonly before: number | null;
  readonly after: number | null;
  readonly direction: 'rose' | 'fell' | 'stayed' | 'left';
}

/**
 * Ranks as slopes. The item that has just been reviewed leaves the list and lets everything below it up by one; that
 * step is taken out of the places before, since the model had no part in it.
 */
export function slopesOf(ranks: readonly RankChange[]): Slope[] {
  const gone = ranks.filter((r) => r.after === null).flatMap((r) => r.before ?? []);
  return ranks.map((change) => {
    const { before: rank, after } = change;
    if (rank === null || after === null) return { change, before: null, after, direction: 'left' };
    const before = rank - gone.filter((one) => one < rank).length;
    const direction = after < before ? 'rose' : after > before ? 'fell' : 'stayed';
    return { change, before, after, direction };
  });
}

const CARDINALS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const cardinal = (n: number): string => CARDINALS[n] ?? String(n);

/** The chart in one sentence. */
export function summaryOf(slopes: readonly Slope[]): string {
  const rose = slopes.filter((s) => s.direction === 'rose').length;
  const fell = slopes.filter((s) => s.direction === 'fell').length;
  const left = slopes.find((s) => s.direction === 'left');
  const stayed = rose + fell === 0;
  const moved = stayed
    ? 'The order stayed as it was'
    : `${cardinal(rose)} rose, ${cardinal(fell).toLowerCase()} fell`;
  if (!left) return `${moved}.`;
  return `${moved}; ${left.change.item.name} left the list because it is reviewed now, which is not counted as a rise.`;
}
