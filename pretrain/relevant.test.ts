import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRelevant } from '../src/model/metrics';
import { readDescriptor } from './descriptor';
import { protocolOf } from './protocol';
import { trainingOf } from './recipe';
import { relevantOn } from './relevant';

describe('the smallest relevant rating', () => {
  it.each([
    [1, 5, 4],
    [0.5, 5, 4],
    [0, 100, 80],
    [0, 10, 8],
    [1, 7, 5.6],
    [-10, 10, 8],
    // Where 0.8 of the top says nothing: 0.8 of the way up.
    [80, 100, 96],
    [-5, -1, -1.8],
    [-5, 0, -1],
  ])('on a scale from %d to %d is %d, 0.8 of its top', (min, max, relevant) => {
    expect(defaultRelevant({ min, max })).toBe(relevant);
    expect(relevantOn({ min, max }, undefined)).toBe(relevant);
  });

  it('leaves ratings below it and above it on any scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 999 }), fc.integer({ min: 1, max: 1000 }), (min, width) => {
        const relevant = defaultRelevant({ min, max: min + width });
        expect(relevant).toBeGreaterThan(min);
        expect(relevant).toBeLessThan(min + width);
      }),
    );
  });

  it('follows the scale of a descriptor, and the protocol names it', () => {
    const beers = readDescriptor('pretrain/datasets/beers.json');
    expect(trainingOf(beers, 1).relevant).toBe(4);
    const percent = { ...beers, rating: { ...beers.rating, min: 0, max: 100 } };
    expect(trainingOf(percent, 1).relevant).toBe(80);
    expect(protocolOf(80)).toContain('The threshold is a rating of 80.');
  });

  it('must lie on the scale where it is given', () => {
    expect(relevantOn({ min: 0, max: 100 }, 70)).toBe(70);
    expect(() => relevantOn({ min: 1, max: 5 }, 80)).toThrow(
      '--relevant must be a number from 1 to 5, the scale of the ratings, not "80".',
    );
  });
});
