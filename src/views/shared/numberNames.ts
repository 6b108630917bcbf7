import type { NumberRef } from '../../engine/openedNumber';
import type { View } from '../../engine/questions/view';

/** What a number that can be opened is called, before it is: a reader of the screen meets it alone. */
const KINDS: Partial<Record<NumberRef['of'], string>> = {
  prediction: 'predicted rating',
  'user-bias': 'personal bias',
  'item-bias': 'bias of the item',
  dot: 'product of the states',
  mlp: 'small network',
  choice: 'choice score',
  'choice-popularity': 'popularity',
  'choice-states': 'match of the states',
  'choice-initial': 'from the beginning',
  'choice-reviews': 'from the reviews',
  'choice-match': 'match of the words',
  'choice-words': 'from words spoken of',
  'choice-silent': 'from words not spoken of',
  'choice-word': 'addition',
  'choice-share': 'addition',
  next: 'new state',
  update: 'update gate',
  reset: 'reset gate',
  kept: 'share kept',
  remaining: 'what is left',
  feature: 'feature',
  keyword: 'weight',
  sign: 'sign',
};

const kindOf = ({ of }: NumberRef): string => KINDS[of] ?? of.replaceAll('-', ' ');

/** The name of an item on the screen; null where it is not among those shown. */
export function nameShown(view: View | null, item: string): string | null {
  const shown = [view?.item?.summary, ...(view?.recommendations.map((one) => one.item) ?? [])];
  return shown.find((one) => one?.id === item)?.name ?? null;
}

/**
 * "predicted rating 4.42 for Kriek", "weight of fruity +0.31"
 * @param item name of the item that the number is about, where it is about one that is shown
 */
export function numberName(open: NumberRef, written: string, item: string | null): string {
  const word = 'word' in open && typeof open.word === 'string' ? ` of ${open.word}` : '';
  const dimension = 'd' in open ? `, dimension ${open.d + 1}` : '';
  return `${kindOf(open)}${word}${dimension} ${written}${item ? ` for ${item}` : ''}`;
}
