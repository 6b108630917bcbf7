import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseReviews, type ReviewRules, readReviews } from './reviews';

const rules = { rating: { min: 0.5, max: 5 }, aspects: [{ field: 'taste', min: 1, max: 10 }] };
const free: ReviewRules = { rating: null, aspects: null };
const parse = (...lines: string[]) => parseReviews('r.jsonl', lines.join('\n'), rules);
const row = (fields: object) => JSON.stringify({ user: 'a', item: 'x', ...fields });

describe('bad review files are refused by file and line', () => {
  const good = '{"user":"a","item":"x","rating":3}';
  it.each([
    ['broken JSON', '{"user";', 'r.jsonl, line 2: it is not valid JSON'],
    ['no object', '[1]', 'line 2: it is not a JSON object'],
    [
      'a rating off the scale',
      '{"user":"a","item":"y","rating":6}',
      'line 2: field "rating" is 6, outside 0.5 to 5',
    ],
    [
      'a rating in quotation marks',
      '{"user":"a","item":"y","rating":"4.0"}',
      'line 2: field "rating" must be a number or null, and is the text "4.0". Write numbers without quotation marks.',
    ],
    [
      'a date as text',
      '{"user":"a","item":"y","time":"2020-01-01"}',
      'line 2: field "time" must be a number or null, and is the text "2020-01-01". Write Unix seconds: 2020-01-01 is 1577836800.',
    ],
    [
      'an aspect off the scale',
      '{"user":"a","item":"y","aspects":{"taste":11}}',
      'line 2: field "aspects.taste" is 11',
    ],
    [
      'aspects that are a list',
      '{"user":"a","item":"y","aspects":[1]}',
      'line 2: field "aspects" must be an object, and is a list',
    ],
    ['no user', '{"item":"y"}', 'line 2: field "user" is missing; found: item'],
    [
      'other names',
      '{"reviewerID":"a","asin":"y","overall":5}',
      'line 2: field "user" and field "item" are missing; found: reviewerID, asin, overall',
    ],
    ['an empty user', '{"user":" ","item":"y"}', 'line 2: field "user" must be a non-empty string'],
    [
      'a user that is null',
      '{"user":null,"item":"y"}',
      'line 2: field "user" must be a non-empty string, and is null',
    ],
    [
      'half a letter in an id',
      '{"user":"a\\ud83c","item":"y"}',
      'line 2: field "user" holds a letter that cannot be stored',
    ],
    ['text that is no string', '{"user":"a","item":"y","text":7}', 'line 2: field "text" must be a string'],
    ['a field that stands twice', '{"user":"a","item":"y","user":"b"}', 'line 2: field "user" stands twice'],
    [
      'NaN',
      '{"user":"a","item":"y","rating":NaN}',
      'JSON has no word NaN. Write null where nothing is known.',
    ],
    ['a comma before a bracket', '{"user":"a","item":"y",}', 'a comma stands before a closing bracket'],
    ['a comma after the object', '{"user":"a","item":"y"},', 'a comma follows the object'],
    ['names as Python prints them', "{'user': 'a', 'item': 'y'}", 'single quotation marks'],
    ['two objects', '{"user":"a","item":"y"}{"user":"a","item":"z"}', 'several objects stand on one line'],
    ['a line that is cut off', '{"user":"a","item":"y","te', 'the last line stops in the middle'],
  ])('%s', (_, line, message) => {
    expect(() => parse(good, line)).toThrow(message);
  });

  it('an empty file', () => {
    expect(() => parse('')).toThrow('r.jsonl: it holds no interactions');
  });

  it('names every kind of problem in one run, with the first lines and how many more', () => {
    const lines = Array.from({ length: 30 }, (_, k) => row({ item: `i${k}`, rating: k % 3 === 0 ? '4' : 3 }));
    lines[4] = row({ item: 'i4', rating: 9 });
    let message = '';
    try {
      parse(...lines);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toBe(
      'r.jsonl: 11 problems:\n' +
        '  line 1: field "rating" must be a number or null, and is the text "4"; likewise lines 4, 7, 10, 13, 16, 19, 22, 25 and 1 more. Write numbers without quotation marks.\n' +
        '  line 5: field "rating" is 9, outside 0.5 to 5. Correct the value or the scale.',
    );
  });
});

describe('ids', () => {
  it('keep every digit of a bare number beyond 2^53, so that nobody becomes somebody else', () => {
    const users = Array.from({ length: 40 }, (_, k) => `${9007199254740992n + BigInt(k)}`);
    const read = parse(...users.map((user) => `{"user":${user},"item":123456789012345678901234567890.0}`));
    expect(read.map((r) => r.user)).toEqual(users);
    expect(read[0].item).toBe('123456789012345678901234567890');
  });

  it('are the same as a number and as text', () => {
    const read = parse('{"user":1,"item":"x"}', '{"user":"1","item":"y"}', '{"user":1.0,"item":"z"}');
    expect(new Set(read.map((r) => r.user))).toEqual(new Set(['1']));
    expect(() => parse('{"user":1,"item":"x"}', '{"user":"1","item":"x"}')).toThrow('lines 1 and 2');
  });

  it.each(['1e400', '1.23457E+19', '1.5', '1e-400'])(
    'are refused as %s, whose digits are lost already',
    (n) => {
      expect(() => parse(`{"user":${n},"item":"x"}`)).toThrow('line 1: field "user" is the number');
    },
  );

  it.each(['rating', 'seq', 'time'])('a number beyond 2^53 or out of range is refused as %s', (field) => {
    for (const n of ['9007199254740993', '1e400', '-12345678901234567890', '1e-400'])
      expect(() => parseReviews('r.jsonl', `{"user":"a","item":"x","${field}":${n}}`, free)).toThrow(
        `line 1: field "${field}" is ${n}, a number too long to be kept exactly`,
      );
    expect(() => parse('{"user":"a","item":"x","aspects":{"taste":1e400}}')).toThrow(
      '"aspects.taste" is 1e400',
    );
  });
});

describe('fields', () => {
  it('that nobody asked for are ignored and counted', () => {
    const told: string[] = [];
    const lines = [
      row({ helpful_votes: 3, rating: 4 }),
      row({ item: 'y', helpful_votes: 0, 'a:"b"': { user: 1 } }),
      row({ item: 'z', user: 'b', aspects: { taste: 3, nose: 4 } }),
    ];
    const read = parseReviews('r.jsonl', lines.join('\n'), rules, (note) => told.push(note));
    expect(read.map((r) => r.rating)).toEqual([4, null, null]);
    expect(read[2].aspects).toEqual({ taste: 3 });
    expect(told).toEqual([
      'r.jsonl: 3 interactions, 2 people, 3 items',
      'r.jsonl: ignored 2 × helpful_votes, 1 × a:"b", 1 × aspects.nose',
    ]);
  });

  it('an aspect of the descriptor that stands nowhere is told', () => {
    const told: string[] = [];
    parseReviews('r.jsonl', row({ rating: 3 }), rules, (note) => told.push(note));
    expect(told).toContain('r.jsonl: no line has aspects.taste');
  });

  it('may have any name, also that of what every object has', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const aspects = `{${names.map((name, k) => `"${name}":${k + 1}`)}}`;
    const [read] = parseReviews(
      'r.jsonl',
      `{"user":"__proto__","item":"constructor","aspects":${aspects}}`,
      free,
    );
    expect(Object.entries(read.aspects)).toEqual(names.map((name, k) => [name, k + 1]));
    expect([read.user, read.item]).toEqual(['__proto__', 'constructor']);
    const [none] = parseReviews('r.jsonl', row({}), free);
    expect(none.aspects.constructor).toBeUndefined();
  });
});

