import { cellValue } from './cellValue';
import { type Cell, type Grid, gridOf } from './grid';

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

/** A change is written as that of the written values, which may be a digit off: it brings its own value along. */
const exactOf = (cell: HTMLTableCellElement): number | null =>
  cell.dataset.exact === undefined ? null : Number(cell.dataset.exact);

const cellOf = (cell: HTMLTableCellElement): Cell => ({
  value: exactOf(cell) ?? cellValue(wordsOf(cell), finerOf(cell)),
  columns: cell.colSpan,
  rows: cell.rowSpan,
});

/** A heading names a column, however much it looks like a number. */
const headOf = (cell: HTMLTableCellElement): Cell => ({ ...cellOf(cell), value: wordsOf(cell) || null });

/** A table of the page as data. Numbers are those of the titles where these have more digits. */
export function readTable(table: HTMLTableElement): Grid {
  const head = Array.from(table.tHead?.rows ?? []);
  const body = Array.from(table.rows).filter((row) => !head.includes(row));
  return gridOf(
    head.map((row) => Array.from(row.cells, headOf)),
    body.map((row) => Array.from(row.cells, cellOf)),
  );
}
