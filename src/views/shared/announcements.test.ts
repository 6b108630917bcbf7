import { expect, it } from 'vitest';
import { announcement, type Heard, titleOf } from './announcements';

const BEFORE: Heard = {
  person: 'Amara',
  id: 'amara',
  reviews: 3,
  item: null,
  list: ['Kriek', 'Gose', 'Stout'],
};

it('a review, or taking it back, says how many places changed and what is first', () => {
  const after = { ...BEFORE, reviews: 4, list: ['Gose', 'Kriek', 'Stout'] };
  expect(announcement(BEFORE, after)).toBe('Amara has 4 reviews now. 2 of 3 places changed; first is Gose.');
  expect(announcement(after, BEFORE)).toBe('Amara has 3 reviews now. 2 of 3 places changed; first is Kriek.');
  expect(announcement(BEFORE, { ...BEFORE, reviews: 4 })).toBe(
    'Amara has 4 reviews now. The list stays as it was; first is Kriek.',
  );
});

it('another person, another item', () => {
  expect(announcement(BEFORE, { ...BEFORE, id: 'jonas', person: 'Jonas', reviews: 1 })).toBe(
    'Now for Jonas, with 1 review; first is Kriek.',
  );
  const named = { ...BEFORE, person: 'Ana' };
  expect(announcement(BEFORE, named)).toBe('Amara is called Ana now.');
  const picked = { ...BEFORE, item: { name: 'Gose', rating: 4.42 } };
  expect(announcement(BEFORE, picked)).toBe('Gose: predicted rating 4.42.');
  expect(announcement(picked, picked)).toBe('');
  expect(announcement(BEFORE, { ...BEFORE })).toBe('');
});

it('the window is named after screen and person', () => {
  expect(titleOf('Explore', 'Amara')).toBe('Explore · Amara · DReX Lab');
  expect(titleOf('Evidence', null)).toBe('Evidence · DReX Lab');
});
