import { expect, it } from 'vitest';
import type { Others } from '../../engine/questions/others';
import { aboutOf, howText, learnsFrom, scoreText, sharedSentence, tooManyText } from './sentences';

const list = (...items: string[]) => items.map((item) => ({ item }));
const answer = {
  tuned: true,
  relevant: 4,
  settings: {
    bias: { user: 4, item: 2 },
    neighbours: { neighbours: 400, shrinkage: 300, power: 0, others: 0.5 },
    ease: { penalty: 10_000, others: 0.5 },
  },
} as Others;

it('says how much of the list of DReX the others show, most first, and nothing of what is not known yet', () => {
  const drex = list('a', 'b', 'c');
  expect(sharedSentence({ drex, ease: null, bias: list('c', 'x'), popularity: list('b', 'y', 'a') })).toBe(
    'DReX shares 2 of its three with popularity and 1 with plain biases',
  );
  expect(sharedSentence({ drex, ease: list('x'), bias: list('c') })).toBe(
    'DReX shares 1 of its three with plain biases and none with EASE',
  );
  expect(sharedSentence({ drex, ease: null, bias: list('c') }, true)).toBe(
    'DReX shares 1 of its three with plain biases; EASE is still being solved',
  );
  expect(sharedSentence({ drex, ease: null })).toBe('');
});

it('says what counts in the learning, and where the settings are from', () => {
  expect(learnsFrom(answer, 'person')).toContain(
    'For EASE and item neighbours a rating from 4 on counts 1, any other review 0.5. Their settings are those',
  );
  const { settings } = answer;
  const apart = { ...settings, ease: { penalty: 1, others: 1 } };
  expect(learnsFrom({ ...answer, tuned: false, settings: apart }, 'periodical')).toContain(
    'For EASE every review counts alike; for item neighbours a rating from 4 on counts 1, any other review 0.5. Which settings suit',
  );
  expect(aboutOf(answer, 1, 'person').ease).toContain('(λ = 10,000)');
  expect(aboutOf(answer, 1, 'person').neighbours).toContain('its 400 nearest');
});

it('says what a list is sorted by, how EASE came about, and why it is left out', () => {
  expect(scoreText('popularity', 1)).toBe('1 review');
  expect(scoreText('bias', 4.312)).toBe('rating 4.31');
  expect(scoreText('ease', 0.0876)).toBe('score 0.0876');
  const known = { list: [], milliseconds: 12.4 };
  expect(howText({ ...known, how: 'updated' })).toContain('in 12\u00a0ms, without solving it again');
  expect(howText({ ...known, how: 'solved', milliseconds: 1600 })).toBe('Solved again in 1.6\u00a0s.');
  expect(tooManyText({ tooMany: 6000, most: 5000, milliseconds: 1 })).toContain(
    'For 6,000 items that would take more memory and minutes than a page should ask for; it stops at 5,000.',
  );
});
