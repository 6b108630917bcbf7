import { beforeAll, expect, it } from 'vitest';
import { initialWeights } from '../../src/training/variables';
import { startTensorFlow } from '../node-tf';
import { openPredictor } from '../predictor';
import { rowsOf } from '../prepare';
import { preparedPlanted } from '../testing/planted-set';
import { historyLog } from '../train';
import { textVectors } from '../train-text';
import { recommenderOfBaseline } from './of-baseline';
import { drexRecommender } from './of-drex';
import type { NewReview } from './recommender';

beforeAll(() => startTensorFlow());

const planted = preparedPlanted();
/** Newcomers give no aspects, so nobody does here. */
const data = {
  ...planted,
  feedback: planted.feedback.map(({ rating, aspects }) => ({ rating, aspects: aspects.map(() => null) })),
};

it('DReX serves somebody new exactly as somebody known whose reviews come last', () => {
  const values = initialWeights(data.config, 3, 1);
  values['choice/words'] = Float32Array.of(5);
  const vectors = textVectors(data, values);
  const all = rowsOf(data, 'train', 'validation');
  const person = data.users[all[0]];
  const own = all.filter((row) => data.users[row] === person);
  const others = all.filter((row) => data.users[row] !== person);
  const predictor = openPredictor(data, vectors, values, Int32Array.from([...others, ...own]));
  const known = predictor.choice(person);
  predictor.dispose();
  const items = data.itemIds.length;
  const reviews = Array.from(
    own,
    (row): NewReview => ({
      item: data.items[row],
      rating: data.feedback[row].rating,
      text: data.texts[row],
    }),
  );
  const drex = drexRecommender(data, vectors, values, others);
  const scores = drex.scores(reviews) as Float32Array;
  expect(scores).toHaveLength(items);
  for (let item = 0; item < items; item++) expect(scores[item]).toBeCloseTo(known[item], 4);
  // Nothing is left behind in the model.
  expect(drex.scores(reviews)).toEqual(scores);
  drex.dispose();
});

it('DReX has signed words of somebody new, a denied one the other way round', () => {
  const values = initialWeights(data.config, 3, 1);
  const drex = drexRecommender(data, textVectors(data, values), values, rowsOf(data, 'train'));
  const [word] = data.vocabulary.filter((_, id) => data.said.idf[id] > 0);
  const heard = (text: string, rating: number) =>
    (drex.words!([{ item: 0, rating, text }]) as ReadonlyMap<string, number>).get(word) ?? 0;
  expect(heard(word, data.config.rating.max)).toBeGreaterThan(0);
  expect(heard(word, data.config.rating.min)).toBeLessThan(0);
  expect(heard(`not ${word}`, data.config.rating.max)).toBeLessThan(0);
  drex.dispose();
});

it('a baseline is told items, ratings and known words; one that knows nobody new is none', () => {
  const told: unknown[] = [];
  const history = historyLog(data, null);
  const newcomer = (history: unknown) => (person: unknown) => {
    told.push(history, person);
    return Float64Array.of(1, 2);
  };
  const baseline = recommenderOfBaseline(data, { id: 'made-up', newcomer }, history)!;
  const [, , word] = data.vocabulary;
  expect(baseline.scores([{ item: 3, rating: null, text: `${word} nevermetbefore ${word}` }])).toEqual(
    Float64Array.of(1, 2),
  );
  expect(told).toEqual([history, { items: [3], ratings: [Number.NaN], words: [Int32Array.of(2, 2)] }]);
  expect(recommenderOfBaseline(data, { id: 'bias' }, history)).toBeNull();
});
