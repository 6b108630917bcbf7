import type { TextTable } from '../../../data/separated';
import type { Roles } from '../../ownTable';
import { LONGEST_NAME } from '../../personName';
import type { Catalogue } from '../catalogue';
import { numberIn, timeIn } from './cells';
import { foldName, type ItemNames } from './names';

type Plain = Exclude<keyof Roles, 'aspects'>;

/** What columns are called that hold it, as {@link joined} writes it, the plainest first. */
const CALLED: Readonly<Record<Plain, readonly string[]>> = {
  item: ['item', 'itemid', 'itemname', 'product', 'productid', 'asin', 'title', 'thing'],
  person: [
    'person',
    'user',
    'who',
    'name',
    'userid',
    'username',
    'reviewer',
    'reviewername',
    'reviewerid',
    'author',
    'customer',
    'profilename',
  ],
  rating: ['rating', 'ratings', 'overall', 'overallrating', 'stars', 'score', 'grade', 'points', 'mark'],
  text: ['text', 'review', 'reviewtext', 'comment', 'comments', 'words', 'body', 'notes'],
  time: ['time', 'date', 'when', 'day', 'timestamp', 'created', 'createdat', 'unixreviewtime', 'reviewtime'],
};

/** "User ID" as "userid". */
const joined = (name: string): string => foldName(name).replaceAll(' ', '');

/** Rows that are looked at to tell what a column holds. */
const LOOKED_AT = 200;
/** Share of cells that have to be of a kind for their column to be. */
const MOST = 0.5;

/** Whether the first row of a table names its columns: names are no numbers, and no two are alike. */
export function looksNamed([first, ...others]: readonly (readonly string[])[], items: ItemNames): boolean {
  if (!first) return true;
  const cells = first.map((cell) => cell.trim());
  if (cells.some((cell) => numberIn(cell) !== null || items.rowOf(cell) !== null)) return false;
  const known = Object.values(CALLED).flat();
  if (cells.some((cell) => known.includes(joined(cell)))) return true;
  return others.length > 0 && new Set(cells).size === cells.length;
}

/** Which column of a table holds what, by the names of the columns and by what stands in them. */
export function rolesOf(table: TextTable, catalogue: Catalogue, items: ItemNames): Roles {
  const names = table.columns.map(joined);
  const taken = new Set<number>();
  const cells = names.map((_, k) =>
    table.rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[k].trim() === '' ? [] : [cells[k]])),
  );
  const share = (k: number, is: (cell: string) => boolean): number =>
    cells[k].length === 0 ? 0 : cells[k].filter(is).length / cells[k].length;
  const take = (k: number): number | null => {
    if (k < 0) return null;
    taken.add(k);
    return k;
  };
  const free = () => names.flatMap((_, k) => (taken.has(k) ? [] : [k]));
  const called = (these: readonly string[]): number =>
    these.map((one) => free().find((k) => names[k] === one) ?? -1).find((k) => k >= 0) ?? -1;
  /** The free column of which most cells are of a kind. */
  const holding = (is: (cell: string) => boolean, least = MOST): number => {
    const [best] = free()
      .map((k) => ({ k, of: share(k, is) }))
      .filter(({ of }) => of >= least)
      .sort((a, b) => b.of - a.of || a.k - b.k);
    return best?.k ?? -1;
  };
  const or = (a: number, b: () => number) => (a >= 0 ? a : b());

  const isItem = (cell: string) => items.rowOf(cell) !== null;
  const isNumber = (cell: string) => numberIn(cell) !== null;
  const { one } = catalogue.bundle.manifest.itemNoun;
  // That cells name items of the data set tells more than what their column is called.
  const item = take(
    or(
      holding((cell) => isItem(cell) && !isNumber(cell), 0.2),
      () => or(called([joined(one), ...CALLED.item]), () => holding(isItem)),
    ),
  );
  const aspects = catalogue.config.aspects.map(({ field, label }) =>
    take(called([field, label, `aspects.${field}`, `review/${field}`].map(joined))),
  );
  const [rating, text, time, person] = (['rating', 'text', 'time', 'person'] as const).map((role) =>
    take(called(CALLED[role])),
  );
  const isDate = (cell: string) => !isNumber(cell) && timeIn(cell, 'day') !== 'no-date';
  const isSaid = (cell: string) => cell.trim().split(/\s+/).length > 2;
  const isName = (cell: string) => !isNumber(cell) && cell.trim().length <= LONGEST_NAME;
  return {
    item,
    aspects,
    // What the names of columns do not tell, their cells may.
    time: time ?? take(holding(isDate)),
    rating: rating ?? take(holding(isNumber, 0.7)),
    text: text ?? take(holding(isSaid)),
    person: person ?? take(holding(isName, 0.9)),
  };
}
