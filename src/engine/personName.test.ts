import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isName, LONGEST_NAME, lettersOf, plainName } from './personName';

describe('a name', () => {
  it('is one line of plain text, whatever is typed', () => {
    expect(plainName('  Ana  ')).toBe('Ana');
    expect(plainName('Ana\n\tMaria')).toBe('Ana Maria');
    // What turns the line around, and what nobody sees.
    expect(plainName('Ana\u202eanA\u200b\u0007')).toBe('AnaanA');
    expect(plainName(' \u200d \ufeff\u0301')).toBe('');
    expect(plainName('<b>Ana</b>')).toBe('<b>Ana</b>');
    expect(plainName('a\u0301')).toBe('á');
    expect(plainName(`Z${'\u0336'.repeat(40)}`)).toHaveLength(4);
    expect(plainName('می‌خواهم')).toBe('می‌خواهم');
  });

  it('stays as it is once it is plain, and has no letter that nobody sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const name = plainName(typed);
        expect(plainName(name)).toBe(name);
        expect(name).not.toMatch(/[\p{Cc}\n\u202a-\u202e\u2066-\u2069]/u);
        expect(isName(name)).toBe(lettersOf(name) <= LONGEST_NAME);
      }),
    );
  });

  it('may have as many letters as there is room for, however each is stored', () => {
    expect(isName('🍵'.repeat(LONGEST_NAME))).toBe(true);
    expect(isName('a'.repeat(LONGEST_NAME + 1))).toBe(false);
    expect(isName(' a')).toBe(false);
    expect(isName(4)).toBe(false);
    expect(isName('')).toBe(true);
  });
});
