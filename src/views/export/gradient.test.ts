import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from './gradient';

describe('cells of a gradient with hard stops', () => {
  it('gives each cell back, however its colour is written', () => {
    const color = fc.constantFrom('rgb(1, 2, 3)', 'oklab(0.5 -0.1 0.02)', 'rgba(0, 0, 0, 0.5)');
    fc.assert(
      fc.property(fc.array(color, { minLength: 1, maxLength: 64 }), (colors) => {
        const n = colors.length;
        const cells = colors.map((one, k) => ({ color: one, from: k / n, to: (k + 1) / n }));
        const stops = cells.map((cell) => `${cell.color} ${100 * cell.from}% ${100 * cell.to}%`);
        const read = stretchesOf(`linear-gradient(to right, ${stops.join(', ')})`) ?? [];
        expect(read).toHaveLength(n);
        read.forEach((stretch, k) => {
          expect(stretch.color).toBe(colors[k]);
          expect(stretch.from).toBeCloseTo(cells[k].from, 12);
          expect(stretch.to).toBeCloseTo(cells[k].to, 12);
        });
      }),
    );
  });

  it('a gradient of one colour is one stretch; a soft passage is none', () => {
    expect(stretchesOf('linear-gradient(rgb(1, 2, 3), rgb(1, 2, 3))')).toEqual([
      { color: 'rgb(1, 2, 3)', from: 0, to: 1 },
    ]);
    expect(stretchesOf('linear-gradient(90deg, rgb(1, 2, 3), rgb(9, 9, 9))')).toEqual([]);
    expect(stretchesOf('none')).toBeNull();
  });
});
