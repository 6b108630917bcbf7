import { describe, expect, it } from 'vitest';
import { random } from '../random';
import { expand, finish, misspell } from './expand';

describe('a sentence', () => {
  it('begins in upper case, has its articles right and keeps its trait words', () => {
    const draft = expand('what a {adj} {kind}, with {image}.', (slot) =>
      slot === 'kind'
        ? 'oolong'
        : { trait: 'earthy', phrase: slot === 'adj' ? '*earthy' : 'a *forest after rain' },
    );
    const { text, words } = finish(random(1), [draft], 0);
    expect(text).toBe('What an earthy oolong, with a forest after rain.');
    expect(words.map((w) => w.word)).toEqual(['earthy', 'forest']);
  });

  it('that begins with a trait word is written in upper case and known in lower case', () => {
    const draft = expand('{adj}.', () => ({ trait: 'smoky', phrase: '*smoky' }));
    expect(finish(random(1), [draft], 1)).toEqual({
      text: 'Smoky.',
      words: [{ trait: 'smoky', word: 'smoky', written: 'smoky' }],
    });
  });
});

describe('misspelling', () => {
  it('changes a word a little and keeps its ends', () => {
    for (let seed = 0; seed < 200; seed++) {
      const slip = misspell(random(seed), 'bitterness');
      expect(slip).not.toBe('bitterness');
      expect(slip).toMatch(/^b.*s$/);
      expect(Math.abs(slip.length - 'bitterness'.length)).toBeLessThanOrEqual(1);
    }
  });

  it('tells how a trait word stands in the text, and spares negation', () => {
    const draft = expand('it is without {noun}.', () => ({ trait: 'smoky', phrase: '*smokiness' }));
    const { text, words } = finish(random(3), [draft], 1);
    expect(text).toBe(`It is without ${words[0].written}.`);
    expect(words[0]).toMatchObject({ trait: 'smoky', word: 'smokiness' });
    expect(words[0].written).not.toBe('smokiness');
  });
});
