import { describe, expect, it } from 'vitest';
import type { ReviewFaithfulness } from '../../engine/questions/faithfulness';
import { chanceText, placeTitle, truthTitle, uniformText } from './sentences';

const report = (rating: number | null, n = 9): ReviewFaithfulness => ({
  key: 's1',
  text: '',
  words: [],
  agreement: { rating, match: 0.4, features: 0.9, state: null },
  n,
  negations: [],
  rating: 3.61,
  uniform: { rating: 0.03, match: 0, features: 0.2, state: 0.01 },
  milliseconds: 1,
});

describe('the title of the card', () => {
  it('says how far attention and the measured effect go together, whichever is chosen', () => {
    expect(truthTitle(report(0.62), 'rating')).toBe(
      'Attention agrees with the measured effect for 9 words: rank correlation 0.62',
    );
    expect(truthTitle(report(0.3), 'rating')).toContain('agrees loosely');
    expect(truthTitle(report(0.1), 'rating')).toContain('says little about');
    expect(truthTitle(report(-0.4), 'rating')).toMatch(/runs against .*: rank correlation −0\.40$/);
    expect(truthTitle(report(-0.4), 'features')).toContain('agrees with');
  });

  it('says nothing where there is nothing to say', () => {
    expect(truthTitle(report(1, 2), 'rating')).toBe(
      'Only 2 words are known to the model: too few to compare attention with',
    );
    expect(truthTitle(report(null, 0), 'rating')).toContain('No word is known');
    expect(truthTitle(report(0.5), 'state')).toContain('there is no order');
  });
});

it('tells how far chance reaches, and what uniform attention costs', () => {
  expect(chanceText(17)).toContain('±0.49');
  expect(uniformText(report(0.6))).toContain('is 3.64 instead of 3.61;');
});

it('says where an item goes without its reasons, and without other words', () => {
  const fall = {
    item: 'i1',
    name: 'Kriek',
    place: 2,
    among: 90,
    words: Array.from({ length: 5 }, () => ({ word: 'sour', value: 0.2, fall: 1 })),
    fall: 17,
    others: [-1, 0, 3],
    shared: 12,
  };
  expect(placeTitle(fall)).toBe(
    'Without the five words that speak most for it, Kriek falls from place 2 to 19; without five others it stays at place 2',
  );
  expect(placeTitle({ ...fall, fall: -1 })).toContain('rises from place 2 to 1');
});
