import type { Choice } from '../answers';
import { type Ground, wholeNumber } from '../core/ground';
import type { Moment } from '../core/moment';
import { type Apart, takingApart } from '../core/scored';
import { choiceOf, predictionOf, weighed } from '../core/scores';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface RecommendRequest extends Place {
  readonly person: string;
  /** How many times popularity counts, as {@link Choice.times}; once where absent. */
  readonly times?: number | undefined;
  /** Length of the list. */
  readonly k: number;
}

/** One item, its choice score taken apart: the parts sum to the score. */
export interface Recommended extends NonNullable<Apart['states']>, Pick<Apart, 'words' | 'notSpokenOf'> {
  readonly item: string;
  readonly name: string;
  readonly choice: Choice;
  /** Predicted rating, cut to the scale. */
  readonly rating: number;
}

/** The list of a person with all terms of each score. */
export const recommend = question<RecommendRequest, readonly Recommended[]>({
  replayed: true,
  async answer(ground, { person, times = 1, k, ...place }) {
    wholeNumber(k, 'k');
    const moment = await ground.at(place);
    const user = ground.person(moment, person);
    const { ranking } = weighed(await ground.scores(moment, user), times);
    const terms = await termsOf(ground, moment, user, times);
    return Array.from(ranking.subarray(0, k), terms);
  },
});

/** All terms of the choice scores of a person, item by item. Waits for no replay: there was one. */
async function termsOf(ground: Ground, moment: Moment, user: number, times: number) {
  const { catalogue } = ground;
  const scores = weighed(await ground.scores(moment, user), times);
  const profile = await ground.profile(moment, 'user', user);
  const apart = takingApart(ground, moment, profile, moment.rowsOf('user', user));
  return (item: number): Recommended => {
    const { states, words, notSpokenOf } = apart(item);
    return {
      item: moment.idOf('item', item),
      name: moment.nameOf('item', item),
      choice: choiceOf(catalogue, scores, item),
      ...states!,
      ...{ words, notSpokenOf },
      rating: predictionOf(catalogue, scores, item).rating,
    };
  };
}

export interface ReasonsRequest extends Place {
  readonly person: string;
  readonly item: string;
  /** How many times popularity counts, as {@link Choice.times}. */
  readonly times: number;
}

export interface Reasons extends Recommended {
  /** Whether the person has reviewed the item: it stands in no list then, and its review counts in none of this. */
  readonly reviewed: boolean;
}

/** All terms of the choice score of one item. */
export const reasons = question<ReasonsRequest, Reasons>({
  replayed: true,
  async answer(ground, { person, item, times, ...asked }) {
    const { moment, place } = await ground.without(asked, person, item);
    const terms = await termsOf(ground, moment, ground.person(moment, person), times);
    return { ...terms(ground.item(item)), reviewed: place !== asked };
  },
});
