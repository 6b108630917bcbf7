import type { FactorFunction } from '../../../engine/equations';
import type { Factor, Summand } from '../../../engine/openedNumber';
import { operandWords } from '../words';
import { nameOfNumber } from './names';

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
export function groupsOf(terms: readonly Summand[]): Group[] {
  const byName = split(terms, (factor) => `${nameOfFactor(factor, false)} ${factor.apply}`);
  if (byName.length <= MOST_GROUPS) return byName.map(named);
  return split(terms, ({ apply }) => `${apply}`).map(named);
}

const nameOfFactor = ({ symbol, open }: Factor, places: boolean): string =>
  nameOfNumber(symbol, open?.of ?? null, places);

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

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function named(terms: readonly Summand[]): Group {
  return {
    columns: terms[0].factors.map((first, k) => {
      const factors = terms.map((term) => term.factors[k]);
      const name = nameOfFactor(first, terms.length === 1);
      const same = factors.every((factor) => terms.length === 1 || nameOfFactor(factor, false) === name);
      return {
        name: same ? name : LETTERS[k % LETTERS.length],
        apply: first.apply,
        values: factors.map(({ value }) => value),
        label: operandWords(first.what),
      };
    }),
  };
}
