import { describe, expect, it } from 'vitest';
import { DIAL, scoreOf } from '../../engine/choice';
import { isPopular, reasonWords, timesWords, wordOfItem } from './reasonWords';

const word = (person: number, item: number, value: number) =>
  ({ is: 'word', word: 'bitter', person, item, value }) as const;

describe('a term as a reason', () => {
  it('says what the item has of a word, and whether that speaks for it', () => {
    const said = (...of: Parameters<typeof word>) => reasonWords(word(...of), 'your');
    expect(said(0.3, 0.2, 0.4)).toBe('for bitter');
    expect(said(-0.3, 0.2, -0.4)).toBe('bitter, which you dislike');
    // Its reviews deny it.
    expect(said(-0.3, -0.2, 0.4)).toBe('for not bitter');
    expect(said(0.3, -0.2, -0.4)).toBe('lacks the bitter you like');
    // They speak of it less than those of most items do.
    expect(said(-0.3, 0.01, 0.1)).toBe('for less bitter');
    expect(said(0.3, 0.01, -0.1)).toBe('less of the bitter you like');
    expect(wordOfItem(word(0.3, 0, -0.1))).toBe('less bitter');
    // They deny it, though less than those of all items on average.
    expect(said(0.3, -0.01, 0.1)).toBe('for more bitter');
    expect(said(-0.3, -0.01, -0.1)).toBe('more bitter, which you dislike');
    expect(reasonWords(word(-0.3, 0.2, -0.4), 'the')).toBe('bitter, which they dislike');
  });

  it('names reviews, the beginning and what is not spoken of, each with its sign', () => {
    const review = (value: number) => ({ is: 'review', key: 's1', item: 'i', name: 'Heron', value }) as const;
    expect(reasonWords(review(0.4), 'your')).toBe('your review of Heron');
    expect(reasonWords(review(-0.4), 'the')).toBe('the review of Heron speaks against it');
    expect(reasonWords({ is: 'initial', value: 1 }, 'the')).toBe('a good first guess for anyone');
    expect(reasonWords({ is: 'initial', value: -1 }, 'the')).toBe('a poor first guess for anyone');
    expect(reasonWords({ is: 'silent', value: -1 }, 'the')).toBe('lacks words they like');
    expect(reasonWords({ is: 'silent', value: 1 }, 'your')).toBe('lacks words you dislike');
  });
});

it('has words for every place of the dial', () => {
  expect(DIAL.map(timesWords)).toEqual([
    'alone',
    '4 times',
    'twice',
    'once, as in training',
    'half',
    'a quarter',
    'not at all',
  ]);
});

const choice = (popularity: number, states = 0, times = 1) => ({
  score: scoreOf(times, popularity, states, 0),
  times,
  popularity,
  states,
  words: 0,
});

it('says that popularity carries an item where it brings more than half of what lifts it above the average', () => {
  const average = { score: 1, popularity: 0.5 };
  expect(isPopular(choice(2.6, 0.4), average)).toBe(true);
  expect(isPopular(choice(1, 2), average)).toBe(false);
  // Below the average nothing lifts it.
  expect(isPopular(choice(0.8), average)).toBe(false);
  expect(isPopular(choice(0.8, 0.5, 0), { score: 0, popularity: 0 })).toBe(false);
});
