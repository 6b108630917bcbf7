import { scoreOf } from '../../../model/equations/score';
import type { Catalogue } from '../catalogue';
import { weightOf } from '../choiceTerms';
import { scorerTerms } from '../dataset';
import { byId, type Lens } from './lens';
import { computed, constant, type Formula, type Ref } from './parts';

/**
 * What one interaction of a person adds to a predicted rating: the state is the sum of what its interactions left, and bias and
 * product are linear in it, so each has an exact share of both: w·c_τ + ⟨P c_τ, i⟩/√D.
 */
export function openShare(lens: Lens, { item: id, key }: Ref<'share'>): Formula {
  const item = lens.entity('item', id);
  const row = lens.row(key);
  const slope = slopesOf(lens, item);
  const left = leftBy(lens, row);
  const find = byId({
    left,
    slope: (n) => computed(slope[n], { is: 'slope', n }, { of: 'slope', item: id, d: n }),
  });
  return {
    about: { is: 'share', item: lens.name('item', item) },
    value: slope.reduce((sum, value, n) => sum + value * left(n).value, 0),
    unit: 'rating',
    ...lens.formula(scoreOf(scorerTerms(lens.config)).share, {}, find),
  };
}

/** What an interaction of a person has left in their state. */
export function leftBy(lens: Lens, row: number) {
  const rows = lens.moment.rowsOf('user', lens.moment.world.columns.user[row]);
  const c = lens.moment.parts('user', rows).steps[rows.indexOf(row)];
  const key = lens.key(row);
  return (n: number) => computed(c[n], { is: 'left', n }, { of: 'contribution', side: 'user', key, d: n });
}

/** How much the predicted rating of an item grows with one dimension of a person's state, the network left aside. */
export function openSlope(lens: Lens, { item: id, d }: Ref<'slope'>): Formula {
  lens.within('d', d, lens.D);
  const item = lens.entity('item', id);
  const find = byId({
    'w/slope': (n) => ({ is: 'bias-weight', n }),
    kernel: (n, to) => ({ is: 'weight-between', n, to }),
    item: (n) => lens.state('item', item, n),
    root: () => constant(Math.sqrt(lens.D), { is: 'root', n: lens.D }),
  });
  return {
    about: { is: 'slope', item: lens.name('item', item), n: d, off: lens.config.scorer === 'mlp' },
    value: slopesOf(lens, item)[d],
    ...lens.formula(scoreOf(scorerTerms(lens.config)).slope, { D: d }, find),
  };
}

const slopesOf = (lens: Lens, item: number): Float64Array =>
  slopeOf(lens.catalogue, lens.moment.state('item', item));

/**
 * How the rating of an item grows with each dimension of the person's state [D]: w_d + Σ_e P[d, e]·i_e/√D.
 * @param item the item's state [D]
 */
function slopeOf(catalogue: Catalogue, item: Float32Array): Float64Array {
  const D = item.length;
  const bias = weightOf(catalogue, 'score/user/bias');
  const kernel = weightOf(catalogue, 'score/dot/kernel');
  const withProduct = catalogue.config.scorer !== 'mlp';
  return Float64Array.from({ length: D }, (_, d) => {
    let product = 0;
    for (let e = 0; withProduct && e < D; e++) product += kernel[d * D + e] * item[e];
    return bias[d] + product / Math.sqrt(D);
  });
}
