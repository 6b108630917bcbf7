import type { Grid, Parts } from '../../ui/figure/grid';
import { cellValue } from './cellValue';
import { type Cell, gridOf } from './grid';

/** The words of an element as they are read out: without drawings, and without what tells what a button does. */
export function wordsOf(node: Node): string {
  const words = (one: Node): string => {
    if (one instanceof Text) return one.data;
    if (!(one instanceof Element) || one.matches('[aria-hidden="true"], button .visually-hidden, style'))
      return '';
    // Of a formula its source: its parts one after the other say nothing.
    if (one.localName === 'math') return one.querySelector('annotation')?.textContent ?? '';
    return Array.from(one.childNodes, words).join('');
  };
  return words(node).replace(/\s+/g, ' ').trim();
}

/** The full value at the beginning of a title, as in "3.141593. How was this computed?" */
const leading = (title: string): string => /^[-+−\d.,e]*\d/.exec(title)?.[0] ?? '';

/** Texts that may have more digits than a cell shows, the nearest to it first. */
function finerOf(cell: Element): string[] {
  const titled = [cell, ...cell.querySelectorAll('[title]')].map((one) =>
    leading(one.getAttribute('title') ?? ''),
  );
  const valued = [cell, ...cell.querySelectorAll('[data-value]')].map(
    (one) => one.getAttribute('data-value') ?? '',
  );
  const exact = [...titled, ...valued].filter(Boolean);
  // The value of the whole row is this cell's only if it goes on where the cell's own exact value ends.
  const ofRow = cell.parentElement?.getAttribute('data-value');
  return exact.length > 0 && ofRow ? [...exact, ofRow] : exact;
}

/** What a cell says of itself as data (ui/cell.ts): of more than one value, or where the text has not all of it. */
const saidBy = (cell: HTMLTableCellElement): Parts | null =>
  cell.dataset.cell === undefined ? null : JSON.parse(cell.dataset.cell);

const cellOf = (cell: HTMLTableCellElement): Cell => ({
  value: saidBy(cell) ?? cellValue(wordsOf(cell), finerOf(cell)),
  columns: cell.colSpan,
  rows: cell.rowSpan,
});

/** A heading names a column, however much it looks like a number. */
const headOf = (cell: HTMLTableCellElement): Cell => ({ ...cellOf(cell), value: wordsOf(cell) || null });

const GROUP: Cell = { value: 'Group', columns: 1, rows: 1 };

/** Names that look like numbers, as the film 1984, are names beside others; a column of nothing but numbers counts. */
function asNames(rows: readonly HTMLTableRowElement[]): (cell: HTMLTableCellElement) => Cell {
  const heads = rows.flatMap((row) => Array.from(row.cells).filter(isName));
  const named = heads.some((cell) => typeof cellOf(cell).value === 'string');
  return (cell) => (named && isName(cell) ? { ...cellOf(cell), value: wordsOf(cell) || null } : cellOf(cell));
}

const isName = (cell: HTMLTableCellElement): boolean =>
  cell.scope === 'row' && cell.dataset.cell === undefined;

/** A row that does nothing but name those below it. */
const groupOf = (row: HTMLTableRowElement): string | null =>
  row.cells.length === 1 && row.cells[0].scope === 'rowgroup' ? wordsOf(row.cells[0]) : null;

/** Rows below the name of their group have it in a column of its own. */
function bodyOf(rows: readonly HTMLTableRowElement[]): Cell[][] {
  const read = asNames(rows);
  let group: string | null = null;
  return rows.flatMap((row) => {
    const name = groupOf(row);
    if (name !== null) {
      group = name;
      return [];
    }
    const cells = Array.from(row.cells, read);
    return [group === null ? cells : [{ value: group, columns: 1, rows: 1 }, ...cells]];
  });
}

/** A table of the page as data. Numbers are those of the titles where these have more digits. */
export function readTable(table: HTMLTableElement): Grid {
  const head = Array.from(table.tHead?.rows ?? []);
  const rows = Array.from(table.rows).filter((row) => !head.includes(row));
  const heads = head.map((row) => Array.from(row.cells, headOf));
  const grouped = rows.some((row) => groupOf(row) !== null);
  return gridOf(grouped ? heads.map((cells) => [GROUP, ...cells]) : heads, bodyOf(rows));
}