it('every modality is optional, and whatever is given survives', () => {
  const review = fc.record(
    {
      user: fc.string({ minLength: 1 }).filter((id) => id.trim() !== ''),
      item: fc.string({ minLength: 1 }).filter((id) => id.trim() !== ''),
      rating: fc.option(fc.double({ min: 0.5, max: 5, noNaN: true })),
      aspects: fc.constantFrom({}, { taste: 4 }),
      text: fc.string().filter((text) => !/[<&]/.test(text)),
      time: fc.option(fc.integer()),
      seq: fc.option(fc.nat()),
    },
    { requiredKeys: ['user', 'item'] },
  );
  fc.assert(
    fc.property(review, (given) => {
      const [read] = parse(JSON.stringify(given));
      expect(read.user).toBe(given.user);
      expect(read.rating).toBe(given.rating ?? null);
      expect(read.text).toBe(given.text ?? '');
      expect(read.aspects).toEqual(given.aspects ?? {});
    }),
  );
});

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drex-reviews-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** What every object has, digits past 2^53, letters of two units, and whatever else a source may call somebody. */
  const anyId = fc
    .oneof(
      fc.constantFrom(
        'constructor',
        '__proto__',
        'toString',
        'valueOf',
        '1',
        '01',
        '🍺',
        'Ä',
        'A\u0308',
        '\u2028',
      ),
      fc.bigInt({ min: 0n, max: 10n ** 25n }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    )
    .filter((id) => typeof id === 'bigint' || (id.trim() !== '' && !/[\p{Cc}]/u.test(id)));
  const text = (id: string | bigint) => (typeof id === 'bigint' ? `${id}` : JSON.stringify(id));

  it('gives back any ids and any letters in any order of lines and fields, gzip or not, whatever its line ends', () => {
    const review = fc.record({
      user: anyId,
      item: anyId,
      text: fc.string({ unit: 'grapheme' }).filter((t) => !/[<&]/.test(t)),
      time: fc.option(fc.integer({ min: -(2 ** 32), max: 2 ** 32 })),
      swap: fc.boolean(),
    });
    const reviews = fc.uniqueArray(review, {
      minLength: 1,
      maxLength: 8,
      selector: (r) => JSON.stringify([String(r.user), String(r.item)]),
    });
    const ends = fc.constantFrom('\n', '\r\n', '\n\n', '\n  \r\n');
    fc.assert(
      fc.property(reviews, ends, fc.boolean(), fc.boolean(), (given, end, zipped, mark) => {
        const lines = given.map(({ user, item, text: said, time, swap }) => {
          const ids = [`"user":${text(user)}`, `"item" : ${text(item)}`];
          return `{${(swap ? ids.reverse() : ids).join(', ')},"text":${JSON.stringify(said)},"time":${time}}`;
        });
        const bytes = Buffer.from((mark ? '\ufeff' : '') + lines.join(end) + end, 'utf8');
        const file = join(folder, zipped ? 'plain.jsonl' : 'packed.jsonl.gz');
        writeFileSync(file, zipped ? gzipSync(bytes) : bytes);
        const read = readReviews(file, free);
        expect(read.map(({ user, item, text: said, time }) => ({ user, item, text: said, time }))).toEqual(
          given.map(({ user, item, text: said, time }) => ({
            user: String(user),
            item: String(item),
            text: said,
            time,
          })),
        );
      }),
    );
  });
});
