import type { DatasetInfo } from '../../engine/start';
import { listed } from '../../ui/format';

type Facts = DatasetInfo['itemFacts'];

/** More would not fit into a box. */
const MOST_FACTS = 2;

/** By what the items of a data set are found, in a phrase. */
export const itemsSought = (facts: Facts): string =>
  `Search by ${listed(['name', ...facts.slice(0, MOST_FACTS).map(({ label }) => label.toLowerCase())], 'disjunction')}`;

/** By what people are found: by their names; where they have none they are described by the first fact of their items. */
export function peopleSought({
  itemFacts,
  userFacts,
  usersNamed,
}: Pick<DatasetInfo, 'itemFacts' | 'userFacts' | 'usersNamed'>): string {
  if (usersNamed && userFacts.length === 0) return 'Name';
  const facts = (userFacts.length > 0 ? userFacts : itemFacts).slice(0, 1);
  return listed(
    [usersNamed ? 'Name' : 'Word', ...facts.map(({ label }) => label.toLowerCase()), 'id'],
    'disjunction',
  );
}

/** True for names that are typed alike. */
export const sameName = (a: string, b: string | undefined): boolean =>
  b !== undefined && a.trim().localeCompare(b.trim(), undefined, { sensitivity: 'base' }) === 0;
