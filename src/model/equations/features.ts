import { FEATURES } from './cell';
import {
  apply,
  dot,
  type Equation,
  type Held,
  NOTHING,
  type Quantity,
  sum,
  type Tree,
  the,
  times,
} from './tree';

/** What an interaction brings, docs/ARCHITECTURE.md#features. */

/** t, the text vector as it is used. */
export const TEXT: Quantity = { id: 'used', what: { is: 'text' }, letter: 't', axes: ['E'] };
const RATINGS: Quantity = { id: 'ratings', what: { is: 'standardised' }, letter: 'y', axes: ['fields'] };
const PRESENCE: Quantity = { id: 'presence', what: { is: 'presence' }, letter: 'p', axes: ['bits'] };
const [GIVEN, MEAN, DEVIATION] = (
  [
    ['given', 'r'],
    ['train-mean', String.raw`\bar r`],
    ['train-deviation', String.raw`\mathrm{sd}`],
  ] as const
).map(([is, letter]): Quantity => ({ id: is, what: { is }, letter, axes: ['fields'] }));
const KERNEL: Quantity = {
  id: 'W/features',
  what: { is: 'feature-weight' },
  letter: 'W',
  sup: 'x',
  axes: ['inputs', 'D'],
  weight: { name: 'features/kernel' },
};
const BIAS: Quantity = {
  id: 'b/features',
  what: { is: 'feature-bias' },
  letter: 'b',
  sup: 'x',
  axes: ['D'],
  weight: { name: 'features/bias' },
};
/** Stands where no text was given. */
const ABSENT: Quantity = { ...NOTHING, axes: ['E'] };

/** Of an interaction without text. */
export const NO_TEXT: Equation = { of: TEXT, tree: the(ABSENT) };

/** y: ratings measured from the mean of the train split, 0 where there is none. */
export function standardised(given: readonly boolean[]): Equation {
  const at: Held = given.map((one) => (one ? null : 0));
  const tree: Tree = {
    is: 'over',
    above: sum(the(GIVEN), apply('negative', the(MEAN))),
    below: the(DEVIATION),
  };
  return {
    of: RATINGS,
    tree: at.every((one) => one === null) ? tree : { is: 'held', axis: 'fields', at, tree },
  };
}

/** p: a bit for the text, the overall rating and each aspect, 1 where it was given. */
export const presence = (given: readonly boolean[]): Equation => ({
  of: PRESENCE,
  tree: { is: 'held', axis: 'bits', at: given.map((one) => (one ? 1 : 0)), tree: the(ABSENT) },
});

type Joined = Tree & { is: 'join' };

/** Which parts of an interaction count in its features. */
export interface Fused {
  /** Whether the model also sees rating × text, praise apart from blame. */
  readonly product: boolean;
  readonly text: boolean;
  readonly rating: boolean;
}

/** x = tanh([t ; y ; p ; y_0 t] W + b); what is absent is 0. */
export function features({ product, text, rating }: Fused): Equation & { readonly inputs: Joined } {
  const t = the(text ? TEXT : ABSENT);
  const both = text && rating ? times({ is: 'place', of: RATINGS, at: 0 }, t) : the(ABSENT);
  const inputs = {
    is: 'join',
    parts: [t, the(RATINGS), the(PRESENCE), ...(product ? [both] : [])],
  } as const;
  return { of: FEATURES, tree: apply('tanh', sum(dot(inputs, KERNEL), the(BIAS))), inputs };
}
