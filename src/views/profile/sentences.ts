import type { ItemView } from '../../engine/questions/view';
import { count, hundredths } from '../../ui/format';
import { cutSum } from '../../ui/predicted';
import { wordOfItem } from '../shared/reasonWords';

/** What the profiles of the person and of the item have in common, and what of it speaks for the item. */
export function sharedSentence({ shared, reasons }: Pick<ItemView, 'shared' | 'reasons'>): string {
  const words = reasons.flatMap((one) => (one.is === 'word' && one.value > 0 ? [wordOfItem(one)] : []));
  if (words.length > 0) return `Words that speak for it: ${words.join(', ')}.`;
  if (shared.length === 0) return 'The two profiles share no word.';
  return 'The two profiles share words, but none that speaks for it.';
}

/** Where it stands in the list, and by what; a reviewed item stands in none. */
export const placeSentence = (
  { choice, rank }: Pick<ItemView, 'choice' | 'rank'>,
  candidates: number,
): string =>
  rank === null
    ? 'It is reviewed, so the list does not show it.'
    : `Place ${count(rank)} of ${count(candidates)} not yet reviewed, with a choice score of ${hundredths(choice.score)}.`;

/**
 * What stands before and after the predicted rating. That of a reviewed item is what would be expected without the review.
 * @param here whether that was written on the page: it is that of whoever reads this
 */
export function expectedSentence(
  { prediction }: Pick<ItemView, 'prediction'>,
  kind = 'person',
  here = false,
): {
  readonly before: string;
  readonly after: string;
} {
  const sum = cutSum(prediction);
  const cut = sum === null ? '' : ` (the sum, ${sum}, is cut at the end of the scale)`;
  if (prediction.ownReview === 'left-out')
    return {
      before: `Without ${here ? 'your review' : `this ${kind}’s own review of it`}, the model would expect`,
      after: `${cut}.`,
    };
  return { before: 'Predicted rating', after: `${cut}.` };
}
