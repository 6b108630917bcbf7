import type { Axis, Equation, FactorFunction, Index, Outer, Quantity, Sizes, Tree } from './tree';
import { alongOf, partAt, placeIn, shares, widthOf } from './walk';

/** One number of a quantity, as a factor. */
export interface Operand {
  readonly of: Quantity;
  readonly at: readonly number[];
  readonly apply: FactorFunction | null;
}
type Term = readonly Operand[];

/** One number of an equation, written out: outer(Σ terms / Σ divisor), each term a product. */
export interface Written {
  readonly outer: Outer | null;
  readonly terms: readonly Term[];
  readonly divisor: readonly Term[] | null;
}

const OUTERS: ReadonlySet<string> = new Set<Outer>(['tanh', 'sigmoid', 'relu', 'sqrt', 'clamp']);

/** What an equation says of one place of its result. @param index along the axes of the result */
export function writtenOut({ tree }: Equation, index: Index, sizes: Sizes): Written {
  const here = heldHere(tree, index);
  const [outer, inner] =
    here.is === 'function' && OUTERS.has(here.name) ? [here.name as Outer, here.tree] : [null, here];
  const expand = expander(sizes);
  const quotient = inner.is === 'softmax' ? shares(inner) : inner;
  if (quotient.is === 'over')
    return { outer, terms: expand(quotient.above, index), divisor: expand(quotient.below, index) };
  return { outer, terms: expand(inner, index), divisor: null };
}

/** What one number of a result is, of something that may be held in its place. */
export function heldHere(tree: Tree, index: Index): Tree {
  if (tree.is !== 'held') return tree;
  const value = tree.at[placeOn(index, tree.axis)];
  return value === null ? tree.tree : { is: 'quantity', of: heldAt(value) };
}

/** A number that stands in the place of another. */
const heldAt = (value: 0 | 1): Quantity => ({
  id: `held/${value}`,
  what: { is: 'held' },
  letter: `${value}`,
  axes: [],
  value,
});

const placeOn = (index: Index, axis: Axis): number => {
  const place = index[axis];
  if (place === undefined) throw new Error(`no place along ${axis}`);
  return place;
};

const sizeOn = (sizes: Sizes, axis: Axis): number => {
  const size = sizes[axis];
  if (size === undefined) throw new Error(`no size of ${axis}`);
  return size;
};

/** Writes a part out as a sum of products. */
function expander(sizes: Sizes): (tree: Tree, index: Index) => Term[] {
  const leaf = (of: Quantity, index: Index): Operand => ({
    of,
    at: of.axes.map((axis) => placeOn(index, axis)),
    apply: null,
  });
  const along = <T>(all: Sizes, axis: Axis, each: (place: number) => T): T[] =>
    Array.from({ length: sizeOn(all, axis) }, (_, k) => each(k));
  const expand = (tree: Tree, index: Index): Term[] => {
    switch (tree.is) {
      case 'quantity':
        return [[leaf(tree.of, index)]];
      case 'sum':
        return tree.terms.flatMap((term) => expand(term, index));
      case 'times':
        return multiplied(tree.factors.map((factor) => expand(factor, index)));
      case 'dot': {
        const { contracted, kept } = alongOf(tree);
        const wide = tree.row.is === 'join' ? { ...sizes, inputs: widthOf(tree.row, sizes) } : sizes;
        const column = kept && placeOn(index, kept);
        return along(wide, contracted, (k) =>
          multiplied([
            expand(tree.row, { ...index, [contracted]: k }),
            [[{ of: tree.matrix, at: placeIn(tree, k, column), apply: null }]],
          ]),
        ).flat();
      }
      case 'over':
        return multiplied([expand(tree.above, index), applied('reciprocal', expand(tree.below, index))]);
      case 'total':
        return along(sizes, tree.axis, (k) => expand(tree.tree, { ...index, [tree.axis]: k })).flat();
      case 'product':
        return multiplied(along(sizes, tree.axis, (k) => expand(tree.tree, { ...index, [tree.axis]: k })));
      case 'softmax':
        return expand(shares(tree), index);
      case 'join': {
        const { part, axis, at } = partAt(tree, placeOn(index, 'inputs'), sizes);
        return expand(part, axis === null ? index : { ...index, [axis]: at });
      }
      case 'neighbour': {
        const l = placeOn(index, 'words') + tree.by;
        if (l < 0 || l >= sizeOn(sizes, 'words')) return [];
        return [[leaf(tree.of, { ...index, words: l })]];
      }
      case 'place':
        return [[{ of: tree.of, at: [tree.at], apply: null }]];
      case 'rows':
        throw new Error('rows of a table are no products');
      case 'function':
        return applied(tree.name as FactorFunction, expand(tree.tree, index));
      case 'held':
        return expand(heldHere(tree, index), index);
    }
  };
  return expand;
}

/** Sums multiplied with each other, term by term. */
const multiplied = (sums: readonly Term[][]): Term[] =>
  sums.reduce((all, one) => all.flatMap((term) => one.map((factors) => [...term, ...factors])), [[]]);

/** A function of a lone operand. */
function applied(name: FactorFunction, terms: Term[]): Term[] {
  return terms.map(([first, ...rest]) => {
    const alone = terms.length === 1 && rest.length === 0;
    if (first.apply !== null || (name !== 'negative' && !alone))
      throw new Error(`${name} of what is no lone operand`);
    return [{ ...first, apply: name }, ...rest];
  });
}
