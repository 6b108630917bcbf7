import { expect, it } from 'vitest';
import { writeLogFile } from './logFile';
import { isTable } from './tableFile';

const ORIGIN = { dataset: 'teas', modelHash: 'abc', created: '2026-01-01T00:00:00Z' };
const LOG = writeLogFile([{ edit: 'name', person: 'new-1', name: 'Ana, Ben; Cho' }], ORIGIN);

it.each([
  ['a.csv', 'who,item\nAna,b', true],
  ['a.CSV', 'item\nb', true],
  ['a.txt', 'who;item\nAna;b', true],
  ['a.txt', 'Dear all, this is a letter.\nGood bye', false],
  ['a.jsonl', '{"user":1,"item":2}\n{"user":1,"item":3}', true],
  ['a.json', '\ufeff [{"user":1,"item":2}]', true],
  ['a.json', LOG, false],
  ['a.json', JSON.stringify(JSON.parse(LOG)), false],
  ['a.json', JSON.stringify(JSON.parse(LOG), null, 2), false],
  ['a.json', LOG.slice(0, 40), false],
  ['a.html', '<!doctype html>, a\n<p>, b', false],
  ['a.json', 'nonsense', false],
  ['a.json', '', false],
])('%s: %j is a table: %s', (name, text, is) => {
  expect(isTable(name, text)).toBe(is);
});
