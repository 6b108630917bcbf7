import type { ItemView } from '../../engine/questions/view';
import { count } from '../../ui/format';
import { cutSum } from '../../ui/predicted';

/** What the profiles of the person and of the item have in common, and what of it speaks for the item. */
export function sharedSentence({ shared, reasons }: Pick<ItemView, 'shared' | 'reasons'>): string {
  if (reasons.length > 0)
    return `This person likes, and others like here: ${reasons.map(({ word }) => word).join(', ')}.`;
  if (shared.length === 0) return 'The two profiles share no word.';
  return 'The two profiles share words, but none that is liked on both sides.';
}

/** What stands before and after the predicted rating. That of a reviewed item is what would be expected without the review. */
export function expectedSentence(
  { prediction, rank }: Pick<ItemView, 'prediction' | 'rank'>,
  candidates: number,
): { readonly before: string; readonly after: string } {
  const sum = cutSum(prediction);
  const cut = sum === null ? '' : ` (the sum, ${sum}, is cut at the end of the scale)`;
  if (prediction.ownReview === 'left-out')
    return { before: 'Without this person’s own review of it, the model would expect', after: `${cut}.` };
  const place = rank === null ? '' : `, number ${count(rank)} of ${count(candidates)} not yet reviewed`;
  return { before: 'Predicted rating', after: `${cut}${place}.` };
}
