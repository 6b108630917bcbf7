import type { Change } from '../../engine/change';
import { type Move, moveOf, numberWord } from '../../ui/format';
import { changesAtTop } from '../change/slopes';

/** How the recommendation list changed, in a sentence. */
export function listSentence({ ranks }: Change, k: number): string {
  const listed = ranks.filter(({ after }) => after !== null && after <= k).length;
  const { fresh, moved } = changesAtTop(ranks, k);
  if (fresh === 0)
    return moved > 0
      ? `The same ${listed} items are recommended, in another order.`
      : `The same ${listed} items are recommended, in the same order.`;
  return `${numberWord(fresh)} of the ${listed} recommended items ${fresh === 1 ? 'was' : 'were'} not recommended before.`;
}

const inWords = ({ before, after, same }: Move): string =>
  same ? `${after}, as before` : `${after} in place of ${before}`;

/** "3.42 in place of 3.87" */
export const inPlaceOf = (after: number, before: number): string => inWords(moveOf(before, after));
