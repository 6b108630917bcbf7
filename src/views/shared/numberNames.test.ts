import { expect, it } from 'vitest';
import type { View } from '../../engine/questions/view';
import { nameShown, numberName } from './numberNames';

it('a number is called by its kind, what it is of, and the item it is for', () => {
  const pair = { person: 'amara', item: 'kriek' } as const;
  expect(numberName({ of: 'prediction', ...pair }, '4.42', 'Kriek')).toBe('predicted rating 4.42 for Kriek');
  expect(numberName({ of: 'choice-word', ...pair, word: 'sour' }, '+0.60', 'Kriek')).toBe(
    'addition of sour +0.60 for Kriek',
  );
  expect(numberName({ of: 'keyword', side: 'user', id: 'amara', word: 'sour' }, '+0.31', null)).toBe(
    'weight of sour +0.31',
  );
  expect(numberName({ of: 'update', side: 'user', key: '3', d: 0 }, '0.82', null)).toBe(
    'update gate, dimension 1 0.82',
  );
  expect(numberName({ of: 'standardised', key: '3', field: 0 }, '0.5', null)).toBe('standardised 0.5');
});

it('an item is found where it is shown', () => {
  const view = {
    item: null,
    recommendations: [{ item: { id: 'kriek', name: 'Kriek' } }],
  } as unknown as View;
  expect(nameShown(view, 'kriek')).toBe('Kriek');
  expect(nameShown(view, 'stout')).toBeNull();
  expect(nameShown(null, 'kriek')).toBeNull();
});
