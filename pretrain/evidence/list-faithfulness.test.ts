import { expect, it } from 'vitest';
import { medianInterval } from './list-faithfulness';

it('a median has an interval that holds it', () => {
  const { value, low, high } = medianInterval([1, 2, 3, 4, 100], { seed: 1, draws: 200 });
  expect(value).toBe(3);
  expect(low).toBeLessThanOrEqual(3);
  expect(high).toBeGreaterThanOrEqual(3);
  expect(medianInterval([7], { seed: 1, draws: 20 })).toEqual({ value: 7, low: 7, high: 7 });
});
