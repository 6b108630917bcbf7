import type { Choice, ReviewTerm, WordTerm } from '../answers';
import { splitStates, splitWords } from '../core/choiceTerms';
import { type Ground, wholeNumber } from '../core/ground';
import type { Moment } from '../core/moment';
import { choiceOf, predictionOf, weighed } from '../core/scores';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface RecommendRequest extends Place {
  readonly person: string;
  /** Length of the list. */
  readonly k: number;
}

/** One item, its choice score taken apart: the parts sum to the score. */
export interface Recommended {
  readonly item: string;
  readonly name: string;
  readonly choice: Choice;
  /** What is left of u_0 in the match of the states. */
  readonly initial: number;
  /** What each of the person's reviews brings to that match, oldest first. */
  readonly reviews: readonly ReviewTerm[];
  /** What each word that both speak of brings to the match of words, furthest from 0 first. */
  readonly words: readonly WordTerm[];
  /** What the person's words bring of which the item's reviews do not speak. */
  readonly notSpokenOf: number;
  /** Predicted rating, cut to the scale. */
  readonly rating: number;
}

/** The list of a person with all terms of each score. */
export const recommend = question<RecommendRequest, readonly Recommended[]>({
  replayed: true,
  async answer(ground, { person, k, ...place }) {
    wholeNumber(k, 'k');
    const moment = await ground.at(place);
    const user = ground.person(moment, person);
    const { ranking } = await ground.scores(moment, user);
    const takenApart = await apart(ground, moment, user, 1);
    return Array.from(ranking.subarray(0, k), takenApart);
  },
});

/** Takes the choice scores of a person apart, item by item. */
async function apart(ground: Ground, moment: Moment, user: number, times: number) {
  const { catalogue, scorer } = ground;
  const scores = weighed(await ground.scores(moment, user), times);
  const profile = await ground.profile(moment, 'user', user);
  const rows = moment.rowsOf('user', user);
  const { scenario } = moment.world;
  return (item: number): Recommended => {
    const { initial, reviews } = splitStates(catalogue, moment, rows, item);
    const { terms, notSpokenOf } = splitWords(catalogue, profile, scorer.words(moment), item);
    return {
      item: moment.idOf('item', item),
      name: moment.nameOf('item', item),
      choice: choiceOf(catalogue, scores, item),
      initial,
      reviews: reviews.map((value, at) => {
        const { key, item: of } = scenario.interaction(rows[at]);
        return { key, item: moment.idOf('item', of), name: moment.nameOf('item', of), value };
      }),
      words: terms,
      notSpokenOf,
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
    const takenApart = await apart(ground, moment, ground.person(moment, person), times);
    return { ...takenApart(ground.item(item)), reviewed: place !== asked };
  },
});
