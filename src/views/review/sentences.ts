import type { AttendedToken } from '../../engine/answers';
import type { Change, ItemChange } from '../../engine/change';
import { moveOf, numberWord } from '../../ui/format';
import { changesAtTop } from '../change/slopes';

/** Words of a draft that are shown as one: a word by itself, or what is denied with what denies it, “not bitter”. */
export interface Unit {
  readonly tokens: readonly AttendedToken[];
  /** Keywords that it says are not so; none where it denies nothing. */
  readonly denied: readonly string[];
}

/** From a negator to the last keyword that it denies; what it denies beside, as in “not at all”, counts for nothing. */
export function unitsOf(tokens: readonly AttendedToken[]): Unit[] {
  const last = new Map<number, number>();
  tokens.forEach(({ denier, keyword, cut }, k) => {
    if (denier !== null && keyword && !cut) last.set(denier, k);
  });
  const units: Unit[] = [];
  for (let k = 0; k < tokens.length; ) {
    const end = last.get(k) ?? k;
    const inside = tokens.slice(k, end + 1);
    const denied = inside.filter(({ denier, keyword }) => denier === k && keyword);
    units.push({ tokens: inside, denied: denied.map(({ word }) => word) });
    k = end + 1;
  }
  return units;
}

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
