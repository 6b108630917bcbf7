import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIDES, type Side } from '../../vocabulary';
import { type Alteration, alteredBy } from '../alteration';
import golden from '../golden.json';
import type { WeightName } from '../weights';
import { altered } from './alter';
import { CELLS } from './cell';
import { CHOICE, choicePair } from './choice';
import { EFFECT_SHARE, effect, MASKING } from './effects';
import { evaluate, type Look, weightIndex } from './evaluate';
import { features, standardised } from './features';
import { METRICS } from './metrics';
import { nameIn } from './names';
import { writtenOut } from './operands';
import { coordinate, keyword } from './profile';
import { scoreOf } from './score';
import { dampedBias, deviation, reliability, scale } from './statistics';
import { alignedTex, symbolTex, symbolText, texOf } from './tex';
import { READING } from './text';
import { type Equation, FUNCTIONS, type Sizes } from './tree';
import { quantitiesOf } from './walk';

/** The shapes and constants of scripts/golden/make_golden.py, which computes the expected values with PyTorch. */
const [D, E, A] = [5, 4, 3];
const SIZES: Sizes = { D, E, A, fields: 3, bits: 4 };
const MEANS = [3.4, 6, 2.5];
const DEVIATIONS = [0.8, 1.5, 0.5];

const weightAt = (name: string, index: number): number =>
  Math.fround(0.3 * Math.sin(0.7 * index + golden.names.indexOf(name)));
const widths: { readonly [name in WeightName]?: number } = {
  'text/embedding': E,
  'text/context/previous': E,
  'text/context/centre': E,
  'text/context/next': E,
  'text/attention/kernel': A,
  'features/kernel': D,
  'user/gru/input_kernel': 3 * D,
  'user/gru/state_kernel': 3 * D,
  'item/gru/input_kernel': 3 * D,
  'item/gru/state_kernel': 3 * D,
  'score/dot/kernel': D,
  'score/mlp/user_kernel': 6,
  'score/mlp/item_kernel': 6,
  'choice/user/kernel': D,
  'choice/item/kernel': D,
};

/** Looks numbers up by id, row-major, and weights where they stand. */
const lookIn =
  (known: ReadonlyMap<string, ArrayLike<number>>, sizes: Sizes): Look =>
  (of, at) => {
    if (of.weight) return weightAt(of.weight.name, weightIndex(of, at, sizes, widths[of.weight.name] ?? 1));
    const values = known.get(of.id);
    if (!values) throw new Error(`nothing is known of ${of.id}`);
    return values[at.reduce((index, place, k) => index * (sizes[of.axes[k]] ?? 0) + place, 0)];
  };

/** Works equations out one after the other, each from those before. */
function run(
  equations: readonly Equation[],
  given: Readonly<Record<string, ArrayLike<number>>>,
  sizes: Sizes = SIZES,
): Map<string, ArrayLike<number>> {
  const known = new Map<string, ArrayLike<number>>(Object.entries(given));
  for (const equation of equations)
    known.set(equation.of.id, evaluate(equation, lookIn(known, sizes), sizes));
  return known;
}

const expectClose = (actual: ArrayLike<number> | undefined, expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [k, value] of expected.entries()) expect(actual?.[k]).toBeCloseTo(value, 5);
};

const reading = (words: readonly number[]) =>
  run(Object.values(READING), { words }, { ...SIZES, words: words.length });

/** What a row of the log brings, and the features that it makes. */
function featuresOf([, , review, ...rated]: (typeof golden.log)[number]): ArrayLike<number> {
  const given = rated.map((one) => one !== null);
  const text = review !== null;
  const known = run([standardised(given), features({ product: false, text, rating: given[0] })], {
    given: rated.map((one) => one ?? 0),
    'train-mean': MEANS,
    'train-deviation': DEVIATIONS,
    presence: [text, ...given].map(Number),
    used: text ? golden.vectors[review] : [9, 9, 9, 9],
  });
  return known.get('x') ?? [];
}

const cellEquations = (alteration: Alteration | null, side: Side): Equation[] => {
  const { reset, update, gated, candidate, next } = CELLS[side];
  const change = alteredBy(alteration, D);
  return [reset, update, gated, candidate, next].map((one) => altered(one, change));
};

