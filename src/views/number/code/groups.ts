import type { FactorFunction } from '../../../engine/equations';
import type { Factor, Summand } from '../../../engine/openedNumber';
import { type Noun, PEOPLE } from '../../shared/useKind';
import { operandWords } from '../words';

/** One factor of all terms of a group. */
export interface Column {
  readonly name: string;
  readonly apply: FactorFunction | null;
  readonly values: readonly number[];
  /** In words, of the first. */
  readonly label: string;
}

/** Terms of the same shape: Σ over the values of the product of the columns. */
export interface Group {
  readonly columns: readonly Column[];
}

/** With more groups than this the sum would be longer to read than its arrays. */
const MOST_GROUPS = 8;

/** Terms as few arrays that are multiplied and summed, in the order of the formula; a lone term is a group of one. */
export function groupsOf(terms: readonly Summand[], who: Noun = PEOPLE): Group[] {
  const byName = split(terms, ({ name, apply }) => `${name} ${apply}`);
  if (byName.length <= MOST_GROUPS) return byName.map((group) => named(group, who));
  return split(terms, ({ apply }) => `${apply}`).map((group) => named(group, who));
}

function split(terms: readonly Summand[], kind: (factor: Factor) => string): Summand[][] {
  const groups = new Map<string, Summand[]>();
  for (const term of terms) {
    const key = term.factors.map(kind).join('|');
    const group = groups.get(key);
    if (group) group.push(term);
    else groups.set(key, [term]);
  }
  return [...groups.values()];
}

/** A name with its place: `z_u_3`. */
export const placed = ({ name, numbered }: Pick<Factor, 'name' | 'numbered'>): string =>
  numbered ? `${name}_${numbered}` : name;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function named(terms: readonly Summand[], who: Noun): Group {
  return {
    columns: terms[0].factors.map((first, k) => {
      const factors = terms.map((term) => term.factors[k]);
      const same = factors.every(({ name }) => name === first.name);
      const name = terms.length === 1 ? placed(first) : first.name;
      return {
        name: same ? name : LETTERS[k % LETTERS.length],
        apply: first.apply,
        values: factors.map(({ value }) => value),
        label: operandWords(first.what, who),
      };
    }),
  };
}
