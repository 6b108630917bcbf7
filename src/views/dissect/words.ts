import type { Comparison } from '../../engine/questions/compare';
import { type Move, moveOf, numberWord } from '../../ui/format';

/** ‖a − b‖ */
export const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((x, d) => x - b[d]));

/** Items of the first k that were not among them before. */
const newcomers = ({ ranks }: Comparison, k: number): number =>
  ranks.filter(({ before, after }) => after !== null && after <= k && (before === null || before > k)).length;

/** How the recommendation list changed, in a sentence. */
export function listSentence(comparison: Comparison, k: number): string {
  const listed = comparison.ranks.filter(({ after }) => after !== null && after <= k).length;
  const fresh = newcomers(comparison, k);
  const moved = comparison.ranks.some(({ before, after }) => before !== after);
  if (fresh === 0)
    return moved
      ? `The same ${listed} items are recommended, in another order.`
      : `The same ${listed} items are recommended, in the same order.`;
  return `${numberWord(fresh)} of the ${listed} recommended items ${fresh === 1 ? 'was' : 'were'} not recommended before.`;
}

const inWords = ({ before, after, same }: Move): string =>
  same ? `${after}, as before` : `${after} in place of ${before}`;

/** "3.42 in place of 3.87" */
export const inPlaceOf = (after: number, before: number): string => inWords(moveOf(before, after));
