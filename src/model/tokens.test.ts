import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOKENISER_REVISION, type TokeniserRevision } from './revision';
import { tokenize, toVocabulary, wordsOf } from './tokens';

const words = (text: string) => wordsOf(text, TOKENISER_REVISION);

/** Letters, marks and signs of several scripts, composed or not, beside any text at all. */
const piece = fc.constantFrom(
  ...[
    'a',
    'é',
    'e\u0301',
    'İ',
    'i\u0307',
    'ß',
    'Σ',
    'ö',
    'O\u0308',
    '\u0301',
    '\u0327',
    'ﬁ',
    'Ω',
    'K',
    '\u212b',
  ],
  ...[
    'क',
    'ि',
    '्',
    'ष',
    '़',
    'ড',
    '\u09c7',
    '\u09be',
    'ع',
    '\u0651',
    '\u064e',
    '한',
    '\u1112',
    '\u1161',
    '\u11ab',
  ],
  ...["'", '’', ' ', '-', '.', '7', '²', '\u00ad', '\u200c', '\u200d', '\ufe0f', '👩', '=', '\u0338', '\n'],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);

describe('tokenize', () => {
  it('drops no word in silence: every run of letters or digits is a token at its place', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<TokeniserRevision>(1, 2), (written, revision) => {
        const tokens = tokenize(written, new Map(), revision);
        let rest = written;
        for (const t of tokens.toReversed()) rest = rest.slice(0, t.start) + rest.slice(t.end);
        expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
        for (const t of tokens) expect(t.id).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows words in any case, with either apostrophe', () => {
    const vocabulary = toVocabulary(['<pad>', '<unk>', "don't", 'malt']);
    for (const revision of [1, 2] as const)
      expect(tokenize('Don’t! MALT, zzz', vocabulary, revision).map((t) => t.id)).toEqual([2, 3, 1]);
  });

  it.each([
    ['a decomposed accent', 'Cafe\u0301 cre\u0300me', ['café', 'crème']],
    ['Devanagari with its vowels', 'स्वादिष्ट चाय, हिन्दी', ['स्वादिष्ट', 'चाय', 'हिन्दी']],
    ['Arabic with its vowels', 'شَايٌ لَذِيذٌ', ['شَايٌ', 'لَذِيذٌ']],
    ['Persian with a joiner that does not join', 'می\u200cخواهم چای', ['می\u200cخواهم', 'چای']],
    ['Vietnamese, marks upon marks', 'tra\u0302\u0300m', ['trầm']],
    ['a soft hyphen', 'choco\u00adlate', ['chocolate']],
    ['an accent behind an apostrophe', "l'e\u0301te\u0301", ["l'été"]],
  ])('takes %s as one word each', (_, written, expected) => {
    expect(words(written)).toEqual(expected);
  });

  it('reads the same words however the accents of a text are stored', () => {
    fc.assert(
      fc.property(text, (written) => {
        const own = words(written);
        expect(words(written.normalize('NFC'))).toEqual(own);
        expect(words(written.normalize('NFD'))).toEqual(own);
        for (const word of own) expect(word.normalize('NFC')).toBe(word);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives places in the text as written: what stands there is the word, and no place overlaps another', () => {
    fc.assert(
      fc.property(text, (written) => {
        let last = 0;
        for (const { start, end, word } of tokenize(written, new Map(), TOKENISER_REVISION)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(written.length);
          expect(words(written.slice(start, end))).toEqual([word]);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('cuts at marks as it used to for a bundle that was trained so', () => {
    expect(wordsOf('Cafe\u0301 स्वादिष्ट', 1)).toEqual(['cafe', 'स', 'व', 'द', 'ष', 'ट']);
  });
});
