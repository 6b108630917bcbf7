import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeUse, factsBeside, parseFacts, readFacts } from './item-facts';

const one = (value: string): string | undefined =>
  parseFacts('items', 'i.json', `{"x":{"fact":${value}}}`).get('x')?.get('fact');

describe('facts of items', () => {
  it.each([
    ['a list as its values', '["Drama","Comedy"]', 'Drama, Comedy'],
    ['a list without what is nothing or twice there', '["A",null,"—",["B",3],"A",{"b":1}]', 'A, B, 3'],
    ['bars between values', '"Drama|Comedy"', 'Drama, Comedy'],
    ['entities decoded', '"Salt &amp; Pepper&#39;s &eacute;"', "Salt & Pepper's é"],
    ['mark-up dropped', '"<b>Old</b> Ale"', 'Old Ale'],
    ['blanks as one', '" Old  \\n Ale "', 'Old Ale'],
    ['a number', '4.50', '4.5'],
    ['zero', '0', '0'],
    ['a long number to its last digit', '12345678901234567891', '12345678901234567891'],
    ['yes', 'true', 'yes'],
    ['no', 'false', 'no'],
    ['a word that also stands for nothing', '"Nan"', 'Nan'],
  ])('show %s', (_, value, shown) => {
    expect(one(value)).toBe(shown);
  });

  it.each([
    'null',
    '""',
    '"  "',
    '"—"',
    '"-"',
    '"N/A"',
    '"n/a"',
    '"NaN"',
    '[]',
    '["—"]',
    '{}',
    '{"a":1}',
    '[{"a":1}]',
  ])('leave out %s', (value) => {
    expect(one(value)).toBeUndefined();
  });

  it('tell how many objects were left out', () => {
    const told: string[] = [];
    parseFacts('items', 'i.json', '{"x":{"a":{"b":1},"c":1},"y":{"a":[{"b":1}]}}', (note) => told.push(note));
    expect(told).toEqual(['i.json: left out, being objects: 2 × a']);
  });

  it('know nothing of an item that the file does not name, whatever its id', () => {
    const facts = parseFacts('items', 'i.json', '{"x":{"name":"X"},"__proto__":{"name":"P"},"toString":{}}');
    expect(facts.get('constructor')).toBeUndefined();
    expect(facts.get('toString')?.get('name')).toBeUndefined();
    expect(facts.get('__proto__')?.get('name')).toBe('P');
  });

  it.each([
    ['[{"item":"x"}]', 'i.json: it is a list. Needed is one JSON object'],
    ['7', 'i.json: it is no object'],
    ['{"x":"Beamish"}', 'i.json, item "x": its facts are no object'],
    ['{"x":{"a":1},"x":{"a":2}}', 'i.json: "x" stands twice, with different values'],
    ['{"x":{}}\n{"y":{}}', 'i.json: it has an object on each line'],
    ['{"x":{', 'i.json: it cannot be read as JSON'],
  ])('refuse %s', (content, message) => {
    expect(() => parseFacts('items', 'i.json', content)).toThrow(message);
  });

  it('tell how many items they know and which field no item has', () => {
    const facts = parseFacts('items', 'i.json', '{"x":{"name":"X"},"z":{"style":"S"}}');
    expect(
      describeUse(
        'items',
        facts,
        ['x', 'y', 'x'].map((item) => ({ item, user: 'u' })),
        ['name', 'style'],
      ),
    ).toEqual(['facts of 1 of 2 items', 'no item has style']);
  });

  it('are read with a byte order mark and packed, and found beside any name of a review file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'drex-items-'));
    const items = join(folder, 'mine.items.json');
    writeFileSync(items, gzipSync('\ufeff{"x":{"name":"X"}}'));
    expect(readFacts('items', items).get('x')?.get('name')).toBe('X');
    expect(readFacts('items', null).size).toBe(0);
    for (const name of ['mine.jsonl', 'mine.jsonl.gz', 'mine.json', 'mine'])
      expect(factsBeside('items', join(folder, name))).toBe(items);
    expect(factsBeside('items', join(folder, 'other.jsonl'))).toBeNull();
    rmSync(folder, { recursive: true });
  });
});
