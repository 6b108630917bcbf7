import { expect, it } from 'vitest';
import { rowsOf } from './prepare';
import { withSentences } from './sentences';
import { preparedPlanted } from './testing/planted-set';

it('adds each sentence and each side of a "but" of the train part, with the feedback of its review', () => {
  const planted = preparedPlanted();
  const [row] = rowsOf(planted, 'train');
  const [held] = rowsOf(planted, 'test');
  const texts = planted.texts.map(() => 'lovely citrus');
  texts[row] = 'Lovely citrus, but dull pine. Today!';
  texts[held] = 'Lovely citrus. Dull pine.';
  const found = withSentences({ ...planted, texts });
  const n = planted.texts.length;
  expect(found.texts.slice(n)).toEqual(['Lovely citrus', 'but dull pine.', 'Today!']);
  expect(found.words.slice(n)).toEqual([['lovely', 'citrus'], ['but', 'dull', 'pine'], ['today']]);
  for (let k = n; k < n + 3; k++) {
    expect(found.feedback[k]).toBe(planted.feedback[row]);
    expect(found.hasText[k]).toBe(true);
    expect(found.split[k]).toBe(0);
    expect(found.tokens[k].length).toBe(found.words[k].length);
  }
  expect(found.tokens.slice(0, n)).toEqual(planted.tokens);
});