describe('the equations, worked out in Float64', () => {
  it('read as PyTorch does: attention and text vectors', () => {
    for (const [k, words] of golden.reviews.entries()) {
      expectClose(reading(words).get('attention'), golden.attention[k]);
      expectClose(reading(words).get('used'), golden.vectors[k]);
    }
  });

  it('make the features that PyTorch makes, absent modalities included', () => {
    for (const [k, row] of golden.log.entries()) expectClose(featuresOf(row), golden.features[k]);
  });

  it('refine both states over a whole log as PyTorch does', () => {
    const initial = (side: Side) => Array.from({ length: D }, (_, d) => weightAt(`${side}/initial`, d));
    const states: Record<Side, ArrayLike<number>[]> = {
      user: golden.users.map(() => initial('user')),
      item: golden.items.map(() => initial('item')),
    };
    const gates: ArrayLike<number>[] = [];
    for (const row of golden.log) {
      const entity = { user: row[0] as number, item: row[1] as number };
      const given = {
        x: featuresOf(row),
        'user/before': states.user[entity.user],
        'item/before': states.item[entity.item],
      };
      for (const side of SIDES) {
        const known = run(cellEquations(null, side), given);
        states[side][entity[side]] = known.get(`${side}/next`) ?? [];
        if (side === 'user' && entity.user === 0) gates.push(known.get('user/update') ?? []);
      }
    }
    for (const [k, state] of golden.users.entries()) expectClose(states.user[k], state);
    for (const [k, state] of golden.items.entries()) expectClose(states.item[k], state);
    for (const [k, gate] of golden.updates.entries()) expectClose(gates[k], gate);
  });
});

describe('both scores, worked out in Float64', () => {
  const at = <T>(rows: readonly T[], k: number): T => rows[k];
  const countOf = (column: 0 | 1, k: number) => golden.log.filter((row) => row[column] === k).length;
  /** What is known of a pair of the golden log after all of it. */
  const pair = (user: number, item: number) => ({
    user: at(golden.users, user),
    item: at(golden.items, item),
    'damped-user': [golden.userBiases[user]],
    'damped-item': [golden.itemBiases[item]],
    'interactions-user': [countOf(0, user)],
    'interactions-item': [countOf(1, item)],
    'rating-spread': [DEVIATIONS[0]],
    'own-scale': [golden.scales[user]],
    reliability: [golden.reliabilities[user]],
    raters: [golden.support[item]],
    root: [Math.sqrt(D)],
    mean: [MEANS[0]],
  });
  const sizes: Sizes = { ...SIZES, M: 6, word: golden.choice.idf.length };

  it.each(['full', 'dot', 'mlp'] as const)('predict as PyTorch does, variant %s', (scorer) => {
    const score = scoreOf({ scorer, ownScale: true, reliability: true });
    const { factor, hidden, dot, mlp, prediction } = score;
    for (const [item, expected] of golden.scores[scorer].entries()) {
      const order = [score['user-bias'], score['item-bias'], factor, dot, hidden, mlp, prediction];
      const known = run(order, pair(0, item), sizes);
      const parts = ['user-bias', 'item-bias', 'dot', 'mlp', 'prediction'];
      expectClose(
        parts.map((id) => known.get(id)?.[0] ?? Number.NaN),
        expected,
      );
    }
  });

  it('choose as PyTorch does, and the split over interactions is what the states give', () => {
    const { people, items, scores, popularity } = golden.choice;
    for (const [user, row] of scores.entries())
      for (const [item, expected] of row.entries()) {
        const given = { ...pair(user, item), liked: people[user], centred: items[item] };
        const { choice } = CHOICE;
        const known = run([CHOICE['choice-popularity'], { of: choice.of, tree: choice.whole }], given, sizes);
        expectClose(known.get('choice-popularity'), [popularity[item]]);
        expectClose(known.get('choice'), [expected]);
        if (user !== 0) continue;
        const [initial, ...left] = golden.contributions;
        const states = CHOICE['choice-states'];
        const whole = run([{ of: states.of, tree: states.whole }], given, sizes).get('choice-states');
        const slopes = run([CHOICE['choice-side'], CHOICE['choice-slope']], given, sizes);
        const share = (id: 'choice-initial' | 'choice-share', c: readonly number[]): number =>
          run([CHOICE[id]], { ...Object.fromEntries(slopes), left: c, 'initial-left': c }, sizes).get(
            id,
          )?.[0] ?? 0;
        const sum = left.reduce((all, c) => all + share('choice-share', c), share('choice-initial', initial));
        expectClose(whole, [sum]);
        const pairs = golden.contributions.flatMap((own) =>
          [0.3, 0.7].map((share) =>
            pairOf(
              own,
              given.item.map((i) => share * i),
            ),
          ),
        );
        expectClose(whole, [pairs.reduce((all, one) => all + one, 0)]);
      }

    /** What one part of a person's state and one of an item's bring, which is also what the whole formula says. */
    function pairOf(own: readonly number[], its: readonly number[]): number {
      const { 'choice-pair': one, 'choice-toward': toward } = choicePair('review', 'review');
      const given = { ...pair(0, 0), item: its, 'its-part': its, left: own };
      const found =
        run([CHOICE['choice-side'], toward, one], given, sizes).get('choice-pair')?.[0] ?? Number.NaN;
      expectClose(run([{ of: one.of, tree: one.whole }], given, sizes).get('choice-pair'), [found]);
      return found;
    }
  });
});

