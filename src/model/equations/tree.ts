import type { Gate, Side } from '../../vocabulary';
import { clamp } from '../signs';
import type { WeightName } from '../weights';

/*
 * What a formula is made of: trees of named quantities, as data. Everything that shows a formula (TeX, drawer, strips,
 * programs) or works it out in Float64 reads the same tree; see the printers beside this file.
 */

/**
 * What a quantity has many numbers along. D, E, A and M as in the configuration; words of a review; fields: overall rating
 * and aspects; bits: text, then fields; inputs: of a layer that sees several vectors side by side; later: interactions since; reviews: of one person or item; word: of the vocabulary, or of it those of which an item's reviews speak
 * or are silent; ratings: of one person or item; held-out: ratings; people: who have something relevant held out.
 */
export type Axis =
  | 'D'
  | 'E'
  | 'A'
  | 'M'
  | 'words'
  | 'vocabulary'
  | 'fields'
  | 'bits'
  | 'inputs'
  | 'later'
  | 'reviews'
  | 'word'
  | 'spoken'
  | 'silent'
  | 'ratings'
  | 'held-out'
  | 'people';
export type Sizes = { readonly [axis in Axis]?: number };
/** A place along each axis that matters. */
export type Index = { readonly [axis in Axis]?: number };

export type CellGate = Gate | 'candidate';

/** What a quantity is, for whoever has words for it. */
export type What =
  | { readonly is: 'state' | 'next'; readonly side: Side }
  /** The state that everybody begins with, where a cell would see the counterpart's. */
  | { readonly is: 'unseen'; readonly side: Side }
  | { readonly is: 'gate'; readonly gate: CellGate; readonly side: Side }
  | { readonly is: 'gated'; readonly side: Side }
  | {
      readonly is: 'gate-weight';
      readonly gate: CellGate;
      readonly side: Side;
      readonly from: 'feature' | 'counterpart' | 'state';
    }
  | {
      readonly is: 'gate-bias';
      readonly gate: CellGate;
      readonly side: Side;
      readonly from: 'input' | 'state';
    }
  | { readonly is: 'feature' }
  | { readonly is: 'initial' | 'left' | 'kept' | 'later-update' | 'remaining'; readonly side: Side }
  | {
      readonly is:
        | 'feature-weight'
        | 'feature-bias'
        | 'text'
        | 'standardised'
        | 'presence'
        | 'given'
        | 'train-mean'
        | 'train-deviation'
        | 'table'
        | 'words'
        | 'embedding'
        | 'context'
        | 'in-context'
        | 'attending'
        | 'logit'
        | 'attention'
        | 'attention-weight'
        | 'unit-bias'
        | 'unit-weight'
        | 'dimension-bias';
    }
  | { readonly is: 'context-weight'; readonly from: 'previous' | 'centre' | 'next' }
  /** Known by its id to whoever opens it. */
  | { readonly is: 'held' | 'operand' };

/** A block of a weight: it starts so many times the block's own height and width from the top and the left. */
export interface WeightPart {
  readonly name: WeightName;
  readonly row?: number;
  readonly column?: number;
}

/** A number, a vector or a matrix with a name. */
export interface Quantity {
  /** Unlike any other's; of what a trace holds, its name there. */
  readonly id: string;
  readonly what: What;
  /** TeX: the letter, and what tells it apart from others of the same letter. */
  readonly letter: string;
  readonly sup?: string;
  readonly sub?: string;
  readonly axes: readonly Axis[];
  /** Where it stands in the weights. */
  readonly weight?: WeightPart;
  /** Of a constant. */
  readonly value?: number;
}

/** What is done to a factor before it is multiplied. */
export type FactorFunction =
  | 'one-minus'
  | 'less-one'
  | 'exp'
  | 'log'
  /** ln(1 + x) */
  | 'log1p'
  | 'relu'
  | 'square'
  | 'reciprocal'
  | 'magnitude'
  | 'negative';

/** What is done to a sum in the end. */
export type Outer = 'tanh' | 'sigmoid' | 'relu' | 'sqrt' | 'clamp';

