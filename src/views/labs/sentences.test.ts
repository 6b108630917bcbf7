import { describe, expect, it } from 'vitest';
import type { ColdReport } from '../../engine/questions/coldStart';
import type { FeedbackProgress } from '../../engine/questions/feedbackLoop';
import { coldSettled, coldTitle, loopTitle } from './sentences';

const cold = (without: ColdReport['points'][number]['without']): ColdReport => ({
  points: [{ known: 42, top: 1, words: 1, without }],
  top: 10,
  milliseconds: 1,
});

describe('how settled the final list is', () => {
  it('counts places of the list, and says how many reviews were left out', () => {
    expect(coldSettled(cold({ mean: 0.95, low: 0.8, high: 1, tried: 6 }))).toBe(
      'With one of the 42 reviews missing (6 tried), 9.5 of the final 10 stay on average, 8 at worst',
    );
    expect(coldSettled(cold({ mean: 1, low: 1, high: 1, tried: 6 }))).toMatch(/all of the final 10 stay$/);
    expect(coldSettled(cold(null))).toBeNull();
  });
});

describe('how soon somebody is known', () => {
  it('counts reviews as they are counted everywhere', () => {
    const point = { words: 1, without: null };
    const points = [
      { ...point, known: 0, top: 0.1 },
      { ...point, known: 1076, top: 1 },
    ];
    expect(coldTitle({ points, top: 10, milliseconds: 1 }, 'periodical')).toBe(
      'It takes all 1,076 reviews for most of the final list to be there',
    );
  });
});

describe('what the loop has shown', () => {
  const scale = { items: 1000, noun: 'beers' };
  const progressOf = (coverage: number, still: number) => {
    const point = { diversity: null, drift: 0, top: 1, words: null, rating: 4 };
    const pick = { item: 'i', itemName: 'I', rank: 1, predicted: 4, given: 4 };
    return {
      done: 2,
      total: 4,
      first: { picks: [pick], points: [0.01, coverage].map((one) => ({ ...point, coverage: one })) },
      draws: [],
      still: [0.01, still].map((one) => ({ coverage: one, diversity: null, rating: 4 })),
    } satisfies FeedbackProgress;
  };

  it('is told against the same rounds with nothing fed back', () => {
    expect(loopTitle(progressOf(0.015, 0.011), scale)).toBe(
      'In 1 round the top ten showed 15 of 1,000 beers, 11 with nothing fed back',
    );
    expect(loopTitle(progressOf(0.011, 0.011), scale)).toMatch(/as many as with nothing fed back$/);
  });

  it('asks before anything has happened', () => {
    expect(loopTitle(null, scale)).toMatch(/^What if/);
    expect(loopTitle({ ...progressOf(0.01, 0.01), done: 0 }, scale)).toMatch(/^What if/);
  });
});
