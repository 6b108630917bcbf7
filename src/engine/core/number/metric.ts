import { given, rating } from '../../numbers';
import { RequestError } from '../requestError';
import type { Lens } from './lens';
import { constant, type Formula, factor, product, type Ref } from './parts';

/** A figure measured on the test part, as the mean that it is. */
export function openMetric(lens: Lens, { name, history }: Ref<'metric'>): Formula {
  const rows = lens.optics.evaluated(history);
  if (!rows)
    throw new RequestError('ref.history', 'this was not measured here; press Measure in the Evidence view');
  const { held, predicted, rankings } = rows;
  const n = held.ratings.length;
  if (name === 'ndcg10')
    return {
      title: 'NDCG@10 on the test part',
      sentence:
        'The mean over all people with a relevant item among those held out, of how well their own items are ranked.',
      symbol: String.raw`\text{NDCG@10}`,
      tex: String.raw`\frac{1}{|U|}\sum_u \mathrm{NDCG@10}(u)`,
      value: rankings.reduce((sum, one) => sum + one['ndcg@10'], 0) / Math.max(1, rankings.length),
      terms: rankings.map((one) =>
        product(factor(one['ndcg@10'], 'g', `NDCG@10 of ${lens.name('user', one.user)}`, 'computed')),
      ),
      divisor: [product(constant(rankings.length, '|U|', 'people with a relevant held-out item'))],
    };
  const root = name === 'rmse';
  const errors = Float64Array.from(predicted, (value, k) => value - held.ratings[k]);
  const terms = Array.from(errors, (error, k) => {
    const who = `${lens.name('item', held.items[k])}, by ${lens.name('user', held.users[k])}: predicted ${rating(predicted[k])}, rated ${given(held.ratings[k])}`;
    return product(factor(error, 'e', who, 'computed', null, root ? 'square' : 'magnitude'));
  });
  const mean = terms.reduce((sum, { value }) => sum + value, 0) / Math.max(1, n);
  return {
    title: `${name.toUpperCase()} on the test part`,
    sentence: root
      ? 'The root of the mean squared error over all held-out ratings: large errors count more.'
      : 'The mean absolute error over all held-out ratings.',
    symbol: String.raw`\text{${name.toUpperCase()}}`,
    tex: root ? String.raw`\sqrt{\frac{1}{n}\sum (\hat r - r)^2}` : String.raw`\frac{1}{n}\sum |\hat r - r|`,
    value: root ? Math.sqrt(mean) : mean,
    unit: 'rating',
    ...(root && { outer: 'sqrt' as const }),
    terms,
    divisor: [product(constant(n, 'n', 'held-out ratings'))],
  };
}
