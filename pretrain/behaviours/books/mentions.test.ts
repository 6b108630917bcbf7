import { expect, it } from 'vitest';
import { wordsOf } from '../../../src/model/tokens';
import { measureRule } from '../measure';
import { labelledMentions } from './mentions';

it('holds two hundred mentions, each where it says', () => {
  const all = labelledMentions();
  expect(all).toHaveLength(200);
  expect(new Set(all.map(({ text }) => text)).size).toBe(200);
  for (const { text, word, at } of all) expect(wordsOf(text, 2)[at]).toBe(word);
});

it('the rule of negation reads most of them as people do', () => {
  const [denied, plain] = measureRule(1);
  expect(denied.n + plain.n).toBe(200);
  expect(denied.passed.value).toBeGreaterThan(0.7);
  expect(plain.passed.value).toBeGreaterThan(0.9);
});
