import { type Axis, apply, type Quantity, type Sizes, type Tree, total } from './tree';

/** Walks through trees: what a part has numbers along, what stands in it, and what becomes of it. */

/** What a softmax is short for. */
export const shares = ({ axis, tree }: Tree & { is: 'softmax' }): Tree & { is: 'over' } => {
  const exp = apply('exp', tree);
  return { is: 'over', above: exp, below: total(axis, exp) };
};

/** What a part has many numbers along. */
export function axesOf(tree: Tree): readonly Axis[] {
  switch (tree.is) {
    case 'quantity':
    case 'neighbour':
      return tree.of.axes;
    case 'place':
      return [];
    case 'sum':
      return union(tree.terms.map(axesOf));
    case 'times':
      return union(tree.factors.map(axesOf));
    case 'dot': {
      const { contracted, kept } = alongOf(tree);
      return [...axesOf(tree.row).filter((axis) => axis !== contracted), ...(kept ? [kept] : [])];
    }
    case 'over':
      return union([tree.above, tree.below].map(axesOf));
    case 'total':
    case 'product':
      return axesOf(tree.tree).filter((axis) => axis !== tree.axis);
    case 'join':
      return ['inputs'];
    case 'rows':
      return [...tree.places.axes, ...tree.table.axes.slice(1)];
    default:
      return axesOf(tree.tree);
  }
}

/** Which axis of its matrix a product is taken along, and which one is left. */
export function alongOf({ matrix, transposed }: Tree & { is: 'dot' }) {
  const [rows, columns] = matrix.axes;
  return transposed ? { contracted: columns, kept: rows } : { contracted: rows, kept: columns };
}

/** Place in the matrix of a product of what meets the k-th number of the row, in the column of the result. */
export const placeIn = ({ transposed }: Tree & { is: 'dot' }, k: number, column?: number): number[] =>
  column === undefined ? [k] : transposed ? [column, k] : [k, column];

const union = (all: readonly (readonly Axis[])[]): Axis[] => [...new Set(all.flat())];

/** Which part of a join a place is in, and where there. */
export function partAt(
  { parts }: Tree & { is: 'join' },
  place: number,
  sizes: Sizes,
): { readonly part: Tree; readonly axis: Axis | null; readonly at: number } {
  let at = place;
  for (const part of parts) {
    const axis = axesOf(part).at(-1) ?? null;
    const size = axis === null ? 1 : (sizes[axis] ?? 0);
    if (at < size) return { part, axis, at };
    at -= size;
  }
  throw new Error(`no input ${place}`);
}

/** How many inputs a join gives. */
export const widthOf = ({ parts }: Tree & { is: 'join' }, sizes: Sizes): number =>
  parts.reduce(
    (sum, part) => sum + (axesOf(part).length === 0 ? 1 : (sizes[axesOf(part).at(-1) ?? 'D'] ?? 0)),
    0,
  );

/** Rewrites a tree from its leaves up: each part as it is given, or as something else. */
export function rewrite(tree: Tree, change: (part: Tree) => Tree): Tree {
  const into = (part: Tree) => rewrite(part, change);
  switch (tree.is) {
    case 'quantity':
    case 'neighbour':
    case 'place':
    case 'rows':
      return change(tree);
    case 'join':
      return change({ ...tree, parts: tree.parts.map(into) });
    case 'sum':
      return change({ ...tree, terms: tree.terms.map(into) });
    case 'times':
      return change({ ...tree, factors: tree.factors.map(into) });
    case 'dot':
      return change({ ...tree, row: into(tree.row) });
    case 'over':
      return change({ ...tree, above: into(tree.above), below: into(tree.below) });
    case 'function':
    case 'total':
    case 'product':
    case 'softmax':
    case 'held':
      return change({ ...tree, tree: into(tree.tree) });
  }
}

/** Whether a part is held wherever it is looked at, so that nothing in it counts. */
export const isHeld = (tree: Tree): boolean => tree.is === 'held' && !tree.at.includes(null);

/** What a tree is made of, one level down, and the quantities that stand in it by name alone. */
function partsOf(tree: Tree): readonly (Tree | Quantity)[] {
  switch (tree.is) {
    case 'quantity':
    case 'neighbour':
    case 'place':
      return [tree.of];
    case 'rows':
      return [tree.table, tree.places];
    case 'join':
      return tree.parts;
    case 'sum':
      return tree.terms;
    case 'times':
      return tree.factors;
    case 'dot':
      return [tree.row, tree.matrix];
    case 'over':
      return [tree.above, tree.below];
    default:
      return isHeld(tree) ? [] : [tree.tree];
  }
}

/** All quantities that count in a tree, each once, in the order in which they are read. */
export function quantitiesOf(tree: Tree): Quantity[] {
  const all = partsOf(tree).flatMap((part) => ('id' in part ? [part] : quantitiesOf(part)));
  return unlike(all);
}

/** Each quantity once. */
export const unlike = (quantities: readonly Quantity[]): Quantity[] => [
  ...new Map(quantities.map((one) => [one.id, one])).values(),
];
