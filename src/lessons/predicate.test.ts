import { describe, expect, it } from 'vitest';
import { COMPARED } from './lesson';
import { holds } from './predicate';

const values = { two: 2, three: 3, tea: 'Midnight Heron' };

describe('a predicate', () => {
  it.each([
    ['<', [true, false, false]],
    ['<=', [true, true, false]],
    ['=', [false, true, false]],
    ['>=', [false, true, true]],
    ['>', [false, false, true]],
    ['is', [false, true, false]],
    ['is not', [true, false, true]],
  ] as const)('compares numbers by %s', (is, [less, same, more]) => {
    expect(COMPARED).toContain(is);
    expect(holds({ left: 'two', is, right: 3 }, values)).toBe(less);
    expect(holds({ left: 'two', is, right: 2 }, values)).toBe(same);
    expect(holds({ left: 'three', is, right: 'two' }, values)).toBe(more);
  });

  it('adds what stands in "by" to the right side', () => {
    expect(holds({ left: 'three', is: '>=', right: 'two', by: 1 }, values)).toBe(true);
    expect(holds({ left: 'three', is: '>=', right: 'two', by: 1.1 }, values)).toBe(false);
    expect(holds({ left: 'two', is: '<', right: 'three', by: -1 }, values)).toBe(false);
  });

  it('compares words by being the same, and gives them no order', () => {
    expect(holds({ left: 'tea', is: 'is', right: { text: 'Midnight Heron' } }, values)).toBe(true);
    expect(holds({ left: 'tea', is: 'is not', right: { text: 'Paper Heron' } }, values)).toBe(true);
    expect(holds({ left: 'tea', is: '>', right: { text: 'A' } }, values)).toBe(false);
    expect(holds({ left: 'tea', is: '<=', right: 2 }, values)).toBe(false);
  });

  it('is neither true nor false while a value is not known', () => {
    expect(holds({ left: 'two', is: '<', right: 'unknown' }, values)).toBeNull();
    expect(holds({ left: 'unknown', is: 'is', right: { text: 'x' } }, values)).toBeNull();
  });
});
