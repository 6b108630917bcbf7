import type { Predicate } from './lesson';

/** What a live value may be. */
export type Known = number | string;

/** Values by their names. */
export type KnownValues = Readonly<Record<string, Known | undefined>>;

/** What a side of a predicate stands for; undefined while its value is not known. */
const sideOf = (side: Predicate['left'], values: KnownValues): Known | undefined =>
  typeof side === 'object' ? side.text : typeof side === 'number' ? side : values[side];

/** Whether a predicate holds; null while one of its values is not known. */
export function holds({ left, is, right, by = 0 }: Predicate, values: KnownValues): boolean | null {
  const [a, other] = [sideOf(left, values), sideOf(right, values)];
  if (a === undefined || other === undefined) return null;
  if (is === 'is' || is === 'is not') return (a === other) === (is === 'is');
  // Words have no order: of them nothing greater or less is true.
  if (typeof a === 'string' || typeof other === 'string') return false;
  const b = other + by;
  switch (is) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '=':
      return a === b;
    case '>=':
      return a >= b;
    case '>':
      return a > b;
  }
}
