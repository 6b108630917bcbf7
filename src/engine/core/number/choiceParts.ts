import type { OperandFacts } from '../../numberFacts';
import type { NumberRef, Summand } from '../../openedNumber';
import { splitStates, splitWords } from '../choiceTerms';
import { choiceOf } from '../scores';
import type { Lens } from './lens';
import { computed, product } from './parts';

/** What the choice score of a pair is the sum of, for its formulas. */

/** The parts are named alike as numbers and as operands. */
type Part = Extract<OperandFacts, { is: NumberRef['of'] }>['is'] & `choice-${string}`;
type OfPair = Extract<NumberRef, { person: string; item: string }>;

/** A pair, without what the person has said of the item. */
export interface Pair {
  readonly person: string;
  readonly item: string;
}

export async function partsOf(lens: Lens, { person, item }: Pair) {
  const [user, thing] = [lens.entity('user', person), lens.entity('item', item)];
  const { moment, catalogue, optics } = lens;
  const scores = await optics.scores(moment, user);
  const profile = await optics.profile(moment, 'user', user);
  const rows = moment.rowsOf('user', user);
  return {
    thing,
    rows,
    name: lens.name('item', thing),
    choice: choiceOf(catalogue, scores, thing),
    states: splitStates(catalogue, moment, rows, thing),
    words: splitWords(catalogue, profile, optics.words(moment), thing),
    profile,
  };
}

/** Σ */
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A part as an operand that opens. */
export const part = (
  { person, item }: Pair,
  is: Part & OfPair['of'],
  value: number,
  symbol: string,
): Summand => product(computed(value, symbol, { is } as OperandFacts, { of: is, person, item } as NumberRef));

/** What some words bring together. */
export const spokenIn = (terms: readonly { readonly value: number }[]): number =>
  total(terms.map(({ value }) => value));
