import type { ItemView } from '../../engine/api';

/** What the profiles of the person and of the item have in common, and what of it speaks for the item. */
export function sharedSentence({ shared, reasons }: Pick<ItemView, 'shared' | 'reasons'>): string {
  if (reasons.length > 0)
    return `This person likes, and others like here: ${reasons.map(({ word }) => word).join(', ')}.`;
  if (shared.length === 0) return 'The two profiles share no word.';
  return 'The two profiles share words, but none that is liked on both sides.';
}
