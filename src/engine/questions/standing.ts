import { type Ground, wholeNumber } from '../core/ground';
import { predictionOf, weighed } from '../core/scores';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface StandingRequest extends Place {
  readonly person: string;
  /** Items whose places are asked for. */
  readonly items: readonly string[];
  /** How many of the first places are told. */
  readonly k: number;
  /** How many times popularity counts, as `Choice.times`; once where absent. */
  readonly times?: number;
}

/** An item of a list. */
export interface Standing {
  readonly item: string;
  readonly name: string;
  /** Its place in the person’s list, from 1; null where the person has reviewed it. */
  readonly rank: number | null;
  /** Its place by popularity alone, among what the person has not reviewed. */
  readonly popular: number | null;
  /** Predicted rating, cut to the scale. */
  readonly rating: number;
  /** Its interactions up to the moment. */
  readonly interactions: number;
}

export interface Standings {
  readonly items: readonly Standing[];
  /** The first of the person’s list, and of everyone’s. */
  readonly first: readonly Standing[];
  readonly everyone: readonly Standing[];
}

/** Where items stand in a list, and what stands first: ranks alone, so that many lists can be asked for. */
export const standing = question<StandingRequest, Standings>({
  replayed: true,
  async answer(ground: Ground, { person, items, k, times = 1, ...place }) {
    wholeNumber(k, 'k');
    const { catalogue } = ground;
    const moment = await ground.at(place);
    const scores = weighed(await ground.scores(moment, ground.person(moment, person)), times);
    const popular = weighed(scores, Number.POSITIVE_INFINITY);
    const census = moment.census();
    const told = (item: number): Standing => ({
      item: moment.idOf('item', item),
      name: moment.nameOf('item', item),
      rank: scores.ranks[item] || null,
      popular: popular.ranks[item] || null,
      rating: predictionOf(catalogue, scores, item).rating,
      interactions: census.tally('item', item).interactions,
    });
    return {
      items: items.map((id) => told(ground.item(id))),
      first: Array.from(scores.ranking.subarray(0, k), told),
      everyone: Array.from(popular.ranking.subarray(0, k), told),
    };
  },
});
