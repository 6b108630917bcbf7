import { expect, it } from 'vitest';
import { entryWords } from './entryWords';

const entry = { itemName: 'Jungle', time: null, rating: null, simulated: false };

it('a review is told by what it is of, and by date and rating where they are known', () => {
  expect(entryWords(entry)).toBe('Jungle');
  expect(entryWords({ ...entry, time: Date.UTC(1906, 4, 1) / 1000, rating: 4 })).toBe(
    '1 May 1906: Jungle, rated 4.0',
  );
  expect(entryWords({ ...entry, rating: 4.5, simulated: true })).toBe('Jungle, rated 4.5, written here');
});
