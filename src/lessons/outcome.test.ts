import { describe, expect, it } from 'vitest';
import type { Ask } from './lesson';
import { cameTrue, type Guess, outcomeOf } from './outcome';

const values = { one: 1, two: 2, five: 5, share: 0.3, word: 'bitter' };
const choice: Ask = {
  kind: 'choice',
  question: '?',
  options: [
    { text: 'a', holds: { left: 'one', is: '>', right: 'two' } },
    { text: 'b', holds: { left: 'one', is: '<', right: 'two' } },
    { text: 'c', holds: { left: 'five', is: '=', right: 5 } },
  ],
};
const order: Ask = {
  kind: 'order',
  question: '?',
  first: 'greatest',
  items: [
    { text: 'a', value: 'one' },
    { text: 'b', value: 'five' },
    { text: 'c', value: 'two' },
  ],
};
const number: Ask = { kind: 'number', question: '?', value: 'five', min: 0, max: 10, step: 1 };
const point: Ask = { kind: 'point', question: '?', value: 'share', min: 0, max: 1, ends: ['a', 'b'] };
const word: Ask = { kind: 'word', question: '?', of: 'said', value: 'word' };

/** Whether a guess comes true with the values above. */
const comes = (ask: Ask, guess: Guess): boolean => {
  const outcome = outcomeOf(ask, values);
  if (!outcome) throw new Error('no outcome');
  return cameTrue(ask, guess, outcome);
};

describe('what comes of a prediction', () => {
  it('of a choice: all options that hold, and any of them is right', () => {
    expect(outcomeOf(choice, values)).toEqual({ kind: 'choice', right: [1, 2] });
    expect([0, 1, 2].map((guess) => comes(choice, guess))).toEqual([false, true, true]);
  });

  it('of an order: the true one, the greatest or the least first, and right only as a whole', () => {
    expect(outcomeOf(order, values)).toEqual({ kind: 'order', order: [1, 2, 0] });
    expect(outcomeOf({ ...order, first: 'least' }, values)).toEqual({ kind: 'order', order: [0, 2, 1] });
    expect(comes(order, [1, 2, 0])).toBe(true);
    expect(comes(order, [2, 1, 0])).toBe(false);
  });

  it('of a number: right within a step', () => {
    expect([4, 5, 6, 7].map((guess) => comes(number, guess))).toEqual([true, true, true, false]);
  });

  it('of a point: right within a twentieth of the line', () => {
    expect([0.26, 0.34, 0.36, 0.2].map((guess) => comes(point, guess))).toEqual([true, true, false, false]);
  });

  it('of a word: the same word', () => {
    expect(comes(word, 'bitter')).toBe(true);
    expect(comes(word, 'lovely')).toBe(false);
  });

  it('is not known while a value is not, nor where a value is of another kind', () => {
    for (const ask of [choice, order, number, point, word]) expect(outcomeOf(ask, {})).toBeNull();
    expect(outcomeOf({ ...number, value: 'word' }, values)).toBeNull();
    expect(outcomeOf({ ...word, value: 'one' }, values)).toBeNull();
  });

  it('does not come true of a guess of another kind, as an earlier version of the lesson may have left it', () => {
    expect(comes(choice, 'a')).toBe(false);
    expect(comes(order, 1)).toBe(false);
    expect(comes(number, 'five')).toBe(false);
  });
});
