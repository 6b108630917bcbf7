import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { delimiterOf, readSeparated } from './separated';

const cellsOf = (text: string, header?: boolean) =>
  readSeparated(text, header).rows.map(({ cells }) => cells);

describe('a table of text', () => {
  it('gives back any cells that were written, whatever separates them', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab,;\t|"\n\r ü茶') });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, delimiter, newline, mark) => {
          const text = Papa.unparse([['who', 'what', 'how'], ...rows], { delimiter, newline, quotes: true });
          const read = readSeparated(mark ? `\ufeff${text}` : text);
          expect(read.columns).toEqual(['who', 'what', 'how']);
          expect(read.problems).toEqual([]);
          expect(read.rows.map(({ cells }) => cells)).toEqual(
            rows.filter((cells) => cells.some((one) => one.trim() !== '')),
          );
        },
      ),
    );
  });

  it('knows rows as spreadsheets number them, and lines as editors do', () => {
    const { rows } = readSeparated('who,text\n\nA,"one\ntwo"\nB,three\n');
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [3, 3],
      [4, 5],
    ]);
  });

  it('names rows that are no rows and keeps the others', () => {
    const { rows, problems } = readSeparated(
      'who,text\nA,good\nB,bad, or worse\nC,fine\nD,"never closed\nE,lost',
    );
    expect(rows.map(({ cells }) => cells[0])).toEqual(['A', 'C']);
    expect(problems).toEqual([
      { row: 3, line: 3, what: { is: 'cells', found: 3, columns: 2 } },
      { row: 5, line: 5, what: { is: 'quotes' } },
    ]);
  });

  it('fills up short rows, drops empty columns at the end and takes what a spreadsheet says separates the cells', () => {
    expect(cellsOf('a,b,c,,\n1,2\n')).toEqual([['1', '2', '']]);
    expect(readSeparated('sep=;\na;b,c\n1;2\n')).toMatchObject({
      columns: ['a', 'b,c'],
      rows: [{ row: 3, line: 3, cells: ['1', '2'] }],
    });
  });

  it('numbers columns where no row names them', () => {
    expect(readSeparated('x;4\ny;5;z', false).columns).toEqual(['1', '2', '3']);
    expect(cellsOf('x;4\ny;5;z', false)).toEqual([
      ['x', '4', ''],
      ['y', '5', 'z'],
    ]);
  });

  it('tells what separates the cells by the first row', () => {
    expect(delimiterOf('who;what, exactly;how\n1,2,3,4,5')).toBe(';');
    expect(delimiterOf('"a,b,c"\td')).toBe('\t');
    expect(delimiterOf('one word')).toBeNull();
  });

  it('reads nothing of nothing', () => {
    expect(readSeparated('')).toEqual({ columns: [], rows: [], problems: [] });
  });
});
