import type { FactorFunction, Outer } from '../../engine/openedNumber';

/** How a language writes what a formula is made of; expressions are strings that stand anywhere. */
export interface Dialect {
  readonly head: readonly string[];
  readonly comment: string;
  readonly declare: (name: string, expression: string) => string;
  readonly scalar: (value: string) => string;
  readonly array: (values: string) => string;
  readonly multiply: (factors: readonly string[]) => string;
  readonly sum: (array: string) => string;
  readonly add: (terms: readonly string[]) => string;
  readonly divide: (above: string, below: string) => string;
  readonly functions: Record<FactorFunction, (x: string) => string>;
  readonly outers: Record<Outer, (x: string) => string>;
  /** Prints the result and fails unless it is what is expected, to 1e-5. */
  readonly check: (result: string, expected: string) => readonly string[];
}
