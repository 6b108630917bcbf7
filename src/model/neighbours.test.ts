import { describe, expect, it } from 'vitest';
import { keptNeighbours, nearest } from './neighbours';

describe('nearest rows', () => {
  it('come nearest first, without the row itself', () => {
    const rows = [0, 0, 3, 4, 1, 0, 0, 2];
    expect(nearest(rows, 2, [0, 0], 2, 0)).toEqual([
      { row: 2, distance: 1 },
      { row: 3, distance: 2 },
    ]);
    expect(nearest(rows, 2, [0, 0], 9)).toHaveLength(4);
    expect(nearest(rows, 2, [0, 0], 9).at(-1)).toEqual({ row: 1, distance: 5 });
  });

  it('of equally near ones are the first', () => {
    expect(nearest([1, 1, 1, 1], 1, [0], 2).map((one) => one.row)).toEqual([0, 1]);
  });
});

describe('kept neighbours', () => {
  // On a line, 0 and 1 are near, 2 far; the height that the line leaves out turns it round.
  const whole = { rows: [0, 0, 1, 9, 2, 0], D: 2 };
  const flat = { rows: [0, 1, 2], D: 1 };

  it('are all of them where nothing is left out, and none where the order is turned round', () => {
    expect(keptNeighbours(whole, whole, 0, 1)).toBe(1);
    expect(keptNeighbours(whole, flat, 0, 1)).toBe(0);
    expect(keptNeighbours(whole, flat, 0, 2)).toBe(1);
  });
});
