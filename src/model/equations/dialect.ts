import type { FactorFunction, Outer } from './tree';

/** How a language writes what formulas are made of; expressions are strings. */
export interface Dialect {
  readonly head: readonly string[];
  readonly comment: string;
  readonly declare: (name: string, expression: string) => string;
  readonly scalar: (value: string) => string;
  /** Of numbers, or of rows of numbers. */
  readonly array: (values: string, matrix?: boolean) => string;
  /** Of whole numbers that name rows. */
  readonly places: (values: string) => string;
  /** What stands within something that binds more. */
  readonly bracket: (expression: string) => string;
  /** Product of matrices or vectors. */
  readonly dot: (a: string, b: string) => string;
  readonly add: (terms: readonly string[]) => string;
  readonly subtract: (a: string, b: string) => string;
  /** Number by number. */
  readonly multiply: (factors: readonly string[]) => string;
  readonly divide: (above: string, below: string) => string;
  readonly sum: (array: string) => string;
  readonly functions: Record<FactorFunction | Outer, (x: string) => string>;
  readonly softmax: (x: string) => string;
  /** One vector after the other. */
  readonly join: (parts: readonly string[]) => string;
  /** Rows of a matrix. */
  readonly rows: (matrix: string, places: string) => string;
  /** Each row's predecessor or successor, zeros at the edge. */
  readonly neighbour: (matrix: string, which: 'before' | 'after', shape: readonly [number, number]) => string;
  /** Prints a number and fails unless it is what is expected, to 1e-5 of its size. */
  readonly check: (result: string, expected: string) => readonly string[];
  /** The same of many, whose expected numbers are an expression. */
  readonly checkAll: (result: string, expected: string) => readonly string[];
}

/** To which part of its size a program's result is as expected. */
export const WITHIN = '1e-5';
