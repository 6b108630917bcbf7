import { expect, it } from 'vitest';
import { readDescriptor } from '../descriptor';
import { STOP_WORDS } from '../stopwords';
import {
  ASPECT_SENTENCES,
  OFF_TOPIC,
  OPENINGS,
  PAIR_SENTENCES,
  SYNONYMS,
  TRAIT_SENTENCES,
  VERDICT_SENTENCES,
} from './grammar';
import { ASPECT_WORDS, keywordsOf, TRAIT_OF_WORD } from './lexicon';
import { TRAITS } from './traits';

const templates = [
  ...Object.values(TRAIT_SENTENCES).flatMap((byVerdict) => Object.values(byVerdict).flat()),
  ...PAIR_SENTENCES.flatMap((p) => p.templates),
  ...Object.values(VERDICT_SENTENCES).flat(),
  ...Object.values(ASPECT_SENTENCES).flat(),
  ...OPENINGS,
  ...OFF_TOPIC,
];

it('lets no word express two traits, and none that profiles set aside', () => {
  expect(TRAIT_OF_WORD.size).toBe(TRAITS.flatMap(keywordsOf).length);
  const own = new Set(readDescriptor('pretrain/datasets/teas.json').stopWords.split(/\s+/));
  for (const word of TRAIT_OF_WORD.keys()) {
    expect(STOP_WORDS.has(word)).toBe(false);
    expect(own.has(word)).toBe(false);
  }
});

it('keeps trait words out of everything that is not about a trait', () => {
  const plain = [
    ...templates,
    ...Object.values(SYNONYMS).flat(),
    ...Object.values(ASPECT_WORDS).flatMap((a) => [...a.nouns, ...a.good, ...a.poor]),
  ];
  for (const text of plain)
    for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) expect(TRAIT_OF_WORD.has(word)).toBe(false);
});

it('knows how to fill every slot', () => {
  const known = new Set([
    ...Object.keys(SYNONYMS),
    ...['adj', 'noun', 'adj2', 'noun2', 'image', 'more', 'tea', 'kind', 'origin', 'minutes', 'degrees'],
    ...['aspect', 'aspect2', 'good', 'poor', 'poor2'],
  ]);
  expect(new Set(templates).size).toBeGreaterThan(100);
  for (const template of templates)
    for (const [, slot] of template.matchAll(/\{(\w+)\}/g)) expect(known).toContain(slot);
});
