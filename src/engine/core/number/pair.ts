/** Numbers of a pair, opened. Long, because the parts of a prediction share operands that no others have. */

import { PASSES } from '../../../model/bias';
import type { WeightName } from '../../../model/weights';
import type { Side } from '../../../vocabulary';
import type { OperandFacts } from '../../numberFacts';
import type { NumberRef, PairNumber, Summand } from '../../openedNumber';
import { itemBiasTex, predictionTex } from '../../predictionTex';
import { scorerTerms } from '../dataset';
import { predictionOf } from '../scores';
import { type Lens, SYMBOL } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

/** The parts of a prediction are named alike as numbers and as operands. */
type PairOperand = Extract<OperandFacts, { is: PairNumber }>;

/** A pair at the moment of the lens, and how its numbers are asked for there. */
interface Pair {
  readonly user: number;
  readonly item: number;
  readonly part: (of: PairNumber) => NumberRef;
  readonly unit: (unit: number) => NumberRef;
}

/** A pair without what the person has said of the item, as a recommendation sees it. */
function pairOf(lens: Lens, person: string, item: string): Pair {
  return {
    user: lens.entity('user', person),
    item: lens.entity('item', item),
    part: (of) => ({ of, person, item }),
    unit: (unit) => ({ of: 'hidden', person, item, unit }),
  };
}

/** The pair of an interaction, just before it or just after. */
function pairAt(lens: Lens, row: number, when: 'before' | 'after'): Pair {
  const key = lens.key(row);
  return {
    ...lens.moment.world.scenario.pair(row),
    part: (part) => ({ of: 'expected', part, key, when }),
    unit: (unit) => ({ of: 'expected-hidden', key, when, unit }),
  };
}

/** r̂ and its five parts. */
export const openPair = (lens: Lens, { of, person, item }: Ref<PairNumber>): Promise<Formula> =>
  openPart(lens, of, pairOf(lens, person, item));

/** The same of an interaction's pair; the lens looks at the moment just before it or just after. */
export const openExpected = async (
  lens: Lens,
  row: number,
  { part, when }: Ref<'expected'>,
): Promise<Formula> => openPart(lens, part, pairAt(lens, row, when));

async function openPart(lens: Lens, of: PairNumber, pair: Pair): Promise<Formula> {
  const { user, item } = pair;
  const person = lens.id('user', user);
  const scores = await lens.optics.scores(lens.moment, user);
  const parts = predictionOf(lens.catalogue, scores, item);
  switch (of) {
    case 'prediction':
      return prediction(lens, parts, pair);
    case 'user-bias':
      return {
        about: { is: 'user-bias' },
        symbol: 'b_u(u)',
        tex: String.raw`b_u(u) = b_u + \sum_k w_k\,[u ; \text{statistics}]_k`,
        value: parts.userBias,
        unit: 'rating',
        terms: bias(lens, 'user', user),
      } satisfies Formula;
    case 'item-bias': {
      const own = lens.has.scale;
      const scale = own ? [lens.fitted('scale', user, PASSES, { is: 'own-scale' })] : [];
      const sum = String.raw`b_i + \sum_k w_k\,[i ; \text{statistics}]_k`;
      return {
        about: { is: 'item-bias', scaled: own },
        symbol: itemBiasTex(own),
        tex: `${itemBiasTex(own)} = ${own ? String.raw`s_u\Big(${sum}\Big)` : sum}`,
        value: parts.itemBias,
        unit: 'rating',
        terms: bias(lens, 'item', item).map(({ factors }) => product(...scale, ...factors)),
      } satisfies Formula;
    }
    case 'dot': {
      const off = lens.config.scorer === 'mlp';
      const { user: own } = await lens.optics.halves(lens.moment, user, item);
      return {
        about: { is: 'dot', off },
        symbol: String.raw`\langle P u, i\rangle/\sqrt D`,
        tex: off
          ? String.raw`\text{product} = 0`
          : String.raw`\frac{\langle P u, i\rangle}{\sqrt D} = \sum_d \frac{(P u)_d}{\sqrt D}\; i_d`,
        value: parts.dot,
        unit: 'rating',
        terms: off
          ? []
          : Array.from({ length: lens.D }, (_, d) =>
              product(
                computed(own.factor[d], `p_{${d}}`, { is: 'factor', n: d }, { of: 'factor', person, d }),
                lens.state('item', item, d),
              ),
            ),
      } satisfies Formula;
    }
    case 'mlp': {
      const off = lens.config.scorer === 'dot';
      const hidden = await hiddenOf(lens, user, item);
      return {
        about: { is: 'mlp', off },
        symbol: String.raw`w\cdot\mathrm{ReLU}(a)`,
        tex: off
          ? String.raw`\text{network} = 0`
          : String.raw`\sum_m w_m\,\mathrm{ReLU}\big(W_u [u;\cdot] + W_i [i;\cdot] + b\big)_m`,
        value: parts.mlp,
        unit: 'rating',
        terms: off
          ? []
          : Array.from(hidden, (value, unit) =>
              product(
                lens.weight('score/mlp/output', unit, `w_{${unit}}`, { is: 'unit-weight', n: unit }),
                computed(value, `a_{${unit}}`, { is: 'hidden', n: unit }, pair.unit(unit), 'relu'),
              ),
            ),
      } satisfies Formula;
    }
  }
}