/** All equations, some of them altered. */
const ALTERATION: Alteration = {
  user: { gates: { reset: 0, update: null }, clamped: new Map([[1, 0.5]]) },
  item: { gates: { reset: null, update: 1 }, clamped: new Map() },
  counterpart: 'initial',
};
const sizes: Sizes = {
  ...SIZES,
  words: 3,
  later: 2,
  M: 3,
  reviews: 2,
  word: 1,
  spoken: 2,
  silent: 3,
  ratings: 3,
  'held-out': 4,
  people: 2,
};
const all: Equation[] = [
  ...Object.values(READING).filter(({ tree }) => tree.is !== 'rows'),
  standardised([true, false, true]),
  features({ product: true, text: true, rating: true }),
  features({ product: true, text: false, rating: true }),
  ...Object.values(CHOICE),
  ...Object.values(choicePair('initial', 'review')),
  ...Object.values(METRICS),
  effect(0.75, 0.25),
  EFFECT_SHARE,
  ...Object.values(MASKING),
  ...[true, false].flatMap((fits) => {
    const has = { scale: fits, reliability: fits };
    return [
      ...SIDES.map((side) => dampedBias(side, has, true)),
      dampedBias('user', has, false),
      ...(['item', 'user', 'both'] as const).map((without) => deviation(without, has)),
      scale(fits, has),
      reliability(fits, has),
    ];
  }),
  ...SIDES.map(keyword),
  ...SIDES.map((side) => coordinate(1, side)),
  ...(['full', 'dot', 'mlp'] as const).flatMap((scorer) =>
    Object.values(scoreOf({ scorer, ownScale: scorer === 'full', reliability: scorer !== 'mlp' })),
  ),
  ...SIDES.flatMap((side) => [...Object.values(CELLS[side]), ...cellEquations(ALTERATION, side)]),
];

