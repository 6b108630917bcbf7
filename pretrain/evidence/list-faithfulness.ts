import type { Evidence, Interval } from '../../src/data/evidence';
import { presenceSize } from '../../src/model/config';
import { itemWords, sparseRows, wordsIn } from '../../src/model/keywordMatch';
import { type Asked, fallOf, LIST, MASKED } from '../../src/model/listFall';
import { deviationsOf } from '../../src/model/signs';
import { toldIn } from '../../src/model/told';
import type { WeightValues } from '../../src/model/weights';
import { streamOf } from '../../src/training/stream';
import { openPredictor } from '../predictor';
import { type Prepared, rowsOf } from '../prepare';
import { random, shuffle } from '../random';
import { type BootstrapOptions, quantile } from './bootstrap';

export const LIST_PROTOCOL =
  'Of the list: for each of some people one of their first ten items at random, of which at least ten of the person’s keywords are spoken, five of them in its favour. The five that add most to its choice score are taken out of the person’s keyword profile, as if no review had said them, and the catalogue is ranked anew; the states stay. Beside it five at random of the words that person and item share. Median over people of how many places the item falls, with its 95 % interval from a bootstrap over people.';

type ListFaithfulness = NonNullable<NonNullable<Evidence['faithfulness']>['list']>;

/** People that are asked at most. */
const PEOPLE = 400;

/** Tests whether the words that a reason names are those that the item stands on the list for. */
export function listFaithfulness(
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  options: BootstrapOptions,
): ListFaithfulness | null {
  const { config } = data;
  const [people, items] = [data.userIds.length, data.itemIds.length];
  const history = rowsOf(data, 'train', 'validation');
  const stream = streamOf(data, vectors, history);
  const bits = presenceSize(config);
  const told = toldIn(config, values, stream.vectors, (row) => stream.feedback.presence[row * bits] === 1);
  const deviations = deviationsOf(stream.users, stream.ratings, told, config.meanRating, people);
  const words = itemWords(stream.said, stream.items, items, config.vocabularySize);
  const predictor = openPredictor(data, vectors, values, history);
  const falls: { heaviest: number; random: number }[] = [];
  const everybody = shuffle(
    Int32Array.from({ length: people }, (_, user) => user),
    random(options.seed, 'list-faithfulness'),
  );
  for (const user of everybody) {
    if (falls.length === PEOPLE) break;
    const rows = Array.from(stream.users.keys()).filter((row) => stream.users[row] === user);
    if (rows.length === 0) continue;
    const had = new Set(rows.map((row) => stream.items[row]));
    const scores = predictor.choice(user);
    const open = Array.from(scores.keys()).filter((item) => !had.has(item));
    const list = Int32Array.from(open.toSorted((a, b) => scores[b] - scores[a] || a - b).slice(0, LIST));
    const asked: Asked = {
      scores,
      open,
      said: sparseRows(
        rows.map((row) =>
          wordsIn(stream.said, row).map(({ word, weight, tone }) => [word, weight, tone] as const),
        ),
      ),
      deviations: rows.map((row) => deviations[row]),
    };
    const source = random(options.seed, 'list-faithfulness', data.userIds[user]);
    for (const item of shuffle(list, source)) {
      const fall = fallOf(asked, item, words, values['choice/words'][0], (from) => shuffle(from, source));
      if (!fall) continue;
      falls.push(fall);
      break;
    }
  }
  predictor.dispose();
  if (falls.length === 0) return null;
  return {
    words: MASKED,
    people: falls.length,
    heaviest: medianInterval(
      falls.map(({ heaviest }) => heaviest),
      options,
    ),
    random: medianInterval(
      falls.map((one) => one.random),
      options,
    ),
  };
}

const DRAWS = 2000;

/** The median, with its 95 % percentile interval over what is drawn with replacement. */
export function medianInterval(
  values: readonly number[],
  { seed, draws = DRAWS }: BootstrapOptions,
): Interval {
  const median = (of: readonly number[]): number =>
    quantile(
      of.toSorted((a, b) => a - b),
      0.5,
    );
  const source = random(seed, 'median');
  const found = Array.from({ length: draws }, () =>
    median(values.map(() => values[Math.floor(source.next() * values.length)])),
  ).sort((a, b) => a - b);
  return { value: median(values), low: quantile(found, 0.025), high: quantile(found, 0.975) };
}
