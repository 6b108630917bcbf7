import { describe, expect, it } from 'vitest';
import type { Change } from '../../engine/change';
import { listSentence } from './words';

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
