import type { Change, ItemChange } from '../../engine/change';
import { moveOf, numberWord } from '../../ui/format';
import { changesAtTop } from '../change/slopes';

/** What a review did to the predicted rating of its pair and to the first k of the list. */
export function differenceTitle(
  { prediction: { before, after }, ranks }: Pick<ItemChange, 'prediction'> & Pick<Change, 'ranks'>,
  k: number,
): string {
  const move = moveOf(before.rating, after.rating);
  const rating = move.same
    ? `left the predicted rating at ${move.after}`
    : `${after.rating > before.rating ? 'raised' : 'lowered'} the predicted rating from ${move.before} to ${move.after}`;
  const { fresh, moved } = changesAtTop(ranks, k);
  const first = `the first ${numberWord(k).toLowerCase()}`;
  const list =
    fresh > 0
      ? `${numberWord(fresh).toLowerCase()} of ${first} ${fresh === 1 ? 'is' : 'are'} new`
      : moved > 0
        ? `${first} are the same in another order`
        : `${first} stay as they were`;
  return `This review ${rating}; ${list}`;
}