export type Held = readonly (0 | 1 | null)[];

export type Tree =
  | { readonly is: 'quantity'; readonly of: Quantity }
  | { readonly is: 'sum'; readonly terms: readonly Tree[] }
  /** Number by number; what lacks an axis is the same along it. */
  | { readonly is: 'times'; readonly factors: readonly Tree[] }
  /** Rows times a matrix, which may lie on its side: over the last axis of the one and the first of the other. */
  | { readonly is: 'dot'; readonly row: Tree; readonly matrix: Quantity; readonly transposed?: true }
  | { readonly is: 'function'; readonly name: FactorFunction | Outer; readonly tree: Tree }
  | { readonly is: 'over'; readonly above: Tree; readonly below: Tree }
  /** Σ or Π along an axis. */
  | { readonly is: 'total' | 'product'; readonly axis: Axis; readonly tree: Tree }
  /** Shares along an axis: e^x / Σ e^x. */
  | { readonly is: 'softmax'; readonly axis: Axis; readonly tree: Tree }
  /** Vectors side by side. */
  | { readonly is: 'join'; readonly parts: readonly Tree[] }
  /** What stands before or after each word; nothing at the edge. */
  | { readonly is: 'neighbour'; readonly by: -1 | 1; readonly of: Quantity }
  /** One number of a vector. */
  | { readonly is: 'place'; readonly of: Quantity; readonly at: number }
  /** The row of a table for each place that is named. */
  | { readonly is: 'rows'; readonly table: Quantity; readonly places: Quantity }
  /** Held in some places along an axis, whatever the tree says; null where it decides. */
  | { readonly is: 'held'; readonly axis: Axis; readonly at: Held; readonly tree: Tree };

/** A quantity and what it is: z = σ(…). */
export interface Equation {
  readonly of: Quantity;
  readonly tree: Tree;
  /** The same before it is split into parts that open. */
  readonly whole?: Tree;
  /** What a part of it is, where that is said beside it. */
  readonly where?: Equation;
}

/** A quantity that no strip shows. */
export const operand = (
  id: string,
  letter: string,
  axes: readonly Axis[] = [],
  more: Partial<Quantity> = {},
): Quantity => ({ id, what: { is: 'operand' }, letter, axes, ...more });

/** Stands where a part is left out, and adds nothing. */
export const NOTHING: Quantity = operand('nothing', '0', [], { value: 0 });

/** Stands where nothing is fitted, or nothing has happened. */
export const ONE: Quantity = operand('one', '1', [], { value: 1 });

export const the = (of: Quantity): Tree => ({ is: 'quantity', of });
export const sum = (...terms: Tree[]): Tree => ({ is: 'sum', terms });
export const times = (...factors: Tree[]): Tree => ({ is: 'times', factors });
export const dot = (row: Tree, matrix: Quantity): Tree => ({ is: 'dot', row, matrix });
export const dotTransposed = (row: Tree, matrix: Quantity): Tree => ({
  is: 'dot',
  row,
  matrix,
  transposed: true,
});
export const over = (above: Tree, below: Tree): Tree => ({ is: 'over', above, below });
export const minus = (tree: Tree): Tree => apply('negative', tree);
/** Vectors and numbers side by side. */
export const join = (...parts: Tree[]): Tree & { is: 'join' } => ({ is: 'join', parts });
export const total = (axis: Axis, tree: Tree): Tree => ({ is: 'total', axis, tree });
export const apply = (name: FactorFunction | Outer, tree: Tree): Tree => ({ is: 'function', name, tree });

/** Numbers of a formula, in Float64. */
export const FUNCTIONS: Record<FactorFunction | Outer, (x: number) => number> = {
  'one-minus': (x) => 1 - x,
  'less-one': (x) => x - 1,
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  relu: (x) => Math.max(0, x),
  square: (x) => x * x,
  reciprocal: (x) => 1 / x,
  magnitude: Math.abs,
  negative: (x) => -x,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  sqrt: Math.sqrt,
  clamp,
};
