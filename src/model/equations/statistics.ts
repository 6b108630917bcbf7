import type { Side } from '../../vocabulary';
import { dampedOf, MEAN, SCALE } from './score';
import {
  type Axis,
  apply,
  type Equation,
  minus,
  NOTHING,
  ONE,
  operand,
  over,
  type Quantity,
  sum,
  type Tree,
  the,
  times,
  total,
} from './tree';

/** Statistics of the history, docs/ARCHITECTURE.md#statistics-of-the-history. Sums go over the ratings of one person or item. */

/** What a model fits beside the biases. */
export interface Fits {
  readonly scale: boolean;
  readonly reliability: boolean;
}

const RATING = operand('rating', 'r');
/** The same, and what is left of a rating, of each rating that is summed over. */
const each = (of: Quantity, axis: Axis = 'ratings'): Quantity => ({ ...of, axes: [axis] });
const RELIABILITY = operand('reliability', 'w_u');
const LAMBDA = operand('damping', String.raw`\lambda`);
const RESIDUAL = operand('deviation', 'e');
const COUNT = (side: Side) => operand('ratings', side === 'user' ? 'n_u' : 'n_i');
const BIAS_SQUARE = operand('bias-square', 'm');
const RESIDUAL_SQUARE = operand('residual-square', 'v');

const ratings = (tree: Tree): Tree => total('ratings', tree);
const product = (...factors: readonly (Quantity | false)[]): Tree =>
  times(...factors.filter((one) => one !== false).map((one) => the(each(one))));
const square = (of: Quantity): Tree => apply('square', the(each(of)));

/** What is left of a rating: without the mean and the biases of the item, of the person, or of both. */
function left(without: 'item' | 'user' | 'both', { scale }: Fits): Tree[] {
  const item = scale ? times(the(SCALE), the(dampedOf('item'))) : the(dampedOf('item'));
  return [
    minus(the(MEAN)),
    ...(without === 'item' ? [] : [minus(the(dampedOf('user')))]),
    ...(without === 'user' ? [] : [minus(item)]),
  ];
}

export const deviation = (without: 'item' | 'user' | 'both', fits: Fits): Equation => ({
  of: RESIDUAL,
  tree: sum(the(RATING), ...left(without, fits)),
});

/** b_u or b_i after a pass; 0 where there is nothing to fit. */
export function dampedBias(side: Side, fits: Fits, rated: boolean): Equation {
  const { scale, reliability } = fits;
  const of = dampedOf(side);
  if (!rated) return { of, tree: the(NOTHING) };
  if (side === 'user')
    return {
      of,
      tree: over(ratings(product(RESIDUAL)), sum(the(COUNT(side)), the(LAMBDA))),
      where: deviation('item', fits),
    };
  const [w, s] = [reliability && RELIABILITY, scale && SCALE];
  const weight = [...(w ? [the(each(w))] : []), ...(s ? [square(s)] : [])];
  const counted = weight.length > 0 ? ratings(times(...weight)) : the(COUNT(side));
  return {
    of,
    tree: over(ratings(product(RESIDUAL, w, s)), sum(counted, the(LAMBDA))),
    where: deviation('user', fits),
  };
}

/** s_u: regression of a person's deviations on the item biases, drawn towards 1 and never below 0; 1 where it is not fitted. */
export function scale(fitted: boolean, fits: Fits): Equation {
  if (!fitted) return { of: SCALE, tree: the(ONE) };
  const prior = times(the(LAMBDA), the(BIAS_SQUARE));
  const b = dampedOf('item');
  return {
    of: SCALE,
    tree: apply('relu', over(sum(ratings(product(RESIDUAL, b)), prior), sum(ratings(square(b)), prior))),
    where: deviation('user', fits),
  };
}

/** w_u: inverse of the spread of a person's residuals, drawn towards 1. */
export function reliability(fitted: boolean, fits: Fits): Equation {
  if (!fitted) return { of: RELIABILITY, tree: the(ONE) };
  const v = the(RESIDUAL_SQUARE);
  return {
    of: RELIABILITY,
    tree: over(
      times(v, sum(the(COUNT('user')), the(LAMBDA))),
      sum(ratings(square(RESIDUAL)), times(the(LAMBDA), v)),
    ),
    where: deviation('both', fits),
  };
}
