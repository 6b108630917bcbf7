import { LIST, MASKED, type Standing, standingOf } from '../../model/listFall';
import { random, shuffle } from '../../model/random';
import { weightOf } from '../core/choiceTerms';
import { personSaid } from '../core/sayings';
import { weighed } from '../core/scores';
import type { Place } from '../simulatedLog';
import { question } from './question';

/** Does an item stand on the list for the words that are its reasons? Asked of the words of a person’s profile. */
export interface ListFallRequest extends Place {
  readonly person: string;
  /** An item that the person has not had; null, or one that too few words speak for: the first of the list that can be asked of. */
  readonly item: string | null;
  /** How many times popularity counts; finite, as beside nothing else no word counts. */
  readonly times: number;
}

export interface ListFall {
  readonly item: string;
  readonly name: string;
  /** Its place in the list, from 1, among so many items. */
  readonly place: number;
  readonly among: number;
  /** The words that speak most for it: what each adds to the choice score, and places that the item falls without it alone. */
  readonly words: readonly { readonly word: string; readonly value: number; readonly fall: number }[];
  /** Places that it falls without all of them; less than 0: that it rises. */
  readonly fall: number;
  /** The same for as many of all shared words, drawn by a seed, in rising order. */
  readonly others: readonly number[];
  /** Words that person and item share. */
  readonly shared: number;
}

/** Odd, so that the median is one of them. */
const DRAWS = 21;

/** Null where no item of the list can be asked of: too few words speak for each. */
export const listFall = question<ListFallRequest, ListFall | null>({
  replayed: true,
  async answer(ground, { person, item, times, ...place }, { proceed }) {
    const { catalogue, scorer } = ground;
    const moment = await ground.at(place);
    const user = ground.person(moment, person);
    const { choices, ranking, ranks } = weighed(await ground.scores(moment, user), times);
    const words = scorer.words(moment);
    const [kappa] = weightOf(catalogue, 'choice/words');
    const asked = { scores: choices, open: ranking, ...personSaid(catalogue, moment, user) };
    const wanted = item === null ? [] : [ground.item(item)].filter((one) => ranks[one] > 0);
    let [found, standing]: [number, Standing | null] = [-1, null];
    for (const one of [...wanted, ...ranking.subarray(0, LIST)]) {
      [found, standing] = [one, standingOf(asked, one, words, kappa)];
      if (standing) break;
      proceed();
    }
    if (!standing) return null;
    const { terms, fall, above } = standing;
    const all = Int32Array.from(terms, ({ word }) => word);
    const source = random('list-fall', person, found);
    const others = Array.from({ length: DRAWS }, () => {
      proceed();
      return fall(shuffle(all.slice(), source).subarray(0, MASKED));
    });
    const scale = kappa / words.norms[found];
    return {
      item: moment.idOf('item', found),
      name: moment.nameOf('item', found),
      place: above + 1,
      among: ranking.length,
      words: terms.slice(0, MASKED).map(({ word, value }) => ({
        word: catalogue.bundle.vocabulary.word[word],
        value: scale * value,
        fall: fall([word]),
      })),
      fall: fall(all.subarray(0, MASKED)),
      others: others.sort((a, b) => a - b),
      shared: terms.length,
    };
  },
});
