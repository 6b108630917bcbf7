import { expect, it } from 'vitest';
import { sparseRows } from '../../src/model/keywordMatch';
import { preparedPlanted } from '../testing/planted-set';
import { factGroups, plantedGroups } from './groups';
import { nearestByText, type SpokenOf, spokenOf, typicalWords } from './spoken-of';

const ids = Array.from({ length: 100 }, (_, item) => `i${item}`);
/** Item k says word k % 3. */
const spoken: SpokenOf = {
  items: Int32Array.from(ids, (_, item) => item),
  rows: sparseRows(ids.map((_, item) => [[item % 3, 1]])),
  vocabulary: ['sour', 'dark', 'light'],
};

it('groups by a fact, of at least twelve items and under a fifth of the catalogue; who has several is in each', () => {
  const kinds = (item: number) => (item < 15 ? 'A, B' : item < 17 ? 'B' : item < 28 ? 'C' : 'D');
  const facts = new Map(ids.map((id, item) => [id, new Map([['kind', kinds(item)]])]));
  const groups = factGroups(spoken, ids, facts, 'kind');
  // C has eleven, D more than a fifth.
  expect(groups.map(({ name, items }) => [name, items.length])).toEqual([
    ['A', 15],
    ['B', 17],
  ]);
});

it('groups by what was planted', () => {
  const teas = Object.fromEntries(ids.map((id, item) => [id, { strong: item % 3 === 0 ? ['sour'] : [] }]));
  const truth = { traits: {}, people: {}, teas, interactions: [] };
  expect(plantedGroups(spoken, ids, truth)).toEqual([
    { name: 'sour', items: ids.flatMap((_, item) => (item % 3 === 0 ? item : [])), text: 'sour' },
  ]);
});

it('the words of a group are those that stand above the rest', () => {
  expect(typicalWords(spoken, new Set([1, 4, 7]))).toBe('dark');
});

it('nearest are those whose texts speak of the same', () => {
  expect([...nearestByText(spoken, ids.length, 3)(4)]).toEqual([1, 7, 10]);
});

it('weighs the words of the train part alone, each text at unit length', () => {
  const data = preparedPlanted();
  const found = spokenOf(data);
  const texts = data.hasText.filter((has, row) => has && data.split[row] === 0).length;
  expect(found.items).toHaveLength(texts);
  for (let row = 0; row < texts; row++) {
    const weights = found.rows.weights.subarray(found.rows.offsets[row], found.rows.offsets[row + 1]);
    expect(Math.hypot(...weights)).toBeCloseTo(1, 5);
  }
  expect([...found.rows.words].every((id) => id > 1)).toBe(true);
});
