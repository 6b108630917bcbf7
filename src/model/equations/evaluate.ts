import {
  type Axis,
  type Equation,
  FUNCTIONS,
  type Index,
  type Quantity,
  type Sizes,
  type Tree,
} from './tree';
import { alongOf, partAt, placeIn, shares, widthOf } from './walk';

/** The number of a quantity at a place along each of its axes. */
export type Look = (of: Quantity, at: readonly number[]) => number;

/** One number of an equation, in Float64: what the fast kernels are tested against. */
function evaluateAt({ tree }: Equation, index: Index, look: Look, sizes: Sizes): number {
  const size = (axis: Axis): number => sizes[axis] ?? 0;
  const leaf = (of: Quantity, here: Index): number =>
    of.value ??
    look(
      of,
      of.axes.map((axis) => here[axis] ?? 0),
    );
  const at = (part: Tree, here: Index): number => {
    switch (part.is) {
      case 'quantity':
        return leaf(part.of, here);
      case 'sum':
        return part.terms.reduce((sum, term) => sum + at(term, here), 0);
      case 'times':
        return part.factors.reduce((product, factor) => product * at(factor, here), 1);
      case 'dot': {
        const { contracted, kept } = alongOf(part);
        const wide = part.row.is === 'join' ? widthOf(part.row, sizes) : size(contracted);
        const column = kept && (here[kept] ?? 0);
        let sum = 0;
        for (let k = 0; k < wide; k++)
          sum += at(part.row, { ...here, [contracted]: k }) * look(part.matrix, placeIn(part, k, column));
        return sum;
      }
      case 'function':
        return FUNCTIONS[part.name](at(part.tree, here));
      case 'over':
        return at(part.above, here) / at(part.below, here);
      case 'total':
      case 'product': {
        let all = part.is === 'total' ? 0 : 1;
        for (let k = 0; k < size(part.axis); k++) {
          const one = at(part.tree, { ...here, [part.axis]: k });
          all = part.is === 'total' ? all + one : all * one;
        }
        return all;
      }
      case 'softmax':
        return at(shares(part), here);
      case 'join': {
        const { part: inner, axis, at: place } = partAt(part, here.inputs ?? 0, sizes);
        return at(inner, axis === null ? here : { ...here, [axis]: place });
      }
      case 'neighbour': {
        const l = (here.words ?? 0) + part.by;
        return l < 0 || l >= size('words') ? 0 : leaf(part.of, { ...here, words: l });
      }
      case 'place':
        return look(part.of, [part.at]);
      case 'rows': {
        const places = part.places.axes.map((axis) => here[axis] ?? 0);
        const columns = part.table.axes.slice(1).map((axis) => here[axis] ?? 0);
        return look(part.table, [look(part.places, places), ...columns]);
      }
      case 'held':
        return part.at[here[part.axis] ?? 0] ?? at(part.tree, here);
    }
  };
  return at(tree, index);
}

/** All numbers of an equation, row-major. */
export function evaluate(equation: Equation, look: Look, sizes: Sizes): Float64Array {
  const places = equation.of.axes.reduce<Index[]>(
    (all, axis) =>
      all.flatMap((index) => Array.from({ length: sizes[axis] ?? 0 }, (_, k) => ({ ...index, [axis]: k }))),
    [{}],
  );
  return Float64Array.from(places, (index) => evaluateAt(equation, index, look, sizes));
}

/** Numbers with their shape, row-major. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** The part of a stored weight that a quantity is. */
export function weightPart(of: Quantity, { shape, values }: Numbers, sizes: Sizes): Numbers {
  const part = of.axes.map((axis) => sizes[axis] ?? 0);
  const [rows, columns = 1] = part;
  return {
    shape: part,
    values: Float32Array.from({ length: rows * columns }, (_, k) => {
      const at = part.length < 2 ? [k] : [Math.floor(k / columns), k % columns];
      return values[weightIndex(of, at, sizes, shape.at(-1) ?? 1)];
    }),
  };
}

/** Place of a number of a weight in its values, row-major, {@link Quantity.weight}. @param width columns of the whole weight */
export function weightIndex(
  { axes, weight }: Quantity,
  at: readonly number[],
  sizes: Sizes,
  width: number,
): number {
  const { row = 0, column = 0 } = weight ?? {};
  const size = (axis: Axis): number => sizes[axis] ?? 0;
  if (axes.length < 2) return column * (axes[0] ? size(axes[0]) : 0) + (at[0] ?? 0);
  return (row * size(axes[0]) + at[0]) * width + column * size(axes[1]) + at[1];
}
