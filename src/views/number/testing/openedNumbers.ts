import fc from 'fast-check';
import type { FactorFunction, Outer } from '../../../engine/equations';
import type { OperandFacts } from '../../../engine/numberFacts';
import type { Factor, OpenedNumber, Origin, Summand } from '../../../engine/openedNumber';

const FUNCTIONS: Record<FactorFunction, (x: number) => number> = {
  'one-minus': (x) => 1 - x,
  'less-one': (x) => x - 1,
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  relu: (x) => Math.max(0, x),
  square: (x) => x * x,
  magnitude: Math.abs,
  reciprocal: (x) => 1 / x,
  negative: (x) => -x,
};

const OUTERS: Record<Outer, (x: number) => number> = {
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  relu: (x) => Math.max(0, x),
  sqrt: Math.sqrt,
  clamp: (x) => Math.min(2, Math.max(-1.5, x)),
};

const origin = fc.constantFrom<Origin>('weight', 'given', 'constant', 'stored', 'computed');
const apply = fc.option(fc.constantFrom(...(Object.keys(FUNCTIONS) as FactorFunction[])), { freq: 2 });
/** Near enough to zero that terms which cancel leave a Float32 its digits. */
const signed = fc.double({ min: -1, max: 1, noNaN: true });
/** Far from zero, where a divisor or a root would blow rounding up. */
const positive = fc.double({ min: 0.1, max: 1, noNaN: true });
/** What a number is called, in formulas and in programs. */
const called = fc.constantFrom(
  { symbol: 'W^{zu}_{x\\,3,5}', name: 'W_zu_x', numbered: '3_5' },
  { symbol: 'W^{zu}_{x\\,4,5}', name: 'W_zu_x', numbered: '4_5' },
  { symbol: "u'_{2}", name: 'u_new', numbered: '2' },
  { symbol: '\\mu', name: 'mu', numbered: '' },
  { symbol: '\\lambda', name: 'lambda_', numbered: '' },
  { symbol: '1', name: 'one', numbered: '' },
);

const factorOf = (value: fc.Arbitrary<number>, how: fc.Arbitrary<FactorFunction | null>) =>
  fc
    .record({
      value,
      apply: how,
      called,
      what: fc.string().map((name) => ({ is: 'bias-of', name }) as const),
      origin,
      open: fc.constant(null),
    })
    // 1 ÷ x of a number near 0 would leave no digit for the rest, and ln x of one below has no value.
    .map(({ called, ...one }) => ({ ...one, ...called }))
    .map(
      (one): Factor =>
        one.apply && /reciprocal|log/.test(one.apply) ? { ...one, value: 0.5 + Math.abs(one.value) } : one,
    );

const productOf = (factors: readonly Factor[]): Summand => ({
  factors,
  value: factors.reduce(
    (product, { apply, value }) => product * (apply ? FUNCTIONS[apply](value) : value),
    1,
  ),
});

const termsOf = (factor: fc.Arbitrary<Factor>, maxLength: number): fc.Arbitrary<Summand[]> =>
  fc.array(fc.array(factor, { minLength: 1, maxLength: 3 }).map(productOf), { minLength: 1, maxLength });

const anything = termsOf(factorOf(signed, apply), 20);
const above = termsOf(factorOf(positive, fc.constantFrom(null, 'square', 'exp')), 20);

const sumOf = (terms: readonly Summand[]) => terms.reduce((sum, { value }) => sum + value, 0);

/** Numbers of any formula that the microscope can show, worked out in Float64. */
export const openedNumber: fc.Arbitrary<OpenedNumber> = fc
  .constantFrom<Outer | null>(null, 'tanh', 'sigmoid', 'relu', 'sqrt', 'clamp')
  .chain((outer) =>
    fc.record({
      outer: fc.constant(outer),
      terms: outer === 'sqrt' ? above : anything,
      divisor: fc.option(above),
      called,
      about: fc.string().map((item) => ({ is: 'deviation', item, apart: null }) as const),
      origin,
    }),
  )
  .map(({ outer, terms, divisor, called, ...words }) => {
    const inner = sumOf(terms) / (divisor ? sumOf(divisor) : 1);
    const value = outer ? OUTERS[outer](inner) : inner;
    return {
      ...words,
      ...called,
      ref: { of: 'weight', name: 'any', index: 0 },
      tex: '',
      unit: null,
      outer,
      terms,
      divisor,
      value,
      recomputed: value,
      place: { log: [], at: null },
    };
  });

/** A gate with its symbols as the engine writes them. */
export function gate(size: number): OpenedNumber {
  const factor = (name: string, numbered: string, value: number, what: OperandFacts): Factor => ({
    value,
    apply: null,
    symbol: name,
    name,
    numbered,
    what,
    origin: 'computed',
    open: null,
  });
  const terms = [
    ...Array.from({ length: size }, (_, d) =>
      productOf([
        factor('W', `3_${d}`, Math.sin(d), { is: 'gate-weight', gate: 'update', from: 'feature', n: d }),
        factor('x', `${d}`, Math.cos(d * d), { is: 'feature', n: d }),
      ]),
    ),
    productOf([factor('b', '3', 0.25, { is: 'gate-bias', gate: 'update', from: 'input' })]),
  ];
  const value = OUTERS.sigmoid(sumOf(terms));
  return {
    ref: { of: 'update', side: 'user', key: 'b1', d: 3 },
    about: {
      is: 'gate',
      gate: 'update',
      side: 'user',
      n: 3,
      at: 'i1',
      held: null,
      clamped: null,
      apart: null,
    },
    tex: '',
    symbol: 'z_{3}',
    name: 'z',
    numbered: '3',
    value,
    unit: 'share',
    origin: 'computed',
    outer: 'sigmoid',
    terms,
    divisor: null,
    recomputed: value,
    place: { log: [], at: null },
  };
}
