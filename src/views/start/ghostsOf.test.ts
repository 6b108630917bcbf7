import { expect, it } from 'vitest';
import { ghostsOf } from './ghostsOf';

it('leads each item from its place in everyone’s list to its own, or beyond the end of either', () => {
  const everyone = ['a', 'b', 'c'].map((id) => ({ item: { id, name: id } }));
  expect(ghostsOf(everyone, ['b', 'x', 'c'])).toEqual([
    { id: 'a', from: 0, to: null },
    { id: 'b', from: 1, to: 0 },
    { id: 'c', from: 2, to: 2 },
    { id: 'x', from: null, to: 1 },
  ]);
});
