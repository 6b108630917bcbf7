import type { Change, ItemChange } from '../../engine/change';
import { capital, count, moveOf, numberWord } from '../../ui/format';
import { changesAtTop } from './slopes';

/** What is told of two moments: what would be, against what is; or what is, against what was. */
type Telling = 'would be' | 'is';

/** "2.10, not 2.50", or "2.10, as it is". */
const against = (told: string, other: string, how: Telling): string =>
  told === other ? `${told}, ${how === 'is' ? 'as before' : 'as it is'}` : `${told}, not ${other}`;

/** The moment that is told, and the other one: what would be is what the change begins with. */
const ofBoth = <T>({ before, after }: { readonly before: T; readonly after: T }, how: Telling) =>
  how === 'is' ? [after, before] : [before, after];

/** The predicted rating that is told, against the other. */
export function ratingAgainst({ prediction }: Pick<ItemChange, 'prediction'>, how: Telling): string {
  const [told, other] = ofBoth(prediction, how);
  const { before, after } = moveOf(told.rating, other.rating);
  return against(before, after, how);
}

/** What the chosen item is ranked by, and its place in the list by it. */
export function choiceSentence({ choice, rank }: Pick<ItemChange, 'choice' | 'rank'>, how: Telling): string {
  const [told, other] = ofBoth(choice, how);
  const score = moveOf(told.score, other.score);
  const scored = `Its choice score ${how} ${against(score.before, score.after, how)}`;
  const [place, instead] = ofBoth(rank, how);
  if (place === null) return `${scored}.`;
  if (instead === null) return `${scored}, its place ${count(place)}; otherwise it is reviewed and has none.`;
  return `${scored}, its place ${against(count(place), count(instead), how)}.`;
}

/** How the first k of the list differ. */
export function topSentence({ ranks }: Pick<Change, 'ranks'>, k: number, how: Telling): string {
  const { fresh, moved } = changesAtTop(ranks, k);
  const be = (n: number) => (how === 'would be' ? how : n === 1 ? 'is' : 'are');
  const first = `the first ${numberWord(k).toLowerCase()} of the list`;
  if (fresh > 0) return `${numberWord(fresh)} of ${first} ${be(fresh)} different.`;
  if (moved > 0) return `${capital(first)} ${be(k)} the same, in another order.`;
  return `${capital(first)} ${how === 'is' ? 'are' : 'would be'} the same.`;
}
