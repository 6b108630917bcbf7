import { LEAST, MOST } from '../signs';
import { nameIn, numberedIn, UNNUMBERED } from './names';
import type { Axis, Equation, Quantity, Tree } from './tree';
import { alongOf, axesOf, shares } from './walk';

/** Letter of a place along each axis. */
const LETTERS: Record<Axis, string> = {
  D: 'd',
  E: 'e',
  A: 'a',
  M: 'm',
  words: 'l',
  vocabulary: 'v',
  fields: 'k',
  bits: 'k',
  inputs: 'k',
  later: 's',
  reviews: String.raw`\tau`,
  word: 'w',
  spoken: 'w',
  silent: 'w',
  ratings: '',
  'held-out': 'k',
  people: 'u',
};
/** What stands below a sum in the place of the letter alone. */
const BELOW: { readonly [axis in Axis]?: string } = {
  later: String.raw`s > \tau`,
  spoken: String.raw`w \in i`,
  silent: String.raw`w \notin i`,
};
/** Axes whose places an equation names; along the others it says a vector as a whole. */
const SPELT: ReadonlySet<Axis> = new Set(['words', 'later', 'reviews', 'word']);
type Letters = { readonly [axis in Axis]?: string };

/** What stands around a part: it is bracketed where it binds less than that. */
const [SUM, PRODUCT, ATOM] = [0, 1, 2];

/** A quantity, or one of its numbers: `z^{u}_{3}`. */
export const symbolTex = (
  { letter, sup, sub, axes }: Quantity,
  at: readonly (number | string)[] = [],
): string => {
  const places = at
    .map((place, k) => (typeof place === 'number' && UNNUMBERED.has(axes[k]) ? LETTERS[axes[k]] : place))
    .join(',');
  const below = [sub, places].filter(Boolean).join('\\,');
  return `${letter}${sup ? `^{${sup}}` : ''}${below ? `_{${below}}` : ''}`;
};

/** What a number is called. */
export interface Symbols {
  /** TeX: `z^{u}_{3}`. */
  readonly symbol: string;
  /** In programs, without its place: `z_u`; and that place: `3`. */
  readonly name: string;
  readonly numbered: string;
}

export const named = (of: Quantity, at: readonly number[]): Symbols => ({
  symbol: symbolTex(of, at),
  name: nameIn(of),
  numbered: numberedIn(of, at),
});

