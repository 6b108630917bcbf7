import { expect, it } from 'vitest';
import { itemWords, matches, type SparseRows, sparseRows } from '../model/keywordMatch';
import { random } from '../model/random';
import { wordMatcher } from './worlds';

const WORDS = 7;
const source = random('worlds');
const rowsOf = (n: number) =>
  Array.from({ length: n }, () =>
    Array.from({ length: WORDS }, (_, word) => [word, source.next() - 0.3] as const).filter(
      () => source.next() < 0.5,
    ),
  );

it('each world matches as if there were no other, whatever the order of its items', () => {
  // Items 0, 2, 4 are of one world, 1 and 3 of the other.
  const worlds = { users: [0, 1], items: [0, 1, 0, 1, 0] };
  const items = Int32Array.from({ length: 30 }, (_, row) => row % 5);
  const said = rowsOf(30);
  const people: SparseRows = sparseRows(rowsOf(2));
  const together = wordMatcher(sparseRows(said), items, { items: 5, words: WORDS }, worlds);
  for (const world of [0, 1]) {
    const own = [0, 1, 2, 3, 4].filter((item) => worlds.items[item] === world);
    const rows = [...items.keys()].filter((row) => worlds.items[items[row]] === world);
    const alone = matches(
      people,
      [world],
      itemWords(
        sparseRows(rows.map((row) => said[row])),
        rows.map((row) => own.indexOf(items[row])),
        own.length,
        WORDS,
      ),
    );
    const found = together(people, world);
    own.forEach((item, k) => {
      expect(found[item]).toBe(alone[k]);
    });
    for (let item = 0; item < 5; item++) if (!own.includes(item)) expect(found[item]).toBe(0);
  }
});
