import { expect, it } from 'vitest';
import { sentencesOf } from '../src/ui/sentences';
import { readSet } from './evidence/sets';

/** Counted by other means than the page cuts by: what a sentence ends in, short and with a capital before a name. */
const SHORTENED =
  /(?:^|[^\p{L}])(?:\p{Lu}|Mr|Mrs|Messrs|MM?|Mme|Mlle|Dr|Profs?|Rev|St|Capt|Col|Gen|Lieut|Hon|[Vv]ols?|pp?|nos?|Ad)\.\s*$/u;

it('no sentence of the books ends in “Mr.”, an initial or the like', () => {
  const texts = readSet('books', 'nowhere').reviews.flatMap(({ text }) => (text ? [text] : []));
  const cut = texts.flatMap((text) =>
    sentencesOf(text)
      .slice(0, -1)
      .map(({ start, end }) => text.slice(start, end))
      .filter((sentence) => SHORTENED.test(sentence)),
  );
  expect(texts.length).toBeGreaterThan(12_000);
  expect(cut).toEqual([]);
});
