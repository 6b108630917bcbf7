import { expect, it } from 'vitest';
import type { WordTerm } from '../../engine/answers';
import { otherWords, scaleOf } from './sentences';

const choice = (popularity: number, states: number, words: number) => ({
  score: popularity + states + words,
  popularity,
  states,
  words,
});

it('gives all sums of a list one scale with 0 on it', () => {
  expect(scaleOf([choice(1, 2, -0.5), choice(1, -3, 1)])).toEqual({ low: -2, high: 3, reach: 3 });
  expect(scaleOf([choice(1, 2, 3)])).toMatchObject({ low: 0, high: 6 });
  expect(scaleOf([]).high).toBeGreaterThan(0);
});

it('puts what no named word brings in one number, so that the sum adds up', () => {
  const terms = [{ value: 0.5 }, { value: 0.25 }] as WordTerm[];
  expect(otherWords(choice(1, 1, 0.5), terms)).toBeCloseTo(-0.25);
  expect(otherWords(choice(1, 1, 0.5), [])).toBe(0.5);
});
