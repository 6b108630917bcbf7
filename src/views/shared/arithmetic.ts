import type { FactorFunction, Outer } from '../../engine/equations';
import type { Factor, Summand } from '../../engine/openedNumber';

/** What is done to a factor before it is multiplied, as it is read: `1 − 0.3`. */
const FUNCTIONS: Record<FactorFunction, (value: string) => string> = {
  'one-minus': (value) => `1 − ${bracketed(value)}`,
  'less-one': (value) => `${value} − 1`,
  exp: (value) => `exp(${value})`,
  log: (value) => `ln ${bracketed(value)}`,
  log1p: (value) => `ln(1 + ${value})`,
  relu: (value) => `max(0, ${value})`,
  square: (value) => `${bracketed(value)}²`,
  magnitude: (value) => `|${value}|`,
  reciprocal: (value) => `1 ÷ ${bracketed(value)}`,
  negative: (value) => `−${bracketed(value)}`,
};

/** What is done to the sum in the end, as it is read. */
export const OUTERS: Record<Outer, (value: string) => string> = {
  tanh: (value) => `tanh(${value})`,
  sigmoid: (value) => `σ(${value})`,
  relu: (value) => `max(0, ${value})`,
  sqrt: (value) => `√${bracketed(value)}`,
  clamp: (value) => `clamp(${value})`,
};

const bracketed = (value: string): string => (value.startsWith('−') ? `(${value})` : value);

export const sumOf = (terms: readonly Summand[]): number => terms.reduce((sum, { value }) => sum + value, 0);

/** The operands that matter most come first. */
export const byWeight = (terms: readonly Summand[]): Summand[] =>
  terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));

/** Whether a term says more than its only factor. */
export const isProduct = ({ factors }: Summand): boolean => factors.length !== 1 || factors[0].apply !== null;

export const inWords = ({ apply }: Factor, value: string): string =>
  apply === null ? value : FUNCTIONS[apply](value);
