import { expect, it } from 'vitest';
import { cutSum, endOfScale, ownCounted } from './predicted';

const scale = { min: 0.5, max: 5 };

it('a sum that the scale cuts is shown beside what it is cut to, where one sees the difference', () => {
  expect(cutSum({ raw: 5.23, rating: 5 })).toBe('5.23');
  expect(cutSum({ raw: 5.001, rating: 5 })).toBeNull();
  expect(cutSum({ raw: 4.31, rating: 4.31 })).toBeNull();
  expect(endOfScale({ raw: 5.23, rating: 5 }, scale)).toBe('5, the top of the scale');
  expect(endOfScale({ raw: -0.2, rating: 0.5 }, scale)).toBe('0.5, the bottom of the scale');
});

it('a prediction that counts the very review it is about says so', () => {
  const [none, counted, out] = (['none', 'counted', 'left-out'] as const).map((ownReview) => ({ ownReview }));
  expect(ownCounted('critic', none)).toBe('');
  expect(ownCounted('critic', out)).toBe('');
  expect(ownCounted('critic', counted)).toBe('This critic’s own review of it counts here.');
  expect(ownCounted('critic', none, counted)).toMatch(/counts in the second\.$/);
  expect(ownCounted('critic', counted, none)).toMatch(/counts in the first\.$/);
  expect(ownCounted('critic', counted, counted)).toMatch(/counts in both\.$/);
  expect(ownCounted('critic', none, none)).toBe('');
});
