import { describe, expect, it } from 'vitest';
import type { Change, ItemChange } from '../../engine/change';
import { choiceSentence, listSentence } from './words';

describe('listSentence', () => {
  const comparison = (ranks: [number | null, number | null][]) =>
    ({
      ranks: ranks.map(([before, after]) => ({ before, after, placeBefore: before, placeAfter: after })),
    }) as unknown as Change;

  it('counts who is new, and tells a new order from the same', () => {
    expect(
      listSentence(
        comparison([
          [1, 1],
          [2, 2],
        ]),
        2,
      ),
    ).toBe('The same 2 items are recommended, in the same order.');
    expect(
      listSentence(
        comparison([
          [2, 1],
          [1, 2],
        ]),
        2,
      ),
    ).toBe('The same 2 items are recommended, in another order.');
    expect(
      listSentence(
        comparison([
          [1, 1],
          [9, 2],
          [2, 7],
        ]),
        2,
      ),
    ).toBe('One of the 2 recommended items was not recommended before.');
  });
});

it('choiceSentence says what the chosen item is ranked by, and where it stands', () => {
  const change = (before: number | null, after: number | null, score: number) =>
    choiceSentence({
      rank: { before, after },
      choice: { before: { score: 1 }, after: { score } },
    } as unknown as ItemChange);
  expect(change(9, 4, 1.25)).toBe(
    'has the choice score 1.25 in place of 1.00, so its place in the list is 4 in place of 9.',
  );
  expect(change(4, 4, 1)).toBe(
    'has the choice score 1.00, as before, so its place in the list is 4, as before.',
  );
  expect(change(null, null, 1.25)).toBe('has the choice score 1.25 in place of 1.00.');
});
