import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Reason } from '../../engine/answers';
import { DIAL, scoreOf } from '../../engine/choice';
import { differsWords, laidOut, scaleOf, segmentsOf, strongest } from './sentences';

const scored = (
  popularity: number,
  { initial = 0, reviews = 0, spoken = 0, silent = 0, times = 1 }: Partial<Record<string, number>> = {},
) => {
  const [states, words] = [initial + reviews, spoken + silent];
  const choice = { score: scoreOf(times, popularity, states, words), times, popularity, states, words };
  return { choice, terms: { initial, reviews, spoken, silent } };
};
const number = fc.double({ min: -9, max: 9, noNaN: true });

it('draws terms that end at the score, wherever the dial stands, inside a scale that has 0 on it', () => {
  fc.assert(
    fc.property(
      number,
      fc.record({ initial: number, reviews: number, spoken: number, silent: number }),
      fc.constantFrom(...DIAL),
      number,
      (popularity, terms, times, average) => {
        const one = scored(popularity, { ...terms, times });
        const segments = segmentsOf(one);
        const sum = segments.reduce((total, { value }) => total + value, 0);
        expect(sum).toBeCloseTo(one.choice.score, 9);
        const laid = laidOut(segments);
        const last = laid.findLast(({ lane }) => lane === 'down');
        const top = laid.findLast(({ lane }) => lane === 'up');
        expect(last ? last.from : (top?.to ?? 0)).toBeCloseTo(one.choice.score, 9);
        const { low, high } = scaleOf([one], average);
        expect(low).toBeLessThanOrEqual(0);
        for (const { from, to, value } of laid) {
          expect(to - from).toBeCloseTo(Math.abs(value), 9);
          expect(from).toBeGreaterThanOrEqual(low - 1e-9);
          expect(to).toBeLessThanOrEqual(high + 1e-9);
        }
      },
    ),
  );
});

it('has the states as one term before the replay tells more', () => {
  const { choice } = scored(1, { initial: 0.5, reviews: 0.25 });
  const segments = segmentsOf({ choice, terms: { initial: null, reviews: null, spoken: 0, silent: 0 } });
  expect(segments.map(({ value }) => value)).toEqual([1, 0.75, 0, 0]);
});

it('names the three largest terms for an item and the one that is most against it, and none that is written as 0', () => {
  const word = (word: string, value: number): Reason => ({ is: 'word', word, person: 1, item: 1, value });
  const reasons = [word('a', 0.9), word('b', 0.004), word('c', -0.2)];
  const of = (values: Parameters<typeof scored>[1]) =>
    strongest({ reasons, ...scored(1, values) }).map(({ is, value }) => [is, value]);
  const speaksFor = [
    ['word', 0.9],
    ['initial', 0.5],
  ];
  expect(of({ initial: 0.5, silent: -0.5 })).toEqual([...speaksFor, ['silent', -0.5]]);
  // A word that weighs little less says why.
  expect(of({ initial: 0.5, silent: -0.3 })).toEqual([...speaksFor, ['word', -0.2]]);
  expect(of({ initial: 0.5, times: Number.POSITIVE_INFINITY })).toEqual([]);
});

it('tells how a list differs from that of everyone', () => {
  const said = (own: string[], all: string[]) =>
    differsWords({
      recommendations: own.map((id) => ({ item: { id } })) as never,
      everyone: all.map((id) => ({ item: { id } })) as never,
    });
  expect(said(['a', 'b'], ['c', 'd'])).toBe('None of these is on everyone’s list.');
  expect(said(['a', 'b'], ['c', 'a'])).toBe('One of these 2 is on everyone’s list too.');
  expect(said(['a', 'b', 'c'], ['c', 'a', 'd'])).toBe('Two of these 3 are on everyone’s list too.');
  expect(said(['a', 'b'], ['b', 'a'])).toBe('The same as everyone’s, in another order.');
  expect(said(['a', 'b'], ['a', 'b'])).toBe('The same as everyone’s.');
});
