import type { Side } from '../../vocabulary';
import type { Prediction, RankChange, WordChange } from '../answers';
import { compared, heaviestWords, predictions, rankChanges, wordChanges } from '../core/changes';
import { type Ground, wholeNumber } from '../core/ground';
import type { Moment } from '../core/moment';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface CompareRequest {
  readonly before: Place;
  readonly after: Place;
  readonly person: string;
  /** May be null. */
  readonly item: string | null;
  readonly k: number;
}

/** Two moments side by side, of one log or of two, for one person. */
export interface Comparison {
  /** States [D] of the person and, where one is chosen, of the item. */
  readonly person: { readonly before: readonly number[]; readonly after: readonly number[] };
  readonly item: { readonly before: readonly number[]; readonly after: readonly number[] } | null;
  /** Predicted rating of the chosen item; null without one. */
  readonly prediction: { readonly before: Prediction; readonly after: Prediction } | null;
  readonly ranks: readonly RankChange[];
  readonly personWords: readonly WordChange[];
  readonly itemWords: readonly WordChange[];
  /** The heaviest words of both moments, changed or not, the heaviest first. */
  readonly personProfile: readonly WordChange[];
  readonly itemProfile: readonly WordChange[];
  readonly milliseconds: number;
}

export const compare = question<CompareRequest, Comparison>({
  replayed: true,
  timed: true,
  async answer(ground, { before, after, ...whose }) {
    // Not side by side: the later world may be made from the earlier one.
    const earlier = await ground.at(before);
    return compareMoments(ground, earlier, await ground.at(after), whose);
  },
});

export async function compareMoments(
  ground: Ground,
  before: Moment,
  after: Moment,
  { person, item: itemId, k }: Pick<CompareRequest, 'person' | 'item' | 'k'>,
): Promise<Omit<Comparison, 'milliseconds'>> {
  wholeNumber(k, 'k');
  const item = itemId === null ? null : ground.item(itemId);
  // A new person may have another row, or none, in the other log.
  const users = { before: ground.person(before, person), after: ground.person(after, person) };
  const parts = await compared(ground, before, after, users, item === null ? [] : [item]);
  const states = (side: Side, a: number, b: number) => ({
    before: Array.from(before.state(side, a)),
    after: Array.from(after.state(side, b)),
  });
  return {
    person: states('user', users.before, users.after),
    item: item === null ? null : states('item', item, item),
    prediction: item === null ? null : predictions(parts, item),
    ranks: rankChanges(k, parts),
    personWords: wordChanges(parts, 'user', users.before, users.after),
    itemWords: item === null ? [] : wordChanges(parts, 'item', item),
    personProfile: heaviestWords(parts, 'user', users.before, users.after),
    itemProfile: item === null ? [] : heaviestWords(parts, 'item', item),
  };
}