function prediction(lens: Lens, parts: ReturnType<typeof predictionOf>, pair: Pair): Formula {
  const part = (what: PairOperand, value: number, symbol: string) =>
    product(computed(value, symbol, what, pair.part(what.is)));
  const terms = scorerTerms(lens.config);
  return {
    about: {
      is: 'prediction',
      item: lens.name('item', pair.item),
      cut: parts.raw === parts.rating ? null : parts.rating,
    },
    symbol: String.raw`\hat r`,
    tex: String.raw`\hat r(u,i) = ${predictionTex(terms)}`,
    value: parts.raw,
    unit: 'rating',
    terms: [
      product(constant(lens.config.meanRating, String.raw`\mu`, { is: 'mean-rating' })),
      part({ is: 'user-bias' }, parts.userBias, 'b_u(u)'),
      part({ is: 'item-bias', scaled: terms.ownScale }, parts.itemBias, itemBiasTex(terms.ownScale)),
      ...(terms.scorer === 'mlp'
        ? []
        : [part({ is: 'dot' }, parts.dot, String.raw`\langle P u,i\rangle/\sqrt D`)]),
      ...(terms.scorer === 'dot' ? [] : [part({ is: 'mlp' }, parts.mlp, String.raw`w\cdot\mathrm{ReLU}(a)`)]),
    ],
  };
}

/** A unit of the scorer's network before its ReLU. */
export const openHidden = (lens: Lens, { person, item, unit }: Ref<'hidden'>): Promise<Formula> =>
  openUnit(lens, pairOf(lens, person, item), unit);

/** The same of an interaction's pair, see {@link openExpected}. */
export const openExpectedHidden = async (
  lens: Lens,
  row: number,
  { when, unit }: Ref<'expected-hidden'>,
): Promise<Formula> => openUnit(lens, pairAt(lens, row, when), unit);

async function openUnit(lens: Lens, { user, item }: Pair, unit: number): Promise<Formula> {
  const M = lens.config.hiddenSize;
  lens.within('unit', unit, M);
  const hidden = await hiddenOf(lens, user, item);
  const side = (of: Side, entity: number): Summand[] =>
    knownOf(lens, of, entity).map((known, k) =>
      product(
        lens.weight(`score/mlp/${of}_kernel`, k * M + unit, `W^{${SYMBOL[of]}}_{${k},${unit}}`, {
          is: 'input-weight',
          n: k,
          side: of,
        }),
        ...known,
      ),
    );
  return {
    about: { is: 'hidden', n: unit },
    symbol: `a_{${unit}}`,
    tex: String.raw`a_m = \sum_k W^u_{km}\,[u;\text{statistics}]_k + \sum_k W^i_{km}\,[i;\text{statistics}]_k + b_m`,
    value: hidden[unit],
    terms: [
      ...side('user', user),
      ...side('item', item),
      product(lens.weight('score/mlp/bias', unit, `b_{${unit}}`, { is: 'unit-bias', n: unit })),
    ],
  };
}

/** (P u)_d / √D */
export async function openFactor(lens: Lens, { person, d }: Ref<'factor'>): Promise<Formula> {
  const { D } = lens;
  lens.within('d', d, D);
  const user = lens.entity('user', person);
  const { user: own } = await lens.optics.halves(lens.moment, user, 0);
  return {
    about: { is: 'factor', n: d },
    symbol: `p_{${d}}`,
    tex: String.raw`p_d = \frac{1}{\sqrt D}\sum_e u_e\,P_{ed}`,
    value: own.factor[d],
    terms: Array.from({ length: D }, (_, e) =>
      product(
        lens.state('user', user, e),
        lens.weight('score/dot/kernel', e * D + d, `P_{${e},${d}}`, { is: 'weight-between', n: e, to: d }),
        constant(1 / Math.sqrt(D), String.raw`1/\sqrt D`, { is: 'inverse-root', n: D }),
      ),
    ),
  };
}

async function hiddenOf(lens: Lens, user: number, item: number): Promise<Float64Array> {
  const halves = await lens.optics.halves(lens.moment, user, item);
  return Float64Array.from(halves.user.hidden, (value, m) => Math.fround(value + halves.item.hidden[m]));
}

/** b_u + w·[h; statistics] of one side, term by term. */
function bias(lens: Lens, side: Side, entity: number): Summand[] {
  const name: WeightName = `score/${side}/bias`;
  return [
    product(lens.bias(side, entity, PASSES, { is: 'own-bias', side })),
    ...knownOf(lens, side, entity).map((known, k) =>
      product(lens.weight(name, k, `w_{${k}}`, { is: 'input-weight', n: k, side: null }), ...known),
    ),
  ];
}

/** What the scorer sees of an entity, input by input: its state, then its statistics, see `model/score.ts`. */
function knownOf(lens: Lens, side: Side, entity: number) {
  const { users, items } = lens.statistics(PASSES);
  const { deviation } = lens.config.rating;
  const state = Array.from({ length: lens.D }, (_, d) => [lens.state(side, entity, d)]);
  const own = side === 'user' ? users : items;
  const count = constant(own.counts[entity] ?? 0, 'n', { is: 'interactions' }, 'log1p');
  const damped = [
    lens.bias(side, entity, PASSES, { is: 'own-bias', side: null }),
    constant(deviation, String.raw`\sigma`, { is: 'rating-spread' }, 'reciprocal'),
  ];
  if (side === 'item')
    return [
      ...state,
      [count],
      damped,
      [constant(items.support[entity] ?? 0, String.raw`\sum w_u`, { is: 'raters' }, 'log1p')],
    ];
  const scale = lens.fitted('scale', entity, PASSES, { is: 'scale-less-one' }, 'one-minus');
  const reliability = lens.fitted('reliability', entity, PASSES, { is: 'reliability-log' }, 'log');
  return [...state, [count], damped, [scale, constant(-1, '-1', { is: 'turned-round' })], [reliability]];
}
