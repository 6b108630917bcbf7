import { PASSES } from '../../../model/bias';
import type { Side } from '../../../vocabulary';
import { type Lens, SYMBOL } from './lens';
import { computed, constant, type Formula, factor, product, type Ref } from './parts';

/** Rows of an entity that carry a rating, those that its statistics are fitted to. */
const ratedRows = (lens: Lens, side: Side, entity: number): number[] =>
  Array.from(lens.moment.rowsOf(side, entity)).filter(
    (row) => !Number.isNaN(lens.moment.world.scenario.givenRating(row)),
  );

/** Mean of a value over all ratings that have happened. */
function meanOverRatings(lens: Lens, measure: (row: number) => number): number {
  const { scenario } = lens.moment.world;
  let sum = 0;
  let count = 0;
  for (const row of scenario.order.subarray(0, lens.moment.end)) {
    if (Number.isNaN(scenario.givenRating(row))) continue;
    sum += measure(row);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** r − μ − b_u − s_u·b_i, or with one of the biases left in, after some pass. */
function deviationOf(lens: Lens, without: 'item' | 'user' | 'both', row: number, pass: number): number {
  const { columns, scenario } = lens.moment.world;
  const [user, item] = [columns.user[row], columns.item[row]];
  const r = scenario.givenRating(row) - lens.config.meanRating;
  const before = () => lens.statistics(Math.max(0, pass - 1));
  // Which pass each was taken from follows the order of `model/bias.ts`: items, people, scales, reliabilities.
  if (without === 'user') return r - before().users.biases[user];
  const { users, items } = lens.statistics(pass);
  if (without === 'item') return r - before().users.scales[user] * items.biases[item];
  return r - users.biases[user] - users.scales[user] * items.biases[item];
}

const deviation = (lens: Lens, without: 'item' | 'user' | 'both', row: number, pass: number) => {
  const { columns } = lens.moment.world;
  const of = without === 'item' ? lens.name('item', columns.item[row]) : lens.name('user', columns.user[row]);
  return computed(
    deviationOf(lens, without, row, pass),
    'e',
    without === 'both'
      ? { is: 'unexplained', name: lens.name('item', columns.item[row]) }
      : { is: 'rating-without', without, name: of },
    { of: 'deviation', without, key: lens.key(row), pass },
  );
};

/** b_u or b_i after a pass of alternating damped least squares. */
export function openDampedBias(lens: Lens, { side, id, pass }: Ref<'damped-bias'>): Formula {
  lens.pass(pass);
  const entity = lens.entity(side, id);
  const all = lens.statistics(pass);
  const { damping } = lens.config;
  const { has } = lens;
  const value = (side === 'user' ? all.users : all.items).biases[entity] ?? 0;
  const rows = pass === 0 ? [] : ratedRows(lens, side, entity);
  const { columns } = lens.moment.world;
  const weights = (row: number) => {
    const user = columns.user[row];
    const counts = lens.fitted('reliability', user, pass - 1, { is: 'rater-reliability' });
    const scale = lens.fitted('scale', user, pass - 1, { is: 'rater-scale' });
    return { reliability: has.reliability ? [counts] : [], scale: has.scale ? [scale] : [] };
  };
  const w = has.reliability ? 'w_u ' : '';
  const s = has.scale ? 's_u ' : '';
  const counting = (['reliability', 'scale'] as const).filter((one) => has[one]);
  const symbol = `b_${SYMBOL[side]}`;
  const common = {
    about: {
      is: 'damped-bias',
      side,
      name: lens.name(side, entity),
      rated: rows.length > 0,
      pass,
      counting,
    },
    symbol,
    value,
    unit: 'rating',
  } as const;
  if (rows.length === 0) return { ...common, tex: `${symbol} = 0` };
  const lambda = constant(damping[side], String.raw`\lambda`, { is: 'damping', ratings: damping[side] });
  return side === 'user'
    ? {
        ...common,
        tex: String.raw`b_u = \frac{\sum (r - \mu - ${s}b_i)}{n_u + \lambda}`,
        terms: rows.map((row) => product(deviation(lens, 'item', row, pass))),
        divisor: [product(constant(rows.length, 'n_u', { is: 'ratings' })), product(lambda)],
      }
    : {
        ...common,
        tex: String.raw`b_i = \frac{\sum ${w}${s}(r - \mu - b_u)}{${counting.length > 0 ? String.raw`\sum ${w}${has.scale ? 's_u^2' : ''}` : 'n_i'} + \lambda}`,
        terms: rows.map((row) => {
          const { reliability, scale } = weights(row);
          return product(deviation(lens, 'user', row, pass), ...reliability, ...scale);
        }),
        divisor: [
          ...(counting.length > 0
            ? rows.map((row) => {
                const { reliability, scale } = weights(row);
                return product(...reliability, ...scale, ...scale);
              })
            : [product(constant(rows.length, 'n_i', { is: 'ratings' }))]),
          product(lambda),
        ],
      };
}

/** What is left of a rating. */
export function openDeviation(lens: Lens, { without, key, pass }: Ref<'deviation'>): Formula {
  // The item biases of a pass that is still to come are fitted to what this one leaves.
  lens.within('pass', pass, PASSES + 2);
  const row = lens.row(key);
  const { columns, scenario } = lens.moment.world;
  const r = scenario.givenRating(row);
  const [user, item] = [columns.user[row], columns.item[row]];
  const earlier = Math.max(0, pass - 1);
  const minus = constant(-1, '-1', { is: 'taken-away' });
  const s = lens.has.scale ? 's_u ' : '';
  const bias = (side: Side, entity: number, from: number) =>
    lens.bias(side, entity, from, { is: 'bias-of', name: lens.name(side, entity) });
  const scale = (from: number) =>
    lens.has.scale ? [lens.fitted('scale', user, from, { is: 'own-scale' })] : [];
  const terms = [
    product(
      factor(
        r,
        'r',
        {
          is: 'rating',
          item: lens.name('item', item),
          person: lens.name('user', user),
        },
        'given',
      ),
    ),
    product(constant(lens.config.meanRating, String.raw`\mu`, { is: 'mean-rating' }), minus),
  ];
  if (without === 'user') terms.push(product(bias('user', user, earlier), minus));
  if (without === 'both') terms.push(product(bias('user', user, pass), minus));
  if (without !== 'user')
    terms.push(product(...scale(without === 'item' ? earlier : pass), bias('item', item, pass), minus));
  return {
    about: { is: 'deviation', item: lens.name('item', item) },
    symbol: 'e',
    tex:
      without === 'item'
        ? `e = r - \\mu - ${s}b_i`
        : without === 'user'
          ? 'e = r - \\mu - b_u'
          : `e = r - \\mu - b_u - ${s}b_i`,
    value: deviationOf(lens, without, row, pass),
    unit: 'rating',
    terms,
  };
}

/** s_u: regression of a person's deviations on the item biases, drawn towards 1 and never below 0. */
export function openScale(lens: Lens, { person, pass }: Ref<'scale' | 'reliability'>): Formula {
  lens.pass(pass);
  const user = lens.entity('user', person);
  const now = lens.statistics(pass);
  const { scale: lambda } = lens.config.damping;
  const { columns } = lens.moment.world;
  const value = now.users.scales[user] ?? 1;
  const spread = meanOverRatings(lens, (row) => now.items.biases[columns.item[row]] ** 2);
  const fits = lambda !== null && pass > 0 && spread > 0;
  const not = lambda === null ? 'in-model' : fits ? null : 'yet';
  const common = { about: { is: 'scale', not, floored: fits && value === 0 }, symbol: 's_u', value } as const;
  if (!fits) return { ...common, tex: 's_u = 1' };
  const prior = product(
    constant(lambda, String.raw`\lambda`, { is: 'damping', ratings: null }),
    constant(spread, 'm', { is: 'bias-square' }),
  );
  const bias = (row: number) =>
    lens.bias('item', columns.item[row], pass, { is: 'bias-of', name: lens.name('item', columns.item[row]) });
  const rows = ratedRows(lens, 'user', user);
  return {
    ...common,
    tex: String.raw`s_u = \max\Bigl(0,\ \frac{\sum (r - \mu - b_u)\,b_i + \lambda m}{\sum b_i^2 + \lambda m}\Bigr)`,
    outer: 'relu',
    terms: [...rows.map((row) => product(deviation(lens, 'user', row, pass + 1), bias(row))), prior],
    divisor: [...rows.map((row) => product(bias(row), bias(row))), prior],
  };
}

/** w_u: inverse of the spread of a person's residuals, drawn towards 1. */
export function openReliability(lens: Lens, { person, pass }: Ref<'scale' | 'reliability'>): Formula {
  lens.pass(pass);
  const user = lens.entity('user', person);
  const { reliability: lambda } = lens.config.damping;
  const value = lens.statistics(pass).users.reliabilities[user] ?? 1;
  const variance = meanOverRatings(lens, (row) => deviationOf(lens, 'both', row, pass) ** 2);
  const fits = lambda !== null && pass > 0 && variance > 0;
  const not = lambda === null ? 'in-model' : fits ? null : 'yet';
  const common = { about: { is: 'reliability', not }, symbol: 'w_u', value } as const;
  if (!fits) return { ...common, tex: 'w_u = 1' };
  const rows = ratedRows(lens, 'user', user);
  const v = constant(variance, 'v', { is: 'residual-square' });
  const damped = constant(lambda, String.raw`\lambda`, { is: 'damping', ratings: null });
  return {
    ...common,
    tex: String.raw`w_u = \frac{v\,(n_u + \lambda)}{\sum e^2 + \lambda v}`,
    terms: [product(v, constant(rows.length, 'n_u', { is: 'ratings' })), product(v, damped)],
    divisor: [
      ...rows.map((row) => {
        const e = deviation(lens, 'both', row, pass);
        return product(e, e);
      }),
      product(damped, v),
    ],
  };
}
