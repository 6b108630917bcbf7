import { describe, expect, it } from 'vitest';
import { gridOfRecords } from './records';

describe('records', () => {
  it('become a table whose columns all rows share', () => {
    expect(
      gridOfRecords([
        { word: 'malty', weight: 0.25, polarity: null },
        { word: 'sweet', weight: 0.125, mentions: 3 },
      ]),
    ).toEqual({
      columns: ['word', 'weight', 'polarity', 'mentions'],
      rows: [
        ['malty', 0.25, null, null],
        ['sweet', 0.125, null, 3],
      ],
    });
    expect(gridOfRecords([])).toEqual({ columns: [], rows: [] });
  });
});
