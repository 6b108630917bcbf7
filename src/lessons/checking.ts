import { FUNCTIONS } from '../engine/equations';
import type { Factor, OpenedNumber, Summand } from '../engine/openedNumber';

/** What is to be said of a number that somebody worked out. */
export type Verdict = { readonly is: 'empty' | 'no-number' | 'right' | 'near' | 'sign' | 'wrong' };

/** A number as somebody types it: with a comma for the point, and whatever minus there is. */
export function numberIn(typed: string): number | null {
  const plain = typed.trim().replace(/[−–]/g, '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** Half a unit of the last digit that counts. */
const within = (value: number, digits: number): number =>
  0.5000001 * 10 ** -digits * Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(value)))));

/** Whether a typed number is the value, to so many digits after the point. */
export function judged(typed: string, value: number, digits: number): Verdict {
  if (typed.trim() === '') return { is: 'empty' };
  const number = numberIn(typed);
  if (number === null) return { is: 'no-number' };
  const half = within(value, digits);
  const off = Math.abs(number - value);
  // Whoever rounds in between is right as well.
  if (off <= 1.5 * half) return { is: 'right' };
  if (off <= 10 * half) return { is: 'near' };
  return { is: Math.abs(number + value) <= 10 * half ? 'sign' : 'wrong' };
}

/** How somebody may have come to a number: one thing of the formula done otherwise. */
export type Slip = {
  readonly is:
    | 'sign'
    | 'not-applied'
    | 'left-out'
    | 'exchanged'
    | 'term-left-out'
    | 'term-subtracted'
    | 'outer';
  /** The operand that is off; of a term its first. Null where it is what is done in the end. */
  readonly what: Factor | null;
};

/** Beyond so many operands a slip is found by chance. */
const MOST_OPERANDS = 12;

/**
 * The one slip that explains a typed number, where there is just one: the formula is worked out anew with each thing that is
 * easily done otherwise. Null where none of them, or several, give what was typed.
 */
export function slipIn(opened: OpenedNumber, typed: string, digits: number): Slip | null {
  const number = numberIn(typed);
  const { terms, divisor, outer } = opened;
  const operands = terms.reduce((all, { factors }) => all + factors.length, 0);
  if (number === null || divisor || operands === 0 || operands > MOST_OPERANDS) return null;
  const finish = outer ? FUNCTIONS[outer] : (x: number) => x;
  const products = terms.map(({ value }) => value);
  const sum = products.reduce((all, one) => all + one, 0);
  const found: { readonly slip: Slip; readonly gives: number }[] = [];
  const tried = (is: Slip['is'], what: Factor | null, gives: number) =>
    found.push({ slip: { is, what }, gives });
  if (outer) tried('outer', null, sum);
  terms.forEach(({ factors }, k) => {
    const instead = (product: number): number => finish(sum - products[k] + product);
    const times = (at: number, value: number): number =>
      factors.reduce((all, factor, j) => all * (j === at ? value : appliedOf(factor)), 1);
    if (terms.length > 1) tried('term-left-out', factors[0], instead(0));
    // A minus before a product may be that of any of its operands.
    tried(terms.length > 1 ? 'term-subtracted' : 'sign', factors[0], instead(-products[k]));
    factors.forEach((factor, at) => {
      if (factor.apply) tried('not-applied', factor, instead(times(at, factor.value)));
      if (factors.length > 1) tried('left-out', factor, instead(times(at, 1)));
    });
  });
  // 1 − z taken for z, and the other way round.
  const exchanged = exchange(terms);
  if (exchanged) tried('exchanged', exchanged.what, finish(exchanged.sum));
  const fitting = found.filter(({ gives }) => Math.abs(gives - number) <= 1.5 * within(gives, digits));
  return fitting.length === 1 ? fitting[0].slip : null;
}

const appliedOf = ({ apply, value }: Factor): number => (apply ? FUNCTIONS[apply](value) : value);

/** The sum where a share and what is left of it change places, as z and 1 − z. */
function exchange(terms: readonly Summand[]): { readonly what: Factor; readonly sum: number } | null {
  const left = terms.flatMap(({ factors }) => factors.filter(({ apply }) => apply === 'one-minus'))[0];
  if (!left) return null;
  const isShare = (factor: Factor): boolean => factor.value === left.value;
  if (!terms.some(({ factors }) => factors.some((one) => isShare(one) && one.apply === null))) return null;
  const other = (factor: Factor): number =>
    isShare(factor) ? (factor.apply ? factor.value : 1 - factor.value) : appliedOf(factor);
  const sum = terms.reduce((all, { factors }) => all + factors.reduce((of, one) => of * other(one), 1), 0);
  return { what: left, sum };
}
