import { buildWaterfall, slopeOf } from '../waterfall';
import type { Lens } from './lens';
import { constant, type Formula, factor, product, type Ref } from './parts';

/** What one interaction of a person adds to a predicted rating: its bar in the waterfall. */
export async function openShare(lens: Lens, { item: id, key }: Ref<'share'>): Promise<Formula> {
  const item = lens.entity('item', id);
  const row = lens.row(key);
  const user = lens.moment.world.columns.user[row];
  const scores = await lens.optics.scores(lens.moment, user);
  const fall = buildWaterfall(lens.catalogue, lens.moment, scores, user, item);
  const slope = slopesOf(lens, item);
  const rows = lens.moment.rowsOf('user', user);
  const c = lens.moment.parts('user', rows).steps[rows.indexOf(row)];
  return {
    title: `What this interaction adds to the rating of ${lens.name('item', item)}`,
    sentence: 'What it left in the person’s state, each dimension times how much the rating grows with it.',
    symbol: String.raw`\Delta_\tau`,
    tex: String.raw`\Delta_\tau = \sum_d c_{\tau d}\, s_d`,
    value: fall.interactions.find((one) => one.key === key)?.value ?? 0,
    unit: 'rating',
    terms: Array.from(c, (value, d) =>
      product(
        factor(value, `c_{${d}}`, `what it left in dimension ${d}`, 'computed', {
          of: 'contribution',
          side: 'user',
          key,
          d,
        }),
        factor(slope[d], `s_{${d}}`, `growth of the rating with dimension ${d}`, 'computed', {
          of: 'slope',
          item: id,
          d,
        }),
      ),
    ),
  };
}

/** How much the predicted rating of an item grows with one dimension of a person's state, the network left aside. */
export function openSlope(lens: Lens, { item: id, d }: Ref<'slope'>): Formula {
  const { D } = lens;
  lens.within('d', d, D);
  const item = lens.entity('item', id);
  const off = lens.config.scorer === 'mlp';
  return {
    title: `Growth of the rating of ${lens.name('item', item)} with dimension ${d}`,
    sentence: `Through the person’s bias${off ? '; it is' : ', and through the product with the item’s state; both are'} linear, so this is exact.`,
    symbol: `s_{${d}}`,
    tex: off ? 's_d = w_d' : String.raw`s_d = w_d + \frac{1}{\sqrt D}\sum_e P_{de}\, i_e`,
    value: slopesOf(lens, item)[d],
    terms: [
      product(lens.weight('score/user/bias', d, `w_{${d}}`, `weight of dimension ${d} in the person’s bias`)),
      ...Array.from({ length: off ? 0 : D }, (_, e) =>
        product(
          lens.weight('score/dot/kernel', d * D + e, `P_{${d},${e}}`, `weight from dimension ${d} to ${e}`),
          lens.state('item', item, e),
          constant(1 / Math.sqrt(D), String.raw`1/\sqrt D`, `one over the root of ${D}`),
        ),
      ),
    ],
  };
}

const slopesOf = (lens: Lens, item: number): Float64Array =>
  slopeOf(lens.catalogue, lens.moment.state('item', item));
