import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { itemsSought, peopleSought, sameName } from './sought';

it('a box asks for what the items of the set at hand are known by', () => {
  const asked = (set: string) => {
    const {
      itemFacts,
      userFacts = [],
      usersNamed = false,
    } = JSON.parse(readFileSync(`public/datasets/${set}/manifest.json`, 'utf8'));
    return [itemsSought(itemFacts), peopleSought({ itemFacts, userFacts, usersNamed })];
  };
  expect(readdirSync('public/datasets')).toContain('films');
  expect(asked('beers')).toEqual(['Search by name, style or brewer', 'Word, style or id']);
  expect(asked('books')).toEqual(['Search by name, author or publisher', 'Name, kind or id']);
  expect(asked('films')).toEqual(['Search by name, genre or director', 'Word, genre or id']);
  expect(asked('instruments')).toEqual(['Search by name', 'Word or id']);
  expect(asked('teas')).toEqual(['Search by name, kind or origin', 'Name']);
});

it('a name is the same however it is typed', () => {
  expect(sameName(' kostritzer ', 'Köstritzer')).toBe(true);
  expect(sameName('Heine', 'Heineken')).toBe(false);
  expect(sameName('', undefined)).toBe(false);
});
