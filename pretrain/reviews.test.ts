import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReviews } from './reviews';

const rules = { rating: { min: 0.5, max: 5 }, aspects: [{ field: 'taste', min: 1, max: 10 }] };
const parse = (...lines: string[]) => parseReviews('r.jsonl', lines.join('\n'), rules);

describe('bad review files are refused by file and line', () => {
  const good = '{"user":"a","item":"x","rating":3}';
  it.each([
    ['broken JSON', '{"user":', 'r.jsonl, line 2: it is not valid JSON'],
    ['no object', '[1]', 'line 2: it is not a JSON object'],
    ['an unknown field', '{"user":"a","item":"y","stars":3}', 'line 2: unknown field "stars"'],
    [
      'a rating off the scale',
      '{"user":"a","item":"y","rating":6}',
      'line 2: field "rating" is 6, outside 0.5 to 5',
    ],
    [
      'a rating that is no number',
      '{"user":"a","item":"y","rating":"5"}',
      'line 2: field "rating" must be a number',
    ],
    ['an unknown aspect', '{"user":"a","item":"y","aspects":{"nose":3}}', 'line 2: unknown aspect "nose"'],
    [
      'an aspect off the scale',
      '{"user":"a","item":"y","aspects":{"taste":11}}',
      'line 2: field "aspects.taste" is 11',
    ],
    ['no user', '{"item":"y"}', 'line 2: field "user" must be a non-empty string'],
    ['text that is no string', '{"user":"a","item":"y","text":7}', 'line 2: field "text" must be a string'],
    [
      'the same pair again',
      '{"user":"a","item":"x"}',
      'line 2: user a reviews item x again (first on line 1)',
    ],
  ])('%s', (_, line, message) => {
    expect(() => parse(good, line)).toThrow(message);
  });

  it('an empty file', () => {
    expect(() => parse('')).toThrow('r.jsonl: it holds no interactions');
  });
});

it('every modality is optional, and whatever is given survives', () => {
  const review = fc.record(
    {
      user: fc.string({ minLength: 1 }),
      item: fc.string({ minLength: 1 }),
      rating: fc.option(fc.double({ min: 0.5, max: 5, noNaN: true })),
      aspects: fc.constantFrom({}, { taste: 4 }),
      text: fc.string(),
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
