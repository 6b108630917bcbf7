import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stacked, totalRow, waterfall } from './bars';

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 8 });
const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);

describe('bars of a sum', () => {
  it('lie from 0 outwards without a gap, and both ends together are the sum', () => {
    fc.assert(
      fc.property(values, (terms) => {
        const bars = stacked(terms);
        expect(bars.map(({ from, to }) => to - from)).toEqual(terms.filter((one) => one !== 0));
        const ends = [1, -1].map((sign) =>
          bars
            .filter(({ from, to }) => Math.sign(to - from) === sign)
            .reduce((end, { from, to }) => {
              expect(from).toBe(end);
              return to;
            }, 0),
        );
        expect(sum(ends)).toBe(sum(terms));
        for (const { tone, from, to } of bars) expect(to - from).toBe(terms[tone]);
      }),
    );
  });

  it('lead one after the other to the sum, which is a bar of its own', () => {
    fc.assert(
      fc.property(values, (terms) => {
        const rows = waterfall(
          terms.map((value, k) => ({ name: `part ${k}`, value })),
          String,
        );
        const ends = rows.flatMap(({ bars }) => bars.map(({ to }) => to));
        expect(rows.flatMap(({ bars }) => bars.map(({ from }) => from))).toEqual([0, ...ends.slice(0, -1)]);
        expect(totalRow('sum', sum(terms), '').bars).toMatchObject([{ from: 0, to: ends.at(-1) }]);
      }),
    );
  });
});
