import { describe, expect, it } from 'vitest';
import type { Reason } from '../../engine/answers';
import { scoreOf } from '../../engine/choice';
import type { Popular, Recommendation } from '../../engine/questions/view';
import { changeWords, guessWords, introduced, outWords, personalPlaces, reasonNote } from './sentences';

/** Everyone’s list, each with its place in the person’s own. */
const everyone = (ranks: Readonly<Record<string, number>>): Popular[] =>
  Object.entries(ranks).map(([id, rank]) => ({ item: { id, name: `Tea ${id}` }, popularity: 1, rank }));
const own = (...ids: string[]) => ids.map((id) => ({ item: { id } })) as unknown as Recommendation[];

describe('how a list changed', () => {
  it('counts places that have another item', () => {
    const lists = { everyone: everyone({ a: 1, b: 3, c: 2 }), recommendations: own('a', 'c', 'b') };
    expect(personalPlaces(lists)).toBe(2);
    expect(personalPlaces({ ...lists, recommendations: own('a', 'b', 'c') })).toBe(0);
    expect(personalPlaces({ ...lists, recommendations: own('x', 'a', 'b') })).toBe(3);
  });

  it('is spoken with its first', () => {
    const now = [
      { id: 'b', name: 'Paper Heron' },
      { id: 'a', name: 'Little Kite' },
    ];
    expect(changeWords(['a', 'b'], now)).toBe('2 of 2 places changed; first is Paper Heron.');
    expect(changeWords(['b', 'c'], now)).toBe('1 of 2 places changed; first is Paper Heron.');
    expect(changeWords(['b', 'a'], now)).toBe('No place changed; first is Paper Heron.');
  });

  it('names what fell out of it', () => {
    const lists = { everyone: everyone({ a: 1, b: 9, c: 12 }), recommendations: own('a', 'x', 'y') };
    expect(outWords(lists)).toBe('No longer in the three: Tea b, now 9; Tea c, now 12.');
    expect(outWords({ ...lists, recommendations: own('a', 'b', 'c') })).toBe('');
  });
});

it('resolves the guess with real places, and names what fell furthest', () => {
  const list = everyone({ a: 26, b: 1, c: 3, d: 5 });
  expect(guessWords(list, 'a')).toBe('You guessed Tea a: it fell from 1 to 26, the furthest of all.');
  expect(guessWords(list, 'd')).toBe(
    'You guessed Tea d: it fell from 4 to 5. Tea a fell furthest, from 1 to 26.',
  );
  expect(guessWords(list, 'b')).toBe(
    'You guessed Tea b, but it rose from 2 to 1. Tea a fell furthest, from 1 to 26.',
  );
  expect(guessWords(list, 'c')).toBe(
    'You guessed Tea c, but it stayed at 3. Tea a fell furthest, from 1 to 26.',
  );
  // Skipped, or guessed of one that is reviewed by now.
  for (const none of [null, 'z']) expect(guessWords(list, none)).toBe('Tea a fell furthest, from 1 to 26.');
  expect(guessWords(everyone({ a: 1, b: 2 }), 'b')).toBe(
    'You guessed Tea b, but it stayed at 2. None of everyone’s list fell.',
  );
});

it('introduces a tea by its facts and by what others speak of', () => {
  const of = (facts: (string | null)[], words: string[]) =>
    introduced({ item: { id: 'x', name: 'X', facts, interactions: 1, meanRating: null }, words });
  expect(of(['Oolong', 'Mirandel', 'Strong', '3 min at 90 °C'], ['apricot', 'honeysuckle'])).toBe(
    'A strong oolong, 3 min at 90 °C. Others speak of apricot and honeysuckle.',
  );
  expect(of(['Oolong', null, null, null], [])).toBe('An oolong.');
  expect(of([], [])).toBe('A tea.');
});

describe('the reason beside an item', () => {
  const word = (name: string, value: number): Reason => ({
    is: 'word',
    word: name,
    person: Math.sign(value) || 1,
    item: 1,
    value,
  });
  const heard = (value: number): Reason => ({
    is: 'review',
    key: 's1',
    item: 'i',
    name: 'Little Kite',
    value,
  });
  const average = { score: 1, popularity: 0.5 };
  const at = (
    rank: number,
    popular: number,
    reasons: Reason[],
    { popularity = 1, initial = 0.5 }: { popularity?: number; initial?: number | null } = {},
  ) => {
    const states = reasons.reduce((sum, { value }) => sum + value, initial ?? 0);
    const choice = { score: scoreOf(1, popularity, states, 0), times: 1, popularity, states, words: 0 };
    return { rank, popular, reasons, choice, terms: { initial } } as unknown as Recommendation;
  };
  const note = (of: Recommendation, reviews = 1) => reasonNote(of, average, reviews).text;

  it('is what speaks most for one that rose, and most against one that fell', () => {
    const reasons = [word('fruity', 0.6), word('floral', 0.3), word('smoky', -0.9)];
    expect(note(at(1, 8, reasons))).toBe('for fruity +0.60');
    expect(note(at(8, 1, reasons))).toBe('smoky, which you dislike −0.90');
  });

  it('is that many like it where popularity carries one that did not rise for anything said', () => {
    expect(note(at(2, 2, [word('fruity', 0.01)], { popularity: 4 }))).toBe(
      'mostly because many like it +4.00',
    );
    expect(note(at(1, 2, [word('smoky', -0.3)], { popularity: 4 }))).toBe(
      'mostly because many like it +4.00',
    );
    // Not where it is popular no more than others.
    expect(note(at(2, 2, [], { popularity: 0.5, initial: 2 }))).toBe('a good first guess for anyone +2.00');
    expect(note(at(2, 2, [], { initial: null }))).toBe('mostly because many like it +1.00');
  });

  it('is a word that speaks against it rather than a review that weighs little more', () => {
    expect(note(at(8, 1, [heard(-1.17), word('smoky', -0.6)]))).toBe('smoky, which you dislike −0.60');
    expect(note(at(8, 1, [heard(-1.17), word('smoky', -0.3)]))).toBe('your review speaks against it −1.17');
    expect(note(at(8, 1, [word('fruity', 0.4), heard(-0.7)]))).toBe('your review speaks against it −0.70');
  });

  it('names which review only where there are several, and nothing that is written as 0', () => {
    expect(note(at(4, 2, [heard(-0.6)]))).toBe('your review speaks against it −0.60');
    expect(note(at(4, 2, [heard(-0.6)]), 2)).toBe('your review of Little Kite speaks against it −0.60');
    expect(note(at(1, 2, [heard(0.4)]))).toBe('your review +0.40');
    expect(note(at(4, 2, [word('smoky', -0.004)], { popularity: 4 }))).toBe(
      'mostly because many like it +4.00',
    );
  });

  it('is a term of the score, with all its digits', () => {
    expect(reasonNote(at(1, 8, [word('fruity', 0.6049)]), average, 1).value).toBe(0.6049);
  });
});
