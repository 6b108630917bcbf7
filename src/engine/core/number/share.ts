import { buildWaterfall, slopeOf } from '../waterfall';
import type { Lens } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

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
    about: { is: 'share', item: lens.name('item', item) },
    symbol: String.raw`\Delta_\tau`,
    tex: String.raw`\Delta_\tau = \sum_d c_{\tau d}\, s_d`,
    value: fall.interactions.find((one) => one.key === key)?.value ?? 0,
    unit: 'rating',
    terms: Array.from(c, (value, d) =>
      product(
        computed(value, `c_{${d}}`, { is: 'left', n: d }, { of: 'contribution', side: 'user', key, d }),
        computed(slope[d], `s_{${d}}`, { is: 'slope', n: d }, { of: 'slope', item: id, d }),
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
    about: { is: 'slope', item: lens.name('item', item), n: d, off },
    symbol: `s_{${d}}`,
    tex: off ? 's_d = w_d' : String.raw`s_d = w_d + \frac{1}{\sqrt D}\sum_e P_{de}\, i_e`,
    value: slopesOf(lens, item)[d],
    terms: [
      product(lens.weight('score/user/bias', d, `w_{${d}}`, { is: 'bias-weight', n: d })),
      ...Array.from({ length: off ? 0 : D }, (_, e) =>
        product(
          lens.weight('score/dot/kernel', d * D + e, `P_{${d},${e}}`, { is: 'weight-between', n: d, to: e }),
          lens.state('item', item, e),
          constant(1 / Math.sqrt(D), String.raw`1/\sqrt D`, { is: 'inverse-root', n: D }),
        ),
      ),
    ],
  };
}

const slopesOf = (lens: Lens, item: number): Float64Array =>
  slopeOf(lens.catalogue, lens.moment.state('item', item));
