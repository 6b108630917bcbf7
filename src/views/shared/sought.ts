import type { DatasetInfo } from '../../engine/start';

type Facts = DatasetInfo['itemFacts'];

/** More would not fit into a box. */
const MOST_FACTS = 2;

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** By what the items of a data set are found, in a phrase. */
export const itemsSought = (facts: Facts): string =>
  `Search by ${either(['name', ...facts.slice(0, MOST_FACTS).map(({ label }) => label.toLowerCase())])}`;

/** By what people are found; they are described by the first fact of their items. */
export const peopleSought = (facts: Facts): string =>
  `${either(['Word', ...facts.slice(0, 1).map(({ label }) => label.toLowerCase()), 'id'])}`;

/** True for names that are typed alike. */
export const sameName = (a: string, b: string | undefined): boolean =>
  b !== undefined && a.trim().localeCompare(b.trim(), undefined, { sensitivity: 'base' }) === 0;
