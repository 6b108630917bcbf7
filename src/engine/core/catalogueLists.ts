import type { LogStatistics } from '../../model/bias';
import { type TopOf, topTens } from '../../model/catalogueRankings';
import { choiceItems, choiceScores, choiceUsers } from '../../model/choice';
import { itemWords, matches, personWords, pickRows, transposed } from '../../model/keywordMatch';
import type { States } from '../../model/replay';
import { deviationsOf } from '../../model/signs';
import { dispose, gather, type Tensor2D, tensor1d, tensor2d, tidy } from '../../model/tf';
import type { Ground } from './ground';
import { slicer } from './nextTask';
import type { Proceed } from './worlds';

/** People whose scores of all items are held at once. */
const TOGETHER = 64;

/** Some rows of the bundle's log, and the columns of these. */
export interface KnownHistory {
  readonly rows: Int32Array;
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** NaN where not rated. */
  readonly ratings: Float64Array;
  /** Whether what was written counts. */
  readonly text: boolean;
}

/**
 * First ten items by choice score after a history, of some people, of what each has not had; of nobody else. Gives way to
 * pending messages in between.
 * @param states of everybody after the history
 * @param people each once
 */
export async function listsAfter(
  { brain, catalogue }: Ground,
  history: KnownHistory,
  states: States,
  statistics: LogStatistics,
  people: readonly number[],
  proceed: Proceed,
): Promise<TopOf> {
  const { weights, config } = brain;
  const { meanRating, vocabularySize: size } = config;
  const { users, items, ratings, text } = history;
  const [userCount, itemCount] = [catalogue.user.count, catalogue.item.count];
  // Where no text counts, nobody has said anything.
  const written = text ? history.rows : new Int32Array(0);
  const said = pickRows(catalogue.said, written);
  const told = Float64Array.from(history.rows, (row) => (text ? catalogue.told(row) : Number.NaN));
  const deviations = deviationsOf(users, ratings, told, meanRating, userCount);
  const ofPeople = personWords(said, users.subarray(0, written.length), deviations, userCount, size);
  const ofItems = itemWords(said, items.subarray(0, written.length), itemCount, size);
  const postings = transposed(ofItems.unit, size);

  const { factors, side } = tidy(() => ({
    factors: choiceUsers(weights, states.users),
    side: choiceItems(weights, config, states.items, statistics.items),
  }));
  const breathe = slicer();
  let [some, scores] = [people.slice(0, 0), new Float32Array(0)];
  const topOf = topTens({ itemCount, history }, (user) => {
    const place = some.indexOf(user);
    return scores.subarray(place * itemCount, (place + 1) * itemCount);
  });
  try {
    for (let from = 0; from < people.length; from += TOGETHER) {
      some = people.slice(from, from + TOGETHER);
      const matched = matches(ofPeople, some, ofItems, postings);
      await breathe();
      proceed();
      const all = tidy(() => {
        const own = gather(factors, tensor1d(some, 'int32')) as Tensor2D;
        return choiceScores(weights, own, side, tensor2d(matched, [some.length, itemCount]));
      });
      scores = (await all.data()) as Float32Array<ArrayBuffer>;
      dispose(all);
      some.forEach(topOf);
    }
  } finally {
    dispose([factors, side.match, side.popularity]);
  }
  return topOf;
}
