import { expect, it } from 'vitest';
import { letGo, litDimension, litItem, setLinked, useLinked } from './linked';

it('what the pointer leaves goes out, and nothing that the keyboard has gone to meanwhile', () => {
  setLinked({ kind: 'item', id: 'i1' });
  setLinked({ kind: 'dimension', id: 1 });
  letGo('item', 'i1');
  expect(litDimension(useLinked.getState())).toBe(1);
  setLinked({ kind: 'item', id: 'i2' });
  letGo('item', 'i1');
  letGo('dimension');
  expect(litItem(useLinked.getState())).toBe('i2');
  letGo('item');
  expect(litItem(useLinked.getState())).toBeNull();
});
