import { RequestError } from '../requestError';
import type { Lens } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

/** A figure measured on the test part, as the mean that it is. */
export function openMetric(lens: Lens, { name, history }: Ref<'metric'>): Formula {
  const rows = lens.optics.evaluated(history);
  if (!rows) throw new RequestError('ref.history', { is: 'not-measured' });
  const { held, predicted, rankings } = rows;
  const n = held.ratings.length;
  if (name === 'ndcg10')
    return {
      about: { is: 'metric', metric: name },
      symbol: String.raw`\text{NDCG@10}`,
      tex: String.raw`\frac{1}{|U|}\sum_u \mathrm{NDCG@10}(u)`,
      value: rankings.reduce((sum, one) => sum + one['ndcg@10'], 0) / Math.max(1, rankings.length),
      terms: rankings.map((one) =>
        product(computed(one['ndcg@10'], 'g', { is: 'ndcg-of', name: lens.name('user', one.user) })),
      ),
      divisor: [product(constant(rankings.length, '|U|', { is: 'people-measured' }))],
    };
  const root = name === 'rmse';
  const errors = Float64Array.from(predicted, (value, k) => value - held.ratings[k]);
  const terms = Array.from(errors, (error, k) => {
    const what = {
      is: 'held-out',
      item: lens.name('item', held.items[k]),
      person: lens.name('user', held.users[k]),
      predicted: predicted[k],
      rated: held.ratings[k],
    } as const;
    return product(computed(error, 'e', what, null, root ? 'square' : 'magnitude'));
  });
  const mean = terms.reduce((sum, { value }) => sum + value, 0) / Math.max(1, n);
  return {
    about: { is: 'metric', metric: name },
    symbol: String.raw`\text{${name.toUpperCase()}}`,
    tex: root ? String.raw`\sqrt{\frac{1}{n}\sum (\hat r - r)^2}` : String.raw`\frac{1}{n}\sum |\hat r - r|`,
    value: root ? Math.sqrt(mean) : mean,
    unit: 'rating',
    ...(root && { outer: 'sqrt' as const }),
    terms,
    divisor: [product(constant(n, 'n', { is: 'held-out-count' }))],
  };
}
