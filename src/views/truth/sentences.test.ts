import { describe, expect, it } from 'vitest';
import type { ReviewFaithfulness } from '../../engine/questions/faithfulness';
import { chanceText, truthTitle, uniformText } from './sentences';

const report = (rating: number | null, n = 9): ReviewFaithfulness => ({
  key: 's1',
  text: '',
  words: [],
  agreement: { rating, features: 0.9, state: null },
  n,
  negations: [],
  rating: 3.61,
  uniform: { rating: 0.03, features: 0.2, state: 0.01 },
  milliseconds: 1,
});

describe('the title of the card', () => {
  it('says how far attention and the measured effect go together, whichever is chosen', () => {
    expect(truthTitle(report(0.62), 'rating')).toBe(
      'Attention agrees with the measured effect for 9 words: rank correlation 0.62',
    );
    expect(truthTitle(report(0.3), 'rating')).toContain('agrees loosely');
    expect(truthTitle(report(0.1), 'rating')).toContain('does not tell');
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
