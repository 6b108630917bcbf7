import { splitStates, splitWords } from '../choiceTerms';
import { choiceOf } from '../scores';
import type { Lens } from './lens';

/** What the choice score of a pair is the sum of, for its formulas. */

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

/** What some words bring together. */
export const spokenIn = (terms: readonly { readonly value: number }[]): number =>
  total(terms.map(({ value }) => value));
