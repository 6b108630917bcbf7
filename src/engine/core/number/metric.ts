import { METRICS } from '../../../model/equations/metrics';
import { RequestError } from '../requestError';
import { byId, type Lens } from './lens';
import { computed, constant, type Formula, type Ref } from './parts';

/** A figure measured on the test part, as the mean that it is. */
export function openMetric(lens: Lens, { name, history }: Ref<'metric'>): Formula {
  const rows = lens.optics.evaluated(history);
  if (!rows) throw new RequestError('ref.history', { is: 'not-measured' });
  const { held, predicted, rankings, found, shown } = rows;
  const people = {
    ndcg10: rankings.map((one) => ({ user: one.user, value: one['ndcg@10'] })),
    catalogueNdcg10: found.map((one) => ({ user: one.user, value: one['ndcg@10'] })),
    catalogueRecall10: found.map((one) => ({ user: one.user, value: one['recall@10'] })),
  };
  const of = name in people ? people[name as keyof typeof people] : [];
  const n = held.ratings.length;
  const error = (k: number): number => predicted[k] - held.ratings[k];
  const meanOf = (part: (k: number) => number, count: number): number =>
    Array.from({ length: count }, (_, k) => part(k)).reduce((sum, value) => sum + value, 0) /
    Math.max(1, count);
  const values = {
    mae: () => meanOf((k) => Math.abs(error(k)), n),
    rmse: () => Math.sqrt(meanOf((k) => error(k) ** 2, n)),
    coverage10: () => shown.items / shown.of,
  };
  const find = byId({
    error: (k) =>
      computed(error(k), {
        is: 'held-out',
        item: lens.name('item', held.items[k]),
        person: lens.name('user', held.users[k]),
        predicted: predicted[k],
        rated: held.ratings[k],
      }),
    'held-out-count': () => constant(n, { is: 'held-out-count' }),
    'of-person': (k) =>
      computed(of[k].value, {
        is: name === 'catalogueRecall10' ? 'recall-of' : 'ndcg-of',
        name: lens.name('user', of[k].user),
      }),
    people: () => constant(of.length, { is: 'people-measured' }),
    shown: () => constant(shown.items, { is: 'items-shown' }),
    all: () => constant(shown.of, { is: 'items-in-all' }),
  });
  const unit = { mae: 'rating', rmse: 'rating', coverage10: 'share' } as const;
  const own = name in values ? values[name as keyof typeof values] : null;
  return {
    about: { is: 'metric', metric: name },
    value: own ? own() : meanOf((k) => of[k].value, of.length),
    unit: name in unit ? unit[name as keyof typeof unit] : null,
    ...lens.formula(METRICS[name], {}, find, { 'held-out': n, people: of.length }),
  };
}
