import { describe, expect, it } from 'vitest';
import { deniedPlaces, deniersOf, gapsIn } from './negation';
import { tokenize } from './tokens';

/** The words of a text that are denied. */
function denied(text: string): string[] {
  const tokens = tokenize(text, new Map(), 2);
  const words = tokens.map(({ word }) => word);
  const found = deniedPlaces(words, gapsIn(text, tokens));
  return words.filter((_, k) => found[k]);
}

describe('a word is denied', () => {
  it.each([
    ['It is not bitter.', 'bitter'],
    ["It isn't at all bitter.", 'bitter'],
    ['Never bitter, always sweet.', 'bitter'],
    ['No trace of any smoke.', 'smoke'],
    ['It lacks depth.', 'depth'],
    ['Hardly bitter.', 'bitter'],
    ['Very little depth.', 'depth'],
    ['Neither bitter nor smoky.', 'smoky'],
    ['Without malt or any smoke.', 'smoke'],
    ['No malt, smoke or spice.', 'spice'],
    ['Less bitter than the last one.', 'bitter'],
    ['Not that bitter.', 'bitter'],
    ['Not what I would call bitter.', 'bitter'],
  ])('%s', (text, word) => {
    expect(denied(text)).toContain(word);
  });
});

describe('a word is not denied', () => {
  it.each([
    ['Not only bitter but smoky.', 'bitter'],
    ['Not sweet but bitter.', 'bitter'],
    ['Not sweet. Bitter, though.', 'bitter'],
    ['Not sweet, with a bitter end.', 'bitter'],
    ['Not without charm.', 'charm'],
    ['It cannot fail to charm.', 'charm'],
    ['No lack of charm.', 'charm'],
    ['No doubt a charm of its own.', 'charm'],
    ['None the less a charm.', 'charm'],
    ['A little charm.', 'charm'],
    ['Not a little charm.', 'charm'],
    ['No better beer was ever made.', 'beer'],
    ['I wish it were not so bitter.', 'bitter'],
    ['A not unpleasant bitterness.', 'bitterness'],
    ['Less sweet, smoky and fine.', 'smoky'],
  ])('%s', (text, word) => {
    expect(denied(text)).not.toContain(word);
  });
});

it('does without what is written between the words, but sees no end of a sentence then', () => {
  expect(deniedPlaces(['not', 'sweet', 'bitter'])).toEqual([false, true, true]);
  expect(deniedPlaces(['not', 'sweet', 'bitter'], ['', ' ', '. '])).toEqual([false, true, false]);
});

it('names the word that denies another', () => {
  const text = 'Not bitter, never too smoky; sweet without any malt.';
  const tokens = tokenize(text, new Map(), 2);
  const words = tokens.map(({ word }) => word);
  const by = deniersOf(words, gapsIn(text, tokens));
  const pairs = words.flatMap((word, k) => (by[k] === null ? [] : [`${words[by[k] as number]} ${word}`]));
  expect(pairs).toEqual(expect.arrayContaining(['not bitter', 'never smoky', 'without malt']));
  expect(pairs).not.toContain('never sweet');
});