const UNICODE: readonly (readonly [RegExp, string])[] = [
  [/\\alpha/, 'α'],
  [/\\ell/, 'ℓ'],
  [/'/, '′'],
];
const RAISED: Record<string, string> = { u: 'ᵘ', i: 'ⁱ', 0: '⁰' };

/** The same as text: zᵘ, u′. */
export const symbolText = ({ letter, sup }: Quantity): string =>
  UNICODE.reduce((text, [tex, sign]) => text.replace(tex, sign), letter) + (sup ? (RAISED[sup] ?? sup) : '');

/** Class of a symbol in {@link boundTex}, less its prefix. */
export const bindingOf = ({ id }: Quantity): string => id.replaceAll('/', '-');

/** A symbol in a class that says which strip shows it; weights have none. */
const bound = (of: Quantity, tex: string): string =>
  of.weight ? tex : String.raw`\htmlClass{sym-${bindingOf(of)}}{${tex}}`;

/** An equation. */
export const texOf = (equation: Equation): string => {
  const { where } = equation;
  const tex = sidesOf(equation, (_, symbol) => symbol).join(' = ');
  return where ? `${tex}, \\quad {${texOf(where)}}` : tex;
};

/** Equations below each other, their symbols in `\htmlClass{sym-…}` by {@link bindingOf}. */
export const alignedTex = (equations: readonly Equation[]): string =>
  `\\begin{aligned} ${equations.map((one) => sidesOf(one, bound).join(' &= ')).join(' \\\\ ')} \\end{aligned}`;

/** A part of an equation as a symbol of its own. */
export const treeTex = (tree: Tree): string => new Printer((_, tex) => tex).write(tree, {}, SUM);

/** What stands left and right of the sign. */
function sidesOf(
  { of, tree, whole }: Equation,
  symbol: (of: Quantity, tex: string) => string,
): [string, string] {
  const letters = Object.fromEntries(
    of.axes.filter((axis) => SPELT.has(axis)).map((axis) => [axis, LETTERS[axis]]),
  );
  const printer = new Printer(symbol);
  const [left, right] = [printer.leaf(of, letters), printer.write(tree, letters, SUM)];
  // What is one part alone is said whole, and then by its parts.
  return [left, whole ? `${printer.write(whole, letters, SUM)} = ${right}` : right];
}

class Printer {
  constructor(private readonly symbol: (of: Quantity, tex: string) => string) {}

  leaf(of: Quantity, letters: Letters): string {
    const places = of.axes.flatMap((axis) => letters[axis] ?? []);
    return this.symbol(of, symbolTex(of, places));
  }

  write(tree: Tree, letters: Letters, around: number): string {
    const into = (part: Tree, within: number) => this.write(part, letters, within);
    switch (tree.is) {
      case 'quantity':
        return this.leaf(tree.of, letters);
      case 'sum':
        return bracket(
          tree.terms
            .map((term) => into(term, SUM))
            .reduce((all, term) => (term.startsWith('-') ? `${all} - ${term.slice(1)}` : `${all} + ${term}`)),
          around > SUM,
        );
      case 'times':
        return bracket(this.product(tree.factors, letters), around > PRODUCT);
      case 'dot': {
        // The matrix says no place of its own: along one axis it is summed over, the other is the result's.
        const { contracted, kept } = alongOf(tree);
        const { [contracted]: _, ...rest } = letters;
        const matrix = `${this.leaf(tree.matrix, {})}${tree.transposed ? '^{\\top}' : ''}`;
        const product = `${this.write(tree.row, rest, PRODUCT)}\\,${matrix}`;
        const place = kept && letters[kept];
        return place ? `\\big(${product}\\big)_{${place}}` : bracket(product, around > PRODUCT);
      }
      case 'function':
        return this.applied(tree, letters, around);
      case 'over':
        return `\\frac{${into(tree.above, SUM)}}{${into(tree.below, SUM)}}`;
      case 'total':
      case 'product': {
        const { tree: one } = tree;
        if (one.is === 'times' && one.factors.every(({ is }) => is === 'dot'))
          return `\\langle ${one.factors.map((factor) => into(factor, SUM)).join(', ')}\\rangle`;
        const letter = letters[tree.axis] ? 'j' : LETTERS[tree.axis];
        const inner = this.write(tree.tree, { ...letters, [tree.axis]: letter }, PRODUCT);
        const below = letter === LETTERS[tree.axis] ? (BELOW[tree.axis] ?? letter) : letter;
        const sign = tree.is === 'total' ? '\\sum' : '\\prod';
        return bracket(`${below ? `${sign}_{${below}}` : sign} ${inner}`, around > PRODUCT);
      }
      case 'softmax':
        return into(shares(tree), around);
      case 'join':
        return `[\\,${tree.parts.map((part) => into(part, SUM)).join('\\,;\\,')}\\,]`;
      case 'neighbour': {
        const letter = LETTERS.words;
        return this.leaf(tree.of, { ...letters, words: `${letter}${tree.by < 0 ? '-' : '+'}1` });
      }
      case 'place':
        return this.symbol(tree.of, symbolTex(tree.of, [tree.at]));
      case 'rows':
        return `${this.symbol(tree.table, symbolTex(tree.table))}_{${this.leaf(tree.places, letters)}}`;
      case 'held':
        return this.cases(tree, letters);
    }
  }

  private product(factors: readonly Tree[], letters: Letters): string {
    const vector = (part: Tree) => axesOf(part).some((axis) => !(axis in letters));
    // A sum at the end of a product needs no brackets.
    const within = (factor: Tree, k: number) =>
      factor.is === 'total' && k === factors.length - 1 ? PRODUCT : ATOM;
    const { tex } = factors
      .map((factor, k) => ({ tex: this.write(factor, letters, within(factor, k)), vector: vector(factor) }))
      .reduce((all, factor) => ({
        tex: `${all.tex}${all.vector && factor.vector ? String.raw` \odot ` : '\\,'}${factor.tex}`,
        vector: all.vector || factor.vector,
      }));
    // A line does not break within it.
    return tex.includes('\\odot') ? `{${tex}}` : tex;
  }

  private applied({ name, tree }: Tree & { is: 'function' }, letters: Letters, around: number): string {
    const inner = (within: number) => this.write(tree, letters, within);
    switch (name) {
      case 'one-minus':
        return bracket(`1 - ${inner(PRODUCT)}`, around > SUM);
      case 'less-one':
        return bracket(`{${inner(SUM)} - 1}`, around > SUM);
      case 'negative':
        return `-${inner(PRODUCT)}`;
      case 'exp':
        return `e^{${inner(SUM)}}`;
      case 'square':
        if (tree.is === 'quantity' && !tree.of.sup) return `${this.leaf(tree.of, letters)}^2`;
        return `\\big(${inner(SUM)}\\big)^2`;
      case 'reciprocal':
        return `\\frac{1}{${inner(SUM)}}`;
      case 'magnitude':
        return `\\lvert ${inner(SUM)}\\rvert`;
      case 'sqrt':
        return `\\sqrt{${inner(SUM)}}`;
      case 'clamp':
        return `\\mathrm{clamp}\\big(${inner(SUM)},\\, ${LEAST},\\, ${MOST}\\big)`;
      case 'log1p':
        return `\\ln(1 + ${inner(SUM)})`;
      case 'relu':
        return `\\max\\big(0, ${inner(SUM)}\\big)`;
      default: {
        const names = { sigmoid: '\\sigma', tanh: '\\tanh', log: '\\ln' };
        return `${names[name]}\\big(${inner(SUM)}\\big)`;
      }
    }
  }

  /** What is held in some places, case by case. */
  private cases({ axis, at, tree }: Tree & { is: 'held' }, letters: Letters): string {
    const cases = ([0, 1] as const)
      .map((value) => ({ value: `${value}`, places: at.flatMap((one, k) => (one === value ? [k] : [])) }))
      .filter(({ places }) => places.length > 0)
      .sort((a, b) => a.places.length - b.places.length);
    const last = at.includes(null) ? this.write(tree, letters, SUM) : (cases.pop()?.value ?? '0');
    if (cases.length === 0) return last;
    const where = (places: readonly number[]) =>
      places.length === 1 ? `= ${places[0]}` : `\\in \\{${places.join(', ')}\\}`;
    const lines = cases.map(({ value, places }) => `${value} & ${LETTERS[axis]} ${where(places)}`);
    return `\\begin{cases} ${[...lines, `${last} & \\text{else}`].join(' \\\\ ')} \\end{cases}`;
  }
}

const bracket = (tex: string, needed: boolean): string => (needed ? `(${tex})` : tex);
