import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasStars, stepped } from './ratingSteps';

const FINE = { min: 0.5, max: 5, step: 0.1 };

it('gives in stars what five stars can say, and leaves other scales to the slider', () => {
  expect(hasStars(FINE)).toBe(true);
  expect(hasStars({ min: 1, max: 5, step: 1 })).toBe(true);
  expect(hasStars({ min: 0, max: 4, step: 0.5 })).toBe(true);
  expect(hasStars({ min: 1, max: 10, step: 1 })).toBe(false);
  expect(hasStars({ min: -1, max: 1, step: 0.5 })).toBe(false);
  expect(hasStars({ min: 2, max: 5, step: 1 })).toBe(false);
});

it('goes through a scale by its own steps, and no further than its ends', () => {
  expect(stepped(FINE, 4, -1)).toBe(3.9);
  expect(stepped({ min: 1, max: 5, step: 0.25 }, 3, 1)).toBe(3.25);
  expect(stepped({ min: 1, max: 5, step: 0.5 }, 5, 1)).toBe(null);
  expect(stepped({ min: 1, max: 5, step: 0.5 }, 1, -1)).toBe(null);
  fc.assert(
    fc.property(fc.constantFrom(1, 0.5, 0.25, 0.1), fc.integer({ min: 1, max: 5 }), (step, star) => {
      const scale = { min: 0.5, max: 5, step };
      const up = stepped(scale, star, 1);
      if (up !== null) expect(stepped(scale, up, -1)).toBe(star);
      else expect(star + step).toBeGreaterThan(scale.max);
    }),
  );
});
