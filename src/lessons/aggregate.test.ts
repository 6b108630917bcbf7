import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate, fits } from './aggregate';
import type { Ask, Lesson } from './lesson';
import type { Guess } from './outcome';
import { emptyRecord, withAnswer } from './record';

const ASKS: readonly Ask[] = [
  {
    kind: 'choice',
    question: 'Which?',
    options: [
      { text: 'a', holds: { left: 1, is: '=', right: 1 } },
      { text: 'b', holds: { left: 1, is: '=', right: 2 } },
    ],
  },
  {
    kind: 'order',
    question: 'Order?',
    first: 'greatest',
    items: [
      { text: 'x', value: 'x' },
      { text: 'y', value: 'y' },
    ],
  },
  { kind: 'number', question: 'How many?', value: 'x', min: 0, max: 10, step: 1 },
  { kind: 'point', question: 'Where?', value: 'y', min: -1, max: 1, ends: ['low', 'high'] },
  { kind: 'word', question: 'Which word?', of: 'e', value: 'w' },
];
const lesson = {
  id: 'made-up',
  steps: ASKS.map((ask, k) => ({ id: `s${k}`, title: '', state: { view: 'explore' }, say: ['x'], ask })),
} as unknown as Lesson;
const values = { x: 3, y: 0.5, w: 'smoke' };
const recordOf = (guesses: readonly Guess[]) =>
  guesses.reduce(
    (record, guess, k) => withAnswer(record, `s${k}`, { guess }),
    emptyRecord('made-up', '', ''),
  );

it('counts each guess once, and says how many came true', () => {
  const tallies = aggregate(
    lesson,
    [recordOf([0, [0, 1], 3, 0.52, 'smoke']), recordOf([1, [1, 0], 9, -1, 'hate'])],
    values,
  );
  expect(tallies.map(({ n, right }) => [n, right])).toEqual([
    [2, 1],
    [2, 1],
    [2, 1],
    [2, 1],
    [2, 1],
  ]);
  expect(tallies[2].bars.map(({ count }) => count)).toEqual([0, 0, 1, 0, 0, 0, 0, 1]);
  expect(tallies[2].bars.findIndex(({ right }) => right)).toBe(2);
  expect(tallies[4].bars).toEqual([
    { of: 'smoke', count: 1, right: true },
    { of: 'hate', count: 1, right: false },
  ]);
});

it('has a bar for the model where nobody said what it says, and none of its own while that is unknown', () => {
  const [, , , , word] = aggregate(lesson, [], values);
  expect(word.bars).toEqual([{ of: 'smoke', count: 0, right: true }]);
  for (const { bars, right, outcome } of aggregate(lesson, [recordOf([0])], {}).slice(1)) {
    expect([right, outcome]).toEqual([null, null]);
    expect(bars.every((bar) => bar.right === null)).toBe(true);
  }
});

it('leaves out what is no answer to the question, whatever was pasted', () => {
  const anything = fc.oneof(
    fc.double({ noNaN: true }),
    fc.string({ maxLength: 4 }),
    fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(anything, anything, anything, anything, anything)), (all) => {
      const tallies = aggregate(lesson, all.map(recordOf), values);
      tallies.forEach(({ n, bars, ask }, k) => {
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(n);
        expect(n).toBe(all.filter((guesses) => fits(ask, guesses[k])).length);
      });
    }),
  );
});
