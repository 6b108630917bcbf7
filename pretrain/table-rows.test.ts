import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseReviews, type ReviewRules } from './reviews';

const FREE: ReviewRules = { rating: null, aspects: null, repeats: 'latest' };
const read = (text: string, rules = FREE, say?: (note: string) => void) =>
  parseReviews('r.csv', text, rules, say);
/** Where a review stood is no part of what it says. */
const said = (text: string) => read(text).map(({ line: _, ...review }) => review);

describe('a table of reviews for training', () => {
  it('reads to the same reviews as the same rows as JSON lines', () => {
    const word = fc
      .stringMatching(/^[a-z0-9,;"\n ü]{1,12}$/)
      .filter((one) => one.trim() === one && one !== '');
    const row = fc.record({
      user: fc.stringMatching(/^[a-zü,;" ]{1,8}$/).filter((one) => one.trim() === one && one !== ''),
      item: fc.nat(9).map((n) => `i${n}`),
      rating: fc.option(fc.constantFrom(0, 0.5, 3, 4.25), { nil: null }),
      taste: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      text: fc.oneof(fc.constant(''), word),
      time: fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const table = Papa.unparse(
            rows.map(({ taste, ...others }) => ({ ...others, 'aspects.taste': taste })),
            { delimiter },
          );
          const lines = rows.map(({ taste, ...others }) =>
            JSON.stringify({ ...others, ...(taste === null ? {} : { aspects: { taste } }) }),
          );
          expect(said(table)).toEqual(said(lines.join('\n')));
        },
      ),
    );
  });

  it('keeps ids as they are written, reads dates and decimal commas, and counts what it does not need', () => {
    const notes: string[] = [];
    const reviews = read(
      '\ufeffUser;Item;Rating;Time;Price\r\n007;12345678901234567890;4,5;2020-01-01;9\r\n8;x;;;\r\n',
      FREE,
      (note) => notes.push(note),
    );
    expect(reviews).toMatchObject([
      { user: '007', item: '12345678901234567890', rating: 4.5, time: 1577836800, line: 2 },
      { user: '8', item: 'x', rating: null, time: null, line: 3 },
    ]);
    expect(notes.join('\n')).toContain('ignored 1 × Price');
  });

  it('names all that is wrong by line and field, in one run', () => {
    const rules = { ...FREE, rating: { min: 1, max: 5 } };
    const run = () =>
      read(
        'user,item,rating,text\na,x,9,"one\ntwo"\nb,y,good,\n,z,3,\nc,z,3,more, than four\nd,x,3,"open\n',
        rules,
      );
    for (const problem of [
      'line 2: field "rating" is 9, outside 1 to 5',
      'line 4: field "rating" must be a number or null, and is the text "good"',
      'line 5: field "user" must be a non-empty string',
      'line 6: it has 5 cells where there are 4 columns',
      'line 7: a quotation mark is missing',
    ])
      expect(run).toThrow(problem);
  });
});
