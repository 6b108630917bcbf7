import { PASSES } from '../../../model/bias';
import { scoreOf } from '../../../model/equations/score';
import type { NumberFacts, OperandFacts } from '../../numberFacts';
import type { PairNumber } from '../../openedNumber';
import { scorerTerms } from '../dataset';
import { type Halves, predictionOf } from '../scores';
import { byId, type Lens } from './lens';
import { computed, constant, type Formula, type Found, type Ref } from './parts';

/** Numbers of a pair, opened: what the equations of `model/equations/score.ts` stand on. */

/** The parts of a prediction are named alike as numbers and as operands. */
type PairOperand = Extract<OperandFacts, { is: PairNumber }>;

/** The rows of a pair, at the moment of the lens. */
interface Pair {
  readonly user: number;
  readonly item: number;
}

const pairOf = (lens: Lens, { person, item }: { readonly person: string; readonly item: string }): Pair => ({
  user: lens.entity('user', person),
  item: lens.entity('item', item),
});

/** Which parts a model may leave out. */
const offIn = (lens: Lens, of: 'dot' | 'mlp'): boolean =>
  lens.config.scorer === (of === 'dot' ? 'mlp' : 'dot');

/** r̂ and its five parts. */
export async function openPair(lens: Lens, ref: Ref<PairNumber>): Promise<Formula> {
  const { of, person, item: id } = ref;
  const pair = pairOf(lens, ref);
  const { user, item } = pair;
  const parts = predictionOf(lens.catalogue, await lens.optics.scores(lens.moment, user), item);
  const terms = scorerTerms(lens.config);
  const halves = await lens.optics.halves(lens.moment, user, item);
  const value = {
    prediction: parts.raw,
    'user-bias': parts.userBias,
    'item-bias': parts.itemBias,
    dot: parts.dot,
    mlp: parts.mlp,
  };
  const part = (what: PairOperand) => () => computed(value[what.is], what, { of: what.is, person, item: id });
  const find = byId({
    ...knownOf(lens, pair),
    ...weightsOf(),
    mean: () => constant(lens.config.meanRating, { is: 'mean-rating' }),
    'user-bias': part({ is: 'user-bias' }),
    'item-bias': part({ is: 'item-bias', scaled: terms.ownScale }),
    dot: part({ is: 'dot' }),
    mlp: part({ is: 'mlp' }),
    factor: factorsOf(halves, person),
    hidden: hiddenOf(halves, ref),
  });
  return {
    about: aboutOf(lens, of, parts, pair),
    value: value[of],
    unit: 'rating',
    ...lens.formula(scoreOf(terms)[of], {}, find),
  };
}

function aboutOf(
  lens: Lens,
  of: PairNumber,
  { raw, rating }: ReturnType<typeof predictionOf>,
  { item }: Pair,
): NumberFacts {
  switch (of) {
    case 'prediction':
      return { is: of, item: lens.name('item', item), cut: raw === rating ? null : rating };
    case 'user-bias':
      return { is: of };
    case 'item-bias':
      return { is: of, scaled: lens.has.scale };
    case 'dot':
    case 'mlp':
      return { is: of, off: offIn(lens, of) };
  }
}

/** A unit of the scorer's network before its ReLU. */
export async function openHidden(lens: Lens, ref: Ref<'hidden'>): Promise<Formula> {
  const { unit } = ref;
  lens.within('unit', unit, lens.config.hiddenSize);
  const pair = pairOf(lens, ref);
  const halves = await lens.optics.halves(lens.moment, pair.user, pair.item);
  const find = byId({ ...knownOf(lens, pair), ...weightsOf() });
  return {
    about: { is: 'hidden', n: unit },
    value: hiddenOf(halves, ref)(unit).value,
    ...lens.formula(scoreOf(scorerTerms(lens.config)).hidden, { M: unit }, find),
  };
}

/** (u P)_d / √D */
export async function openFactor(lens: Lens, { person, d }: Ref<'factor'>): Promise<Formula> {
  lens.within('d', d, lens.D);
  // A person’s side is the same for all items.
  const pair = { user: lens.entity('user', person), item: 0 };
  const halves = await lens.optics.halves(lens.moment, pair.user, pair.item);
  return {
    about: { is: 'factor', n: d },
    value: factorsOf(halves, person)(d).value,
    ...lens.formula(
      scoreOf(scorerTerms(lens.config)).factor,
      { D: d },
      byId({
        ...knownOf(lens, pair),
        ...weightsOf(d),
      }),
    ),
  };
}

const factorsOf =
  ({ user }: Halves, person: string) =>
  (n: number): Found =>
    computed(user.factor[n], { is: 'factor', n }, { of: 'factor', person, d: n });

const hiddenOf =
  ({ user, item }: Halves, { person, item: id }: Pick<Ref<'hidden'>, 'person' | 'item'>) =>
  (n: number): Found =>
    computed(
      Math.fround(user.hidden[n] + item.hidden[n]),
      { is: 'hidden', n },
      { of: 'hidden', person, item: id, unit: n },
    );

/** What the weights of the scorer are for. @param to dimension that the product is for */
const weightsOf = (to = 0): Readonly<Record<string, (n: number) => OperandFacts>> => ({
  'w/user': (n) => ({ is: 'input-weight', n, side: null }),
  'w/item': (n) => ({ is: 'input-weight', n, side: null }),
  'W/network/user': (n) => ({ is: 'input-weight', n, side: 'user' }),
  'W/network/item': (n) => ({ is: 'input-weight', n, side: 'item' }),
  'b/network': (n) => ({ is: 'unit-bias', n }),
  'w/network': (n) => ({ is: 'unit-weight', n }),
  kernel: (n) => ({ is: 'weight-between', n, to }),
});

/** What is known of both sides of a pair: states, and statistics of the history. */
export function knownOf(lens: Lens, { user, item }: Pair) {
  const { users, items } = lens.statistics(PASSES);
  return {
    user: (n: number) => lens.state('user', user, n),
    item: (n: number) => lens.state('item', item, n),
    'damped-user': () => lens.bias('user', user, PASSES, { is: 'own-bias', side: 'user' }),
    'damped-item': () => lens.bias('item', item, PASSES, { is: 'own-bias', side: 'item' }),
    'interactions-user': () => constant(users.counts[user] ?? 0, { is: 'interactions' }),
    'interactions-item': () => constant(items.counts[item] ?? 0, { is: 'interactions' }),
    'rating-spread': () => constant(lens.config.rating.deviation, { is: 'rating-spread' }),
    'own-scale': () => lens.fitted('scale', user, PASSES, { is: 'own-scale' }),
    reliability: () => lens.fitted('reliability', user, PASSES, { is: 'reliability' }),
    raters: () => constant(items.support[item] ?? 0, { is: 'raters' }),
    root: () => constant(Math.sqrt(lens.D), { is: 'root', n: lens.D }),
  };
}
