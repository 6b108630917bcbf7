import { describe, expect, it } from 'vitest';
import type { Content, Value } from '../../ui/figure/grid';
import { type Cell, gridOf } from './grid';

const cell = (value: Content, columns = 1, rows = 1): Cell => ({ value, columns, rows });
const row = (...values: Value[]): Cell[] => values.map((value) => cell(value));

describe('a table as a grid', () => {
  it('joins heads of several rows and spreads what spans', () => {
    const grid = gridOf(
      [
        [cell('Word', 1, 2), cell('Share', 2)],
        [cell('left'), cell('right')],
      ],
      [row('dark', 0.1, 0.2), [cell('none', 3)]],
    );
    expect(grid.columns).toEqual(['Word', 'Share, left', 'Share, right']);
    expect(grid.rows).toEqual([
      ['dark', 0.1, 0.2],
      ['none', 'none', 'none'],
    ]);
  });

  it('what spans rows stands in each of them', () => {
    const grid = gridOf(
      [row('Operand', 'Value', 'Term')],
      [
        [cell('w'), cell(2), cell(6, 1, 2)],
        [cell('x'), cell(3)],
      ],
    );
    expect(grid.rows).toEqual([
      ['w', 2, 6],
      ['x', 3, 6],
    ]);
  });

  it('a cell of several values becomes several columns, one for each, and words stay beside them', () => {
    const grid = gridOf(
      [row('Model', 'RMSE', 'Place')],
      [
        [cell('DReX'), cell({ mean: 0.5, 'standard deviation': 0.01 }), cell({ before: 3, after: 5 })],
        [cell('bias'), cell({ mean: 0.6 }), cell('not ranked')],
        [cell('none'), cell(null), cell({ before: 2, after: null })],
      ],
    );
    expect(grid).toEqual({
      columns: ['Model', 'RMSE, mean', 'RMSE, standard deviation', 'Place, before', 'Place, after', 'Place'],
      rows: [
        ['DReX', 0.5, 0.01, 3, 5, null],
        ['bias', 0.6, null, null, null, 'not ranked'],
        ['none', null, null, 2, null, null],
      ],
    });
  });

  it('a cell that spans more than there are columns adds none', () => {
    expect(gridOf([row('Operand', 'Value')], [row('w', 2), [cell('product'), cell(6, 2)]])).toEqual({
      columns: ['Operand', 'Value'],
      rows: [
        ['w', 2],
        ['product', 6],
      ],
    });
  });

  it('leaves out a column of drawings and names what has no head', () => {
    expect(gridOf([], [row('mean', null, 3.5), row('match', null, 0.1)])).toEqual({
      columns: ['name', 'value'],
      rows: [
        ['mean', 3.5],
        ['match', 0.1],
      ],
    });
    expect(gridOf([], [row('a', 1, 2)]).columns).toEqual(['column 1', 'column 2', 'column 3']);
    expect(gridOf([row('a')], [])).toEqual({ columns: [], rows: [] });
  });
});
