import type { Difference } from '../../engine/api';
import { moveOf, numberWord } from '../../ui/format';
import { changesAtTop } from './slopes';

/** What a review did to the predicted rating of its pair and to the first k of the list. */
export function differenceTitle(
  { prediction: { before, after }, ranks }: Pick<Difference, 'prediction' | 'ranks'>,
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
      ? `brought ${numberWord(fresh).toLowerCase()} new ${fresh === 1 ? 'one' : 'ones'} among ${first}`
      : moved > 0
        ? `changed the order of ${first}`
        : `left ${first} in their order`;
  return `This review ${rating} and ${list}`;
}
