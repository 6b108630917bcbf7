import type { Choice, WordTerm } from '../answers';
import { splitStates, splitWords } from '../core/choiceTerms';
import { wholeNumber } from '../core/ground';
import { choiceOf, predictionOf } from '../core/scores';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface RecommendRequest extends Place {
  readonly person: string;
  /** Length of the list. */
  readonly k: number;
}

/** One item of the list, its choice score taken apart: the parts sum to the score. */
export interface Recommended {
  readonly item: string;
  readonly name: string;
  readonly choice: Choice;
  /** What is left of u_0 in the match of the states. */
  readonly initial: number;
  /** What each of the person's reviews brings to that match, oldest first, by the item that it is of. */
  readonly reviews: readonly { readonly key: string; readonly item: string; readonly value: number }[];
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
    const { catalogue, scorer } = ground;
    const moment = await ground.at(place);
    const user = ground.person(moment, person);
    const scores = await ground.scores(moment, user);
    const profile = await ground.profile(moment, 'user', user);
    const rows = moment.rowsOf('user', user);
    const { scenario } = moment.world;
    return Array.from(scores.ranking.subarray(0, k), (item) => {
      const { initial, reviews } = splitStates(catalogue, moment, rows, item);
      const { terms, notSpokenOf } = splitWords(catalogue, profile, scorer.words(moment), item);
      return {
        item: moment.idOf('item', item),
        name: moment.nameOf('item', item),
        choice: choiceOf(catalogue, scores, item),
        initial,
        reviews: reviews.map((value, at) => {
          const { key, item: of } = scenario.interaction(rows[at]);
          return { key, item: moment.idOf('item', of), value };
        }),
        words: terms,
        notSpokenOf,
        rating: predictionOf(catalogue, scores, item).rating,
      };
    });
  },
});
