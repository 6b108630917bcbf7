import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDescriptor } from './descriptor';
import { respelt, speller } from './respelt';

const SPELLING = { Bru: 'Bräu', 'Cuve Ren': 'Cuvée René', Cuve: 'Cuvée', 'C&C;': 'C&C', 't IJ': '’t IJ' };

it('words that lost letters get them back, as whole words, the longest first', () => {
  const spelt = speller(SPELLING);
  expect(spelt('Augustiner-Bru (Bruery)')).toBe('Augustiner-Bräu (Bruery)');
  expect(spelt('Gueuze Cuve Ren / Cuve Renoir')).toBe('Gueuze Cuvée René / Cuvée Renoir');
  expect(spelt('Bulmers (C&C; Group)')).toBe('Bulmers (C&C Group)');
  expect(spelt('Brouwerij t IJ')).toBe('Brouwerij ’t IJ');
  const facts = new Map([['1', new Map([['style', 'Cuve']])]]);
  expect(respelt(facts, SPELLING).get('1')?.get('style')).toBe('Cuvée');
  expect(speller({})('Bru')).toBe('Bru');
});

it('what is right stays as it is, whatever it is', () => {
  const spelt = speller(readDescriptor('pretrain/datasets/beers.json').spelling);
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.constantFrom(...BEERS), (text, name) => {
      const once = spelt(`${name} ${text}`);
      expect(spelt(once)).toBe(once);
    }),
  );
});

/** Names and facts of all shapes, as they are shown. */
const BEERS = Object.values(
  (JSON.parse(readFileSync('pretrain/datasets/beers.json', 'utf8')) as { spelling: Record<string, string> })
    .spelling,
);
