import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrow,
  exact,
  fixed,
  given,
  metric,
  milliseconds,
  minus,
  moveOf,
  percent,
  scientific,
  short,
  signed,
  signedThousandths,
  significant,
} from './format';

const any = fc.double({ min: -10, max: 10, noNaN: true });
/** So small that digits which are shown do not hold it. */
const small = fc.double({ min: -0.01, max: 0.01, noNaN: true });
const read = (text: string): number => Number.parseFloat(text.replace('−', '-'));

describe('numbers as they are shown', () => {
  it('have no sign where they round to zero', () => {
    const forms = [signed, signedThousandths, exact, percent, metric, short, significant];
    const digits = [0, 1, 2, 3, 4].map((n) => (value: number) => fixed(value, n));
    fc.assert(
      fc.property(fc.oneof(any, small), (value) => {
        for (const form of [...forms, ...digits])
          if (read(form(value)) === 0) expect(form(value)).not.toMatch(/[+−-]/);
      }),
    );
    expect([signed(0.004), signed(-0.004), fixed(-0.0004, 3), exact(-1e-9)]).toEqual([
      '0.00',
      '0.00',
      '0.000',
      '0.000000',
    ]);
  });

  it('have a real minus sign, and a plus where a sign is asked for', () => {
    expect([signed(-0.366), signed(0.366), fixed(-1, 1)]).toEqual(['−0.37', '+0.37', '−1.0']);
    expect([scientific(1.23e-7), scientific(0), minus('-2e-3')]).toEqual(['1.2e−7', '0', '−2e−3']);
  });

  it('change by what whoever subtracts them finds', () => {
    fc.assert(
      fc.property(any, fc.oneof(any, small), fc.integer({ min: 1, max: 4 }), (before, by, digits) => {
        const move = moveOf(before, before + by, digits);
        expect(read(move.change)).toBeCloseTo(read(move.after) - read(move.before), 9);
        expect(move.same).toBe(move.before === move.after);
        if (move.same) expect(move.change).not.toMatch(/[+−]/);
      }),
    );
    expect(moveOf(4.306, 3.944)).toEqual({ before: '4.31', after: '3.94', change: '−0.37', same: false });
  });

  it('are written once where nothing changes as far as one sees', () => {
    expect(arrow(moveOf(4.306, 3.944))).toBe('4.31 → 3.94');
    expect(arrow(moveOf(4.3501, 4.3499))).toBe('4.35, as before');
    expect(arrow(moveOf(-0.001, 0.001))).toBe('0.00, as before');
  });

  it('are shares with a digit below ten per cent', () => {
    expect([percent(0), percent(0.0421), percent(0.0997), percent(0.316)]).toEqual([
      '0.0\u00a0%',
      '4.2\u00a0%',
      '10\u00a0%',
      '32\u00a0%',
    ]);
  });

  it('are ratings as they were given', () => {
    expect([given(4), given(4.5), given(3.75), given(0.8)]).toEqual(['4.0', '4.5', '3.75', '0.8']);
  });

  it('are times that never read 1000 ms', () => {
    expect([milliseconds(12.4), milliseconds(999.4), milliseconds(999.7), milliseconds(8640)]).toEqual([
      '12\u00a0ms',
      '999\u00a0ms',
      '1.0\u00a0s',
      '8.6\u00a0s',
    ]);
  });
});