describe('an equation', () => {
  it('written out term by term comes to what it is worked out to', () => {
    /** Any numbers, each place of a quantity its own. */
    const look: Look = ({ id, value }, at) =>
      value ?? 0.3 + 0.2 * Math.sin(id.length + at.reduce((sum, k) => 3 * sum + k, 1));
    for (const equation of all) {
      const index = Object.fromEntries(equation.of.axes.map((axis, k) => [axis, k]));
      const { outer, terms, divisor } = writtenOut(equation, index, sizes);
      const sum = (of: typeof terms) =>
        of.reduce(
          (total, term) =>
            total +
            term.reduce((product, { of, at, apply }) => {
              const one = look(of, at);
              return product * (apply ? FUNCTIONS[apply](one) : one);
            }, 1),
          0,
        );
      const inner = sum(terms) / (divisor ? sum(divisor) : 1);
      const places = equation.of.axes.reduce(
        (place, axis) => place * (sizes[axis] ?? 0) + (index[axis] ?? 0),
        0,
      );
      const expected = evaluate(equation, look, sizes)[places];
      expect(outer ? FUNCTIONS[outer](inner) : inner, texOf(equation)).toBeCloseTo(expected, 10);
    }
  });

  it('says in its symbols what it is made of, once each', () => {
    const { update, next } = CELLS.user;
    expect(texOf(update)).toBe(
      String.raw`z^{u} = \sigma\big(x\,W^{zu}_{x} + i\,W^{zu}_{i} + b^{zu}_{x} + u\,W^{zu}_{u} + b^{zu}_{u}\big)`,
    );
    expect(texOf(next)).toBe(String.raw`u' = {(1 - z^{u}) \odot n^{u}} + {z^{u} \odot u}`);
    expect(symbolTex(update.of, [3])).toBe('z^{u}_{3}');
    expect([update.of, next.of].map(symbolText)).toEqual(['zᵘ', 'u′']);
    expect(texOf(CELLS.item.kept)).toBe(String.raw`Z^{i}_{\tau} = \prod_{s > \tau} z^{i}_{s}`);
    expect(texOf(READING.attention)).toBe(
      String.raw`\alpha_{l} = \frac{e^{\ell_{l}}}{\sum_{j} e^{\ell_{j}}}`,
    );
    expect(texOf(READING.text)).toBe(String.raw`t = \sum_{l} \alpha_{l}\,h_{l}`);
    expect(alignedTex([next])).toContain(String.raw`\htmlClass{sym-user-update}{z^{u}}`);
  });

  it('has a symbol of its own for each of its quantities', () => {
    for (const equation of all) {
      const symbols = quantitiesOf(equation.tree).map((of) => symbolTex(of));
      expect(new Set(symbols).size, texOf(equation)).toBe(symbols.length);
    }
  });

  it('names its quantities in programs as both languages take it, each by its own name', () => {
    for (const equation of all) {
      const quantities = [equation.of, ...quantitiesOf(equation.tree)];
      const names = new Map(quantities.map((of) => [nameIn(of), of.id]));
      for (const name of names.keys()) expect(name).toMatch(/^[A-Za-z]\w*$/);
      expect(names.size, texOf(equation)).toBe(new Set(quantities.map(({ id }) => id)).size);
    }
    expect(nameIn(CELLS.user.update.of)).toBe('z_u');
    expect(nameIn(keyword('item').of)).toBe('k_hat_i');
    expect(nameIn(CHOICE['choice-popularity'].of)).toBe('choice_popularity');
  });

  it('altered, shows what is computed', () => {
    const change = alteredBy(ALTERATION, D);
    const tex = (side: Side, of: 'reset' | 'update' | 'candidate') => texOf(altered(CELLS[side][of], change));
    expect(tex('user', 'reset')).toBe('r^{u} = 0');
    expect(tex('item', 'update')).toBe('z^{i} = 1');
    expect(tex('user', 'update')).toContain(
      String.raw`\begin{cases} 1 & d = 1 \\ \sigma\big(x\,W^{zu}_{x} + i^{0}`,
    );
    expect(tex('item', 'candidate')).toContain('u^{0}');
    expect(tex('item', 'candidate')).not.toContain('u\\,');
  });
});

describe('formulas stand in the equations', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\/testing\/|^model\/equations\//.test(name))
    .map((name) => join('src', name))
    .sort();

  it('and nowhere else is TeX written', () => {
    // A backslash before a word, in text: what TeX has and nothing else here.
    const tex =
      /(?:String\.raw`[^`]*\\|\\\\)(?:frac|tfrac|sum|prod|sigma|tanh|hat|langle|lVert|lvert|mathrm|text|cdot|sqrt|odot|mu|tau|alpha|ell|bar|kappa|lambda|Delta|cup|theta|begin|big|htmlClass\{|mathbf|operatorname)/;
    const written = sources.filter((name) => tex.test(readFileSync(name, 'utf8')));
    expect(written).toEqual([]);
  });

  it('which stand on no tensors and no page', () => {
    for (const name of readdirSync('src/model/equations')) {
      if (name.endsWith('.test.ts')) continue;
      const text = readFileSync(join('src/model/equations', name), 'utf8');
      const values = Array.from(text.matchAll(/^import (?!type)[^;]*from '([^']+)'/gms), ([, from]) => from);
      expect(
        values.filter((from) => !/^\.\/|^\.\.\/(?:signs|\.\.\/vocabulary)$/.test(from)),
        name,
      ).toEqual([]);
    }
  });
});
