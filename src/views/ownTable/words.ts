import type { Encoding } from '../../browser/files';
import type { CellProblem, OwnTable, TablePerson, TableProblem, Unmatched } from '../../engine/ownTable';
import { count, listed, plural, short } from '../../ui/format';

/** All that is said of a table of somebody's own. */

/** Rows named one by one; of more it is said how many. */
const NAMED = 12;

/** "row 5", "rows 5, 7 and 9", "rows 5, 7, … and 30 more" */
function rowsWords(rows: readonly number[]): string {
  const [named, more] = [rows.slice(0, NAMED).map(String), rows.length - NAMED];
  return `${rows.length === 1 ? 'row' : 'rows'} ${listed(more > 0 ? [...named, `${count(more)} more`] : named)}`;
}

/** Why a cell cannot be taken, in words that go on from its value. */
function cellWords(what: CellProblem): string {
  switch (what.is) {
    case 'quotes':
      return 'a quotation mark is missing, or one too many';
    case 'cells':
      return `has ${what.found} cells where there are ${plural(what.columns, 'column')}; put texts in quotation marks`;
    case 'not-json':
      return 'is not valid JSON';
    case 'no-object':
      return 'is not a JSON object';
    case 'twice':
      return `has the field ${what.field} twice`;
    case 'no-number':
      return 'is not a number';
    case 'off-range':
      return `is outside ${short(what.min)} to ${short(what.max)}`;
    case 'no-date':
      return 'is no date that can be read; write it as 2024-03-01';
    case 'which-day':
      return 'may be two dates, day first or month first; write it as 2024-03-01';
    case 'nobody':
      return 'names nobody';
    case 'no-item-named':
      return 'names nothing';
  }
}

/** "Row 5, Stars: “9” is outside 0 to 5" */
export function problemWords({ row, column, value, what, taken }: TableProblem): string {
  const place = `Row ${count(row)}${column === null ? '' : `, ${column}`}`;
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  const said = `${place}: ${shown && `“${shown}” `}${cellWords(what)}`;
  return taken ? `${said}. The review is added all the same, where it stands` : said;
}

/** What the file has for this data set: "7 of its 8 rows name a tea of this data set." */
export const matchWords = (
  { matched, total, beyond }: Pick<OwnTable, 'matched' | 'total' | 'beyond'>,
  noun: { readonly one: string },
): string => {
  const taken = total - beyond;
  const left =
    beyond > 0
      ? ` The file has ${count(total)} rows; the page takes ${count(taken)} at a time, so the last ${count(beyond)} stay out.`
      : '';
  const name = `${matched === 1 ? 'names' : 'name'} a ${noun.one} of this data set.`;
  return `${count(matched)} of ${plural(taken, 'row')} ${name}${left}`;
};

export const encodingWords: Record<Encoding, string> = {
  'utf-8': '',
  'utf-16': '',
  'windows-1252':
    'It is not saved as UTF-8; it was read as Windows-1252, so look whether letters like é and ü came through.',
};

export const unmatchedWords = ({ name, rows, alike }: Unmatched): string =>
  `“${name}” (${rowsWords(rows)})${alike ? ': more than one is called so' : ''}`;

/** Whose reviews they are: "Newcomers: Ana (2 reviews) and Ben (1). Already here: Cho (1)." */
export function peopleWords(people: readonly TablePerson[]): string {
  const [first] = people;
  if (!first) return 'Nobody yet.';
  if (first.name === null) return 'One newcomer, who has no name yet, wrote them all.';
  const named = (these: readonly TablePerson[]): string => {
    const all = these.slice(0, NAMED).map(({ name, reviews }) => `${name} (${plural(reviews, 'review')})`);
    const more = these.length - NAMED;
    return listed(more > 0 ? [...all, `${count(more)} more`] : all);
  };
  const fresh = people.filter(({ known }) => !known);
  const known = people.filter((one) => one.known);
  return [
    fresh.length > 0 && `${fresh.length === 1 ? 'A newcomer' : 'Newcomers'}: ${named(fresh)}.`,
    known.length > 0 && `Already here, and taken for the same: ${named(known)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export const orderWords: Record<OwnTable['order'], string> = {
  time: 'They happen in the order of their dates.',
  rows: 'They happen in the order of the rows.',
};
