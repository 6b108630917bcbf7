import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyName } from '../../session/testing/logs';
import { toldApart } from './distinctNames';

it('people of one name are told apart by a number, whoever of the data has it first', () => {
  const names = new Map([
    ['new-10', 'ana'],
    ['new-2', 'Ana'],
    ['new-1', 'Amara'],
    ['new-3', 'New person 2'],
  ]);
  expect(Object.fromEntries(toldApart(names, ['Amara', 'Ben']))).toEqual({
    'new-1': 'Amara (2)',
    'new-2': 'Ana',
    'new-10': 'ana (2)',
    'new-3': 'New person 2 (2)',
  });
});

it('no two people are called alike, and who is alone with a name is called by nothing else', () => {
  const name = anyName.filter(Boolean);
  fc.assert(
    fc.property(fc.array(name), fc.array(name), (given, labels) => {
      const told = toldApart(new Map(given.map((one, k) => [`new-${k + 1}`, one])), labels);
      const all = [...told.values()].map((label) => label.toLowerCase());
      expect(new Set([...all, ...labels.map((label) => label.toLowerCase())]).size).toBe(
        all.length + new Set(labels.map((label) => label.toLowerCase())).size,
      );
      given.forEach((one, k) => {
        expect(told.get(`new-${k + 1}`)?.startsWith(one)).toBe(true);
      });
    }),
  );
});
