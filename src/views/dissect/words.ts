import type { Change, ItemChange } from '../../engine/change';
import { count, type Move, moveOf, numberWord } from '../../ui/format';
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

/** What became of the chosen item: what it is ranked by, and its place in the list. */
export function choiceSentence({ choice, rank }: Pick<ItemChange, 'choice' | 'rank'>): string {
  const score = `has the choice score ${inPlaceOf(choice.after.score, choice.before.score)}`;
  if (rank.before === null || rank.after === null) return `${score}.`;
  const { before, after } = rank;
  return `${score}, so its place in the list is ${count(after)}${after === before ? ', as before' : ` in place of ${count(before)}`}.`;
}

/** "3.42 in place of 3.87" */
export const inPlaceOf = (after: number, before: number): string => inWords(moveOf(before, after));
