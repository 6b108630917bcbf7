import type { Axis, Quantity } from './tree';

/** Names that a program needs itself. */
const RESERVED: ReadonlySet<string> = new Set(
  'lambda np torch tf total divisor expected got off largest in is as if'.split(' '),
);

/** A symbol of one letter, which says as much in a program as in a formula. */
const LETTER = /^(?:\\(hat|bar)\s)?\\?([A-Za-z]+)('?)$/;
const BESIDE = /^\\?[A-Za-z0-9]*$/;

/** Name of a quantity in a program, of its symbol where that is simple: of z in the person's cell `z_u`. */
export function nameIn({ id, letter, sup = '', sub = '' }: Quantity): string {
  const [, accent, own, prime] = LETTER.exec(letter) ?? [];
  const simple = own && BESIDE.test(sup) && BESIDE.test(sub);
  const parts = simple ? [own, accent, prime && 'new', sup, sub] : [id.replace(/[^A-Za-z0-9]+/g, '_')];
  const name = parts
    .filter(Boolean)
    .map((part) => part?.replace('\\', ''))
    .join('_');
  return RESERVED.has(name) ? `${name}_` : name;
}

/** Axes along which a place has no number that says anything. */
export const UNNUMBERED: ReadonlySet<Axis> = new Set([
  'reviews',
  'word',
  'spoken',
  'silent',
  'later',
  'ratings',
  'held-out',
  'people',
]);

/** A place as it ends a name: `3_5`. */
export const numberedIn = ({ axes }: Quantity, at: readonly number[]): string =>
  at.filter((_, k) => !UNNUMBERED.has(axes[k])).join('_');
