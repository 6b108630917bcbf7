import type { Symbols } from '../../../model/equations/tex';
import { FUNCTIONS, type Outer } from '../../../model/equations/tree';
import type { Apart, NumberFacts, OperandFacts } from '../../numberFacts';
import type { Factor, NumberRef, OpenedNumber, Origin, Summand } from '../../openedNumber';

/** The references of some kinds; kinds that share their fields are named together. */
export type Ref<K extends NumberRef['of']> = Extract<NumberRef, { of: K }>;

/** An operand, but for what its equation says of it. */
export type Found = Omit<Factor, keyof Symbols | 'apply'>;

/** An operand; it opens where `open` is given. */
export const found = (
  value: number,
  what: OperandFacts,
  origin: Origin,
  open: NumberRef | null = null,
): Found => ({ value, what, origin, open });

/** An operand that was computed here. */
export const computed = (value: number, what: OperandFacts, open: NumberRef | null = null): Found =>
  found(value, what, 'computed', open);

/** An operand that nobody computed: a count, a setting, a mean of the train split. */
export const constant = (value: number, what: OperandFacts): Found => found(value, what, 'constant');

/** The product of some operands, in Float64. */
export function product(...factors: Factor[]): Summand {
  const value = factors.reduce((all, { value: x, apply }) => all * (apply ? FUNCTIONS[apply](x) : x), 1);
  return { factors, value };
}

/** What a formula makes of its operands, in Float64; 0 where the divisor is. */
function recompute(
  terms: readonly Summand[],
  divisor: readonly Summand[] | null,
  outer: Outer | null,
): number {
  const sum = (summands: readonly Summand[]) => summands.reduce((total, { value }) => total + value, 0);
  const below = divisor ? sum(divisor) : 1;
  const inner = below === 0 ? 0 : sum(terms) / below;
  return outer ? FUNCTIONS[outer](inner) : inner;
}

/** What a builder says of a number; the rest follows. */
export interface Formula extends Symbols {
  readonly about: NumberFacts;
  readonly tex: string;
  readonly value: number;
  readonly unit?: OpenedNumber['unit'];
  readonly origin?: Origin;
  readonly outer?: Outer;
  readonly terms?: readonly Summand[];
  readonly divisor?: readonly Summand[] | null;
}

/** Completes a formula to what the page is told, but for the place. */
export function opened(ref: NumberRef, formula: Formula, apart: Apart): Omit<OpenedNumber, 'place'> {
  const {
    terms = [],
    divisor = null,
    outer = null,
    unit = null,
    origin = 'computed',
    about,
    ...rest
  } = formula;
  return {
    ref,
    about: { ...about, apart },
    ...rest,
    unit,
    origin,
    outer,
    terms,
    divisor,
    recomputed: terms.length > 0 ? recompute(terms, divisor, outer) : formula.value,
  };
}
