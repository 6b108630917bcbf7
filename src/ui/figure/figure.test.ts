import { describe, expect, it } from 'vitest';
import { dataOf, spread } from './figure';
import { intervalParts } from './grid';

describe('the numbers of a figure', () => {
  const rows = [
    { name: 'DReX', rmse: { mean: -0.5, 'standard deviation': 0.01 }, place: { value: 3, low: 2, high: 5 } },
    { name: '−1984', rmse: { mean: 0.6 }, place: null },
  ];

  it('are columns of one value each, in full, and words stay words', () => {
    expect(
      dataOf({
        rows,
        columns: [
          { head: 'No.', value: (_, k) => k + 1 },
          { head: 'Model', value: ({ name }) => name, show: ({ name }) => name.toUpperCase() },
          { head: 'Bar', show: () => 'drawn only' },
          { head: 'RMSE', value: ({ rmse }) => rmse, show: ({ rmse }) => `${rmse.mean} ± …` },
          { head: 'Place', value: ({ place }) => intervalParts(place) },
          { head: 'Empty', value: () => null },
        ],
      }),
    ).toEqual({
      columns: [
        'No.',
        'Model',
        'RMSE, mean',
        'RMSE, standard deviation',
        'Place, mean',
        'Place, low',
        'Place, high',
      ],
      rows: [
        [1, 'DReX', -0.5, 0.01, 3, 2, 5],
        [2, '−1984', 0.6, null, null, null, null],
      ],
    });
  });

  it('are told in one sentence by their ends', () => {
    const as = (value: number) => value.toFixed(1);
    expect(
      spread(
        'Weights',
        [
          ['malt', 0.2],
          ['smoke', -1],
          ['fruit', 0.5],
        ],
        as,
      ),
    ).toBe('Weights from smoke (-1.0) to fruit (0.5).');
    expect(spread('Weights', [['malt', 0.2]], as)).toBe('Weights: malt (0.2).');
    expect(spread('Weights', [], as)).toBeNull();
  });

  it('an interval of no width is the value alone', () => {
    expect(intervalParts({ value: 1, low: 1, high: 1 })).toEqual({ mean: 1 });
    expect(intervalParts({ value: 1, low: 0, high: 3 }, 'median')).toEqual({ median: 1, low: 0, high: 3 });
    expect(intervalParts(undefined)).toEqual({ mean: null });
  });
});
