import type { Side } from '../../vocabulary';
import type { ScorerVariant } from '../config';
import {
  apply,
  dot,
  dotTransposed,
  type Equation,
  join,
  NOTHING,
  operand,
  over,
  sum,
  type Tree,
  the,
  times,
  total,
} from './tree';

/** The predicted rating, docs/ARCHITECTURE.md#predicted-rating. */

/** Which terms the scorer of a model has; a model without own scales takes everybody's ratings to spread alike. */
export interface ScorerTerms {
  readonly scorer: ScorerVariant;
  readonly ownScale: boolean;
  /** Whether ratings count by how reliable people are. */
  readonly reliability: boolean;
}

const letter = { user: 'u', item: 'i' } as const;
/** A state, in formulas of a pair. */
export const stateOf = (side: Side) => operand(side, letter[side], ['D']);
/** b_u, b_i of the ratings alone. */
export const dampedOf = (side: Side) => operand(`damped-${side}`, `b_${letter[side]}`);
const counts = (side: Side) => operand(`interactions-${side}`, `n_${letter[side]}`);
/** μ, the mean of all ratings, and how far they spread. */
export const MEAN = operand('mean', String.raw`\mu`);
const SPREAD = operand('rating-spread', String.raw`\mathrm{sd}`);
/** s_u and w_u. */
export const SCALE = operand('own-scale', 's_u');
const RELIABILITY = operand('reliability', 'w_u');
/** Who rated an item, each counting by w_u where the model has it. */
const RATERS = operand('raters', 'n', [], { sup: 'r', sub: 'i' });
export const ROOT = operand('root', String.raw`\sqrt D`);

/** What is counted of a side, as a layer sees it. */
export const LOG_COUNT = (side: Side): Tree => apply('log1p', the(counts(side)));
export const BIAS_SPREAD = (side: Side): Tree => over(the(dampedOf(side)), the(SPREAD));

/** What the scorer sees of a side: its state, then what is known of it; 0 where the model fits no such thing. */
const knownOf = (side: Side, { ownScale, reliability }: ScorerTerms): Tree =>
  join(
    the(stateOf(side)),
    LOG_COUNT(side),
    BIAS_SPREAD(side),
    ...(side === 'user'
      ? [
          ownScale ? apply('less-one', the(SCALE)) : the(NOTHING),
          reliability ? apply('log', the(RELIABILITY)) : the(NOTHING),
        ]
      : [apply('log1p', the(RATERS))]),
  );

const biasWeight = (side: Side) =>
  operand(`w/${side}`, 'w', ['inputs'], {
    sup: 'b',
    sub: letter[side],
    weight: { name: `score/${side}/bias` },
  });
const KERNEL = operand('kernel', 'P', ['D', 'D'], { weight: { name: 'score/dot/kernel' } });
const networkWeight = (side: Side) =>
  operand(`W/network/${side}`, 'W', ['inputs', 'M'], {
    sup: 'a',
    sub: letter[side],
    weight: { name: `score/mlp/${side}_kernel` },
  });
const NETWORK_BIAS = operand('b/network', 'b', ['M'], { sup: 'a', weight: { name: 'score/mlp/bias' } });
const OUTPUT = operand('w/network', 'w', ['M'], { sup: 'f', weight: { name: 'score/mlp/output' } });

const USER_BIAS = operand('user-bias', 'b(u)');
const MATCH = operand('dot', String.raw`\langle p, i\rangle`);
const NETWORK = operand('mlp', 'f(u, i)');
const FACTOR = operand('factor', 'p', ['D']);
const HIDDEN = operand('hidden', 'a', ['M']);
const itemBias = (ownScale: boolean) => operand('item-bias', ownScale ? String.raw`s_u\,b(i)` : 'b(i)');

const bias = (side: Side, terms: ScorerTerms): Tree =>
  sum(the(dampedOf(side)), dot(knownOf(side, terms), biasWeight(side)));

/** What an interaction has left in the state of a person, and how much the rating grows with that state. */
export const LEFT = operand('left', 'c', ['D'], { sub: String.raw`\tau` });
const SLOPE = operand('slope', String.raw`\gamma`, ['D']);
const SLOPE_WEIGHT = operand('w/slope', 'w', ['D'], {
  sup: 'b',
  sub: 'u',
  weight: { name: 'score/user/bias' },
});

export function scoreOf(terms: ScorerTerms) {
  const { scorer, ownScale } = terms;
  const [product, network] = [scorer !== 'mlp', scorer !== 'dot'];
  const off = the(NOTHING);
  const growth = over(dotTransposed(the(stateOf('item')), KERNEL), the(ROOT));
  return {
    prediction: {
      of: operand('prediction', String.raw`\hat r`),
      tree: sum(
        the(MEAN),
        the(USER_BIAS),
        the(itemBias(ownScale)),
        ...(product ? [the(MATCH)] : []),
        ...(network ? [the(NETWORK)] : []),
      ),
    },
    'user-bias': { of: USER_BIAS, tree: bias('user', terms) },
    'item-bias': {
      of: itemBias(ownScale),
      tree: ownScale ? times(the(SCALE), bias('item', terms)) : bias('item', terms),
    },
    dot: { of: MATCH, tree: product ? total('D', times(the(FACTOR), the(stateOf('item')))) : off },
    factor: { of: FACTOR, tree: over(dot(the(stateOf('user')), KERNEL), the(ROOT)) },
    mlp: { of: NETWORK, tree: network ? total('M', times(the(OUTPUT), apply('relu', the(HIDDEN)))) : off },
    hidden: {
      of: HIDDEN,
      tree: sum(
        dot(knownOf('user', terms), networkWeight('user')),
        dot(knownOf('item', terms), networkWeight('item')),
        the(NETWORK_BIAS),
      ),
    },
    slope: { of: SLOPE, tree: product ? sum(the(SLOPE_WEIGHT), growth) : the(SLOPE_WEIGHT) },
    share: {
      of: operand('share', String.raw`\Delta_\tau`),
      tree: total('D', times(the(LEFT), the(SLOPE))),
    },
  } satisfies Record<string, Equation>;
}
