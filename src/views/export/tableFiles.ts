import { type Caption, captionLines } from './caption';
import type { Value } from './cellValue';
import type { Grid } from './grid';
import type { Provenance } from './provenance';

/** A field by RFC 4180: in quotes where it must be. */
const field = (value: Value): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) || text.startsWith('#') ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A comment has no sign that would make a spreadsheet split it or a reader take its quotes for those of a field. */
const comment = (line: string): string =>
  `# ${line.replaceAll(',', ';').replaceAll('"', '’').replace(/\s+/g, ' ')}`;

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
