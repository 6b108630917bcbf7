import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, toJson } from './tableFiles';
import { FROM } from './testing/provenance';
import { meant, readCsv } from './testing/readCsv';

const CAPTION = { title: 'Words, "left" and right', summary: 'Two words.' };
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab,"\r\n\t#;=+-@\'＝ é−…\u00a0\u200b\0') }),
  fc.constantFrom('=1+1', '-5', '+5', '@SUM(A1)', "'=1", ' =1', '\t=1', '\r=1', '−5', '- a', "''"),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
);
const grid = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.record({
    columns: fc.array(fc.string(), { minLength: n, maxLength: n }),
    rows: fc.array(fc.array(value, { minLength: n, maxLength: n }), { maxLength: 6 }),
  }),
);

describe('a table as a file', () => {
  it('CSV gives back every field, numbers to the last digit', () => {
    fc.assert(
      fc.property(grid, ({ columns, rows }) => {
        const read = readCsv(toCsv({ columns, rows }, CAPTION, FROM));
        const fields = read.map((cells, r) =>
          cells.map((cell, c) => (r > 0 && typeof rows[r - 1][c] === 'number' ? cell : meant(cell))),
        );
        expect(fields).toEqual([
          columns,
          ...rows.map((row) => row.map((one) => (one === null ? '' : String(one)))),
        ]);
        rows.forEach((row, r) => {
          row.forEach((one, c) => {
            if (typeof one === 'number') expect(Number(read[r + 1][c])).toBe(one === 0 ? 0 : one);
          });
        });
      }),
    );
  });

  it('no text is a formula to a spreadsheet, and numbers stay numbers', () => {
    const starts = (field: string) =>
      /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(field) || /^[\t\r\n]/.test(field);
    fc.assert(
      fc.property(grid, ({ columns, rows }) => {
        const [heads, ...body] = readCsv(toCsv({ columns, rows }, CAPTION, FROM));
        for (const head of heads) expect(starts(head)).toBe(false);
        body.forEach((cells, r) => {
          cells.forEach((field, c) => {
            if (typeof rows[r][c] === 'number') expect(field).toMatch(/^-?\d+(\.\d+)?(e[-+]\d+)?$/);
            else expect(starts(field)).toBe(false);
          });
        });
      }),
    );
    const grid2 = {
      columns: ['=word', 'change'],
      rows: [
        ['@cmd', -0.25],
        ['-tea', 0],
      ],
    };
    const csv = toCsv(grid2, { title: 'Of =1, =cmd()', summary: null }, FROM);
    expect(csv).toContain("'=word,change\r\n'@cmd,-0.25\r\n'-tea,0\r\n");
    // Where semicolons separate, a comment comes apart: no part of it is a formula.
    for (const part of csv.split('\r\n')[0].split(';')) expect(part.trim()).not.toMatch(/^[=+\-@]/);
  });

  it('comments need no quotes, so that a reader of comments and a spreadsheet agree', () => {
    const link = 'https://example.org/#person=a,b"c';
    const csv = toCsv({ columns: ['a'], rows: [] }, CAPTION, { ...FROM, link });
    const comments = csv
      .slice(1)
      .split('\r\n')
      .filter((line) => line.startsWith('# '));
    expect(comments[0]).toBe('# Words; ’left’ and right');
    expect(comments.at(-1)).toBe('# https://example.org/#person=a%2Cb%22c');
    expect(comments.join()).toContain('model fc3e74ab8af0');
    for (const line of comments) expect(line).not.toMatch(/[,"]/);
  });

  it('JSON has the fields by name', () => {
    const json = JSON.parse(toJson({ columns: ['a', 'b'], rows: [[1 / 3, null]] }, CAPTION, FROM));
    expect(json).toMatchObject({
      title: CAPTION.title,
      dataset: 'beers',
      model: FROM.model,
      backend: FROM.backend,
      link: FROM.link,
      columns: ['a', 'b'],
      rows: [[1 / 3, null]],
    });
    expect(json.caption).toContain('Two words.');
    expect(json.caption).toContain('DReX Lab · Beers');
  });
});
