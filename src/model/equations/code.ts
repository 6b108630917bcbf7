import type { Dialect } from './dialect';
import { nameIn } from './names';
import { numpy, pytorch } from './python';
import { tfjs } from './tfjs';
import type { Equation, Quantity, Tree } from './tree';
import { axesOf, isHeld } from './walk';

/** Languages that formulas are repeated in. */
export const DIALECTS = { NumPy: numpy, PyTorch: pytorch, 'TensorFlow.js': tfjs } as const;
export type DialectName = keyof typeof DIALECTS;

/** What stands around a part: it is bracketed where it binds less than that. */
const [SUM, PRODUCT, ATOM] = [0, 1, 2];

/** A line of a program: a name, and what it is. */
interface Line {
  readonly name: string;
  readonly expression: string;
}

/** Names of what a gate is held at: `free` is 1 where it is not, `fixed` the value where it is. */
export const heldNames = (of: Quantity) => ({ free: `free_${nameIn(of)}`, fixed: `fixed_${nameIn(of)}` });

type Shape = (of: Quantity) => readonly number[];

/** An equation as the lines of a program. @param shape of a quantity */
export function linesOf({ of, tree }: Equation, say: Dialect, shape: Shape): Line[] {
  const name = nameIn(of);
  if (tree.is !== 'held') return [{ name, expression: printer(say, shape)(tree, SUM) }];
  const { free, fixed } = heldNames(of);
  if (isHeld(tree)) return [{ name, expression: fixed }];
  const raw = `${name}_raw`;
  return [
    { name: raw, expression: printer(say, shape)(tree.tree, SUM) },
    { name, expression: say.add([say.multiply([raw, free]), fixed]) },
  ];
}

/** What is written around its operand binds as a call does; the rest stands beside it. */
const BESIDE: ReadonlySet<string> = new Set(['one-minus', 'less-one', 'square', 'reciprocal', 'negative']);

/** @param shape of a quantity */
function printer(say: Dialect, shape: Shape) {
  const within = (expression: string, own: number, around: number): string =>
    own < around ? say.bracket(expression) : expression;
  const print = (tree: Tree, around: number): string => {
    switch (tree.is) {
      case 'quantity':
        return nameIn(tree.of);
      case 'sum': {
        const negative = (term: Tree) => term.is === 'function' && term.name === 'negative';
        const added = tree.terms.filter((term) => !negative(term)).map((term) => print(term, SUM));
        const sum = tree.terms
          .flatMap((term) => (term.is === 'function' && negative(term) ? print(term.tree, PRODUCT) : []))
          .reduce((all, term) => say.subtract(all, term), say.add(added));
        return within(sum, SUM, around);
      }
      case 'times':
        return within(say.multiply(tree.factors.map((factor) => print(factor, ATOM))), PRODUCT, around);
      case 'dot':
        if (tree.transposed) throw new Error('no program turns a matrix');
        return within(say.dot(print(tree.row, ATOM), nameIn(tree.matrix)), PRODUCT, around);
      case 'function':
        return say.functions[tree.name](print(tree.tree, BESIDE.has(tree.name) ? ATOM : SUM));
      case 'over':
        return within(say.divide(print(tree.above, ATOM), print(tree.below, ATOM)), PRODUCT, around);
      case 'total': {
        const { tree: inner } = tree;
        const [a, b] = inner.is === 'times' && inner.factors.length === 2 ? inner.factors : [];
        if (a && b && axesOf(a).join() === tree.axis && axesOf(b)[0] === tree.axis)
          return within(say.dot(print(a, ATOM), print(b, ATOM)), PRODUCT, around);
        return say.sum(print(inner, SUM));
      }
      case 'softmax':
        return say.softmax(print(tree.tree, SUM));
      case 'join':
        return say.join(tree.parts.map((part) => print(part, SUM)));
      case 'neighbour': {
        const [rows, width] = shape(tree.of);
        return say.neighbour(nameIn(tree.of), tree.by < 0 ? 'before' : 'after', [rows, width]);
      }
      case 'place':
        return say.rows(nameIn(tree.of), `${tree.at}`);
      case 'rows':
        return say.rows(nameIn(tree.table), nameIn(tree.places));
      case 'held':
      case 'product':
        throw new Error(`no program has ${tree.is} within a line`);
    }
  };
  return print;
}
