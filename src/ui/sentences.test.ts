import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginningOf, sentencesOf } from './sentences';

const written = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

afterEach(() => vi.unstubAllGlobals());

describe('the sentences of a text', () => {
  it.each([
    'As in ‘The apple of Eden,’ Mr. Thurston dissects deep and pitilessly as the modern Frenchman: but even in this candidly repellant theme, he keeps a certain fervor.',
    'In vol. IV President Tyler has given us more than Vol. I. of Messrs. Harper did.',
    'It is not to much to say that O. Henry achieves what W. W. Jacobs and M. Loti do not.',
    'The fragments of “Mrs. Dane” (Dr. Lee’s copy) and of ‘Q. E. D.’ agree with no. 5 and p. 12.',
    'The biography ... Montaigne’s life and work are told.',
    'Written c. 1800, with e.g. Latin and St. Francis in Sept. 1905.',
  ])('keep what a full stop shortens together: %s', (text) => expect(written(text)).toEqual([text]));

  it.each([
    ['He said no. She did too.', ['He said no.', 'She did too.']],
    ['Pescia, etc. Not the least valuable portion.', ['Pescia, etc.', 'Not the least valuable portion.']],
    [
      'A fine art. I read it twice! Why? “So.” It ends.',
      ['A fine art.', 'I read it twice!', 'Why?', '“So.”', 'It ends.'],
    ],
    ['Mr. Lee is dull. Mrs. Lee is not.', ['Mr. Lee is dull.', 'Mrs. Lee is not.']],
    ['It went well... The next did not.', ['It went well...', 'The next did not.']],
  ])('end where they end: %s', (text, all) => expect(written(text)).toEqual(all));

  it('are all of the text, one after the other, whatever it is', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('Mr. ', 'J. ', 'no. ', '5', '. ', 'A', '…', ' '));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(
          sentencesOf(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('are one where the browser cannot tell them apart', () => {
    vi.stubGlobal('Intl', {});
    expect(written('One. Two.')).toEqual(['One. Two.']);
    expect(written('')).toEqual([]);
  });
});

describe('the beginning of a text', () => {
  it.each([
    ['Mr. Lee is dull. Mrs. Lee is not. Nor am I.', 34, 'Mr. Lee is dull. Mrs. Lee is not.'],
    ['Mr. Lee is dull. Mrs. Lee is not. Nor am I.', 17, 'Mr. Lee is dull.'],
    ['Mr. Lee is dull. Mrs. Lee is not.', 12, 'Mr. Lee is'],
    ['Unabbreviated.', 5, 'Unabb'],
    ['Short.  ', 280, 'Short.'],
    ['', 280, ''],
  ])('is of whole sentences, or of whole words of one: %s', (text, most, first) =>
    expect(beginningOf(text, most)).toBe(first),
  );

  it('is one, and no longer than asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const first = beginningOf(text, most);
        expect(text.startsWith(first)).toBe(true);
        expect(first.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
