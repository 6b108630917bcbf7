import type { Grid, Value } from '../../ui/figure/grid';
import { type Caption, captionLines } from './caption';
import type { Provenance } from './provenance';

/**
 * What a spreadsheet would take for a formula: =, +, − or @, plain or in full width, also behind signs that it skips. One
 * that is so made safe already counts too, so that a single apostrophe can be taken off again.
 */
const FORMULA = /^['\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

/** A text that no spreadsheet computes: an apostrophe in front says that it is text. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A field by RFC 4180: in quotes where it must be. A number has an ASCII minus, a point, and nothing glued on. */
const field = (value: Value): string => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = harmless(value ?? '');
  return /[",\r\n\t;]|^#|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * A comment has no sign that would make a spreadsheet split it or a reader take its quotes for those of a field; where a
 * spreadsheet splits at semicolons all the same, no part is a formula.
 */
const comment = (line: string): string =>
  `# ${line
    .replaceAll(',', ';')
    .replaceAll('"', '’')
    .replace(/\s+/g, ' ')
    .replace(/;\s*(?=[=+\-@＝＋－＠])/g, "; '")}`;

/**
 * CSV by RFC 4180 in UTF-8: comment lines with the caption, then columns and rows. The mark in front is what spreadsheets
 * know UTF-8 by; the link is percent-encoded where a comment may not have its signs.
 */
export function toCsv(grid: Grid, caption: Caption, from: Provenance): string {
  const link = from.link.replaceAll(',', '%2C').replaceAll('"', '%22');
  const lines = [
    ...captionLines(caption, { ...from, link }).map(comment),
    ...[grid.columns, ...grid.rows].map((row) => row.map(field).join(',')),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The same as JSON, rows as arrays in the order of the columns. */
export function toJson({ columns, rows }: Grid, caption: Caption, from: Provenance): string {
  const { title } = caption;
  const { dataset, model, backend, link, created } = from;
  const words = captionLines(caption, from).slice(1, -1).join('\n');
  return `${JSON.stringify({ title, caption: words, dataset: dataset.id, model, backend, link, created, columns, rows }, null, 2)}\n`;
}
