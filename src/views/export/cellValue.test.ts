import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, fixed, minus, signed } from '../../ui/format';
import { cellValue, numberIn } from './cellValue';

describe('the value of a cell', () => {
  it('reads numbers as the page writes them, and nothing else', () => {
    expect(numberIn('−0.128')).toBe(-0.128);
    expect(numberIn('+1.159')).toBe(1.159);
    expect(numberIn('15,912')).toBe(15912);
    expect(numberIn('1.2e−7')).toBe(1.2e-7);
    for (const text of ['3 → 5', '1,23', '12 %', 'reviewed', '4.12 (+0.02)', '', '-'])
      expect(numberIn(text)).toBeNull();
  });

  it('takes all the digits that the page has, whatever it shows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }).map((x) => x || 0),
        fc.integer({ min: 1, max: 4 }),
        (x, digits) => {
          expect(cellValue(fixed(x, digits), [exact(x), String(x)])).toBe(x);
          if (Math.abs(x) >= 0.005) expect(cellValue(signed(x), [minus(String(x))])).toBe(x);
        },
      ),
    );
  });

  it('does not take a number that is about something else', () => {
    expect(cellValue('0.46', ['0.473'])).toBe(0.46);
    expect(cellValue('42', ['7', 'dark'])).toBe(42);
    // The row's value goes on where the title ends, or is not this cell's.
    expect(cellValue('0.5', ['0.512345', '0.5123449'])).toBe(0.5123449);
    expect(cellValue('0.5', ['0.512345', '0.533'])).toBe(0.512345);
  });

  it('a percentage is the share behind it, with as many digits as the page has', () => {
    expect(cellValue('18 %', ['0.176543'])).toBe(0.176543);
    expect(cellValue('18 %', ['18'])).toBe(0.18);
    expect(cellValue('18 %', [])).toBe(0.18);
    expect(cellValue('9.6 %', [])).toBe(0.096);
  });

  it('an id that looks like a number keeps every sign', () => {
    for (const id of ['007', '00', '12345678901234567891', '-012']) expect(cellValue(id, [])).toBe(id);
    expect(cellValue('1984', [])).toBe(1984);
    expect(cellValue('0.1234567890123456', [])).toBe(0.1234567890123456);
  });

  it('nothing is nothing, and words are words', () => {
    expect(cellValue('–', [])).toBeNull();
    expect(cellValue('', ['1'])).toBeNull();
    expect(cellValue('3 → 5', ['3'])).toBe('3 → 5');
  });
});
