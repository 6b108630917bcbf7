import type { FigureOpened } from '../../testFigures';
import { RequestError } from '../requestError';
import type { Lens } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

/** A figure measured on the test part, as the mean that it is. */
export function openMetric(lens: Lens, { name, history }: Ref<'metric'>): Formula {
  const rows = lens.optics.evaluated(history);
  if (!rows) throw new RequestError('ref.history', { is: 'not-measured' });
  const { held, predicted, rankings, found, shown } = rows;
  const n = held.ratings.length;
  switch (name) {
    case 'ndcg10':
      return overPeople(lens, name, 'NDCG@10', 'ndcg-of', valuesOf(rankings, 'ndcg@10'));
    case 'catalogueNdcg10':
      return overPeople(lens, name, 'NDCG@10', 'ndcg-of', valuesOf(found, 'ndcg@10'));
    case 'catalogueRecall10':
      return overPeople(lens, name, 'recall@10', 'recall-of', valuesOf(found, 'recall@10'));
    case 'coverage10':
      return {
        about: { is: 'metric', metric: name },
        symbol: String.raw`\text{coverage@10}`,
        tex: String.raw`\frac{\left|\bigcup_u \mathrm{top}_{10}(u)\right|}{|I|}`,
        value: shown.items / shown.of,
        unit: 'share',
        terms: [product(constant(shown.items, String.raw`|\cup|`, { is: 'items-shown' }))],
        divisor: [product(constant(shown.of, '|I|', { is: 'items-in-all' }))],
      };
  }
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

type OfPerson = readonly { readonly user: number; readonly value: number }[];

const valuesOf = <M extends string>(
  rankings: readonly ({ readonly user: number } & Readonly<Record<M, number>>)[],
  metric: M,
): OfPerson => rankings.map((one) => ({ user: one.user, value: one[metric] }));

/** A mean over the people who have something relevant held out. */
function overPeople(
  lens: Lens,
  metric: FigureOpened,
  label: string,
  is: 'ndcg-of' | 'recall-of',
  values: OfPerson,
): Formula {
  return {
    about: { is: 'metric', metric },
    symbol: String.raw`\text{${label}}`,
    tex: String.raw`\frac{1}{|U|}\sum_u \mathrm{${label}}(u)`,
    value: values.reduce((sum, one) => sum + one.value, 0) / Math.max(1, values.length),
    terms: values.map((one) => product(computed(one.value, 'g', { is, name: lens.name('user', one.user) }))),
    divisor: [product(constant(values.length, '|U|', { is: 'people-measured' }))],
  };
}
