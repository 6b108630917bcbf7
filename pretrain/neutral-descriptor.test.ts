import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetsIndex } from '../scripts/datasets-index.mjs';
import { type Descriptor, readDescriptor } from './descriptor';
import { parseFacts } from './item-facts';
import { describeNeutral, neutralDescriptor, scaleOf } from './neutral-descriptor';
import { parseReviews } from './reviews';

const scratch = mkdtempSync(join(tmpdir(), 'drex-neutral-'));

const made = (lines: readonly object[], facts = '{}'): Descriptor =>
  neutralDescriptor(
    '/somewhere/Wines 2024.jsonl.gz',
    'public/datasets/wines/',
    parseReviews('wines', lines.map((line) => JSON.stringify(line)).join('\n'), {
      rating: null,
      aspects: null,
    }),
    parseFacts('items', 'items', facts),
  );

describe('without a descriptor', () => {
  it('names are neutral, and nothing is claimed of any other set', () => {
    const neutral = made([
      { user: 'a', item: 'x', rating: 80, aspects: { nose_feel: 4.5 } },
      { user: 'b', item: 'x', rating: 12, aspects: { nose_feel: 1 } },
    ]);
    expect(neutral).toMatchObject({
      id: 'wines',
      name: 'Wines 2024',
      itemNoun: { one: 'item', many: 'items' },
      rating: { label: 'Rating', min: 0, max: 100, step: 1 },
      aspects: [{ field: 'nose_feel', label: 'Nose feel', min: 1, max: 5, step: 0.5 }],
      itemName: null,
      example: '',
      training: {},
    });
    for (const id of ['beers', 'films', 'instruments', 'teas']) {
      const other = readDescriptor(`pretrain/datasets/${id}.json`);
      for (const field of ['name', 'description', 'provenance', 'example'] as const)
        expect(neutral[field]).not.toBe(other[field]);
      expect(JSON.stringify(neutral)).not.toMatch(
        new RegExp(`\\b(${other.itemNoun.one}|${other.name})\\b`, 'i'),
      );
    }
    expect(neutral.provenance).toContain('has not been stated');
    expect(describeNeutral(neutral).join('\n')).toMatch(
      /ratings are taken to run from 0 to 100 in steps of 1[\s\S]*aspect nose_feel: 1 to 5 in steps of 0.5[\s\S]*a descriptor gives/,
    );
  });

  it('takes ids for names where they read like names, not where they are codes', () => {
    const named = (...ids: string[]) =>
      made(ids.map((item, k) => ({ user: `user${k}`, item, rating: 3 }))).itemName;
    expect(named('Green Hill', 'Café No. 5', 'quiet-river', 'Old Garden', '茶の湯と')).toBe('id');
    expect(named('B00002E2XG', 'B00X2', '17', 'item4')).toBeNull();
    const people = made([
      { user: 'Mia', item: '1', rating: 3 },
      { user: 'Jonas', item: '1', rating: 3 },
    ]);
    expect(people).toMatchObject({ userName: 'id', itemName: null });
    expect(describeNeutral(people).join()).toContain('ids of people read like names');
    // A name in the items file says more.
    const { itemName } = made(
      [{ user: 'a', item: 'Green Hill', rating: 3 }],
      '{"Green Hill":{"title":"Hill, green"}}',
    );
    expect(itemName).toBe('title');
  });

  it('is as sound as one that was written, whatever the file and folder are called', () => {
    const file = join(scratch, 'd.json');
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 })),
        (name, out, ratings) => {
          const reviews = ratings.map((rating) => ({
            user: 'u1',
            item: name,
            rating,
            aspects: { taste: rating },
          }));
          const neutral = neutralDescriptor(`${name}.jsonl`, out || undefined, reviews, new Map());
          writeFileSync(file, JSON.stringify(neutral));
          expect(readDescriptor(file)).toEqual(neutral);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('facts of items come from the items file, short ones that most items have', () => {
    const long = 'words '.repeat(30);
    const facts = {
      x: { title: 'X', grape: 'Merlot', blurb: long, rare: 'one' },
      y: { title: 'Y', grape: 'Pinot', blurb: long, country: 'France' },
      z: { title: 'Z', grape: 'Gamay', blurb: long, country: 'Spain' },
    };
    expect(made([{ user: 'a', item: 'x', rating: 4 }], JSON.stringify(facts))).toMatchObject({
      itemName: 'title',
      itemFacts: [
        { field: 'grape', label: 'Grape' },
        { field: 'country', label: 'Country' },
      ],
    });
  });

  it.each([
    [[1, 2, 5], { min: 1, max: 5, step: 1 }],
    [[0.5, 4.5], { min: 0.5, max: 5, step: 0.5 }],
    [[0, 1], { min: 0, max: 1, step: 1 }],
    [[1.3, 4.7], { min: 1, max: 5, step: 0.1 }],
    [[3, 9], { min: 1, max: 10, step: 1 }],
    [[33, 78], { min: 0, max: 100, step: 1 }],
    [[-9.95, 9.4], { min: -10, max: 10, step: 0.1 }],
    [[700], { min: 700, max: 701, step: 1 }],
    [[], { min: 1, max: 5, step: 1 }],
  ])('%j looks like %j', (values, scale) => {
    expect(scaleOf(values)).toEqual(scale);
  });
});

describe('the gallery', () => {
  it('lists no bundle under a name by which the page would not find it', () => {
    const manifest = {
      id: 'beers',
      name: 'B',
      model: { vocabularySize: 2, aspects: [] },
      counts: {},
      tables: {},
      files: [],
    };
    mkdirSync(join(scratch, 'mine'));
    writeFileSync(join(scratch, 'mine/manifest.json'), JSON.stringify(manifest));
    expect(() => datasetsIndex(scratch)).toThrow(
      /calls itself "beers", but the page opens it by its folder "mine"/,
    );
    writeFileSync(join(scratch, 'mine/manifest.json'), '{}');
    expect(() => datasetsIndex(scratch)).toThrow(/is no manifest of a bundle/);
    rmSync(scratch, { recursive: true });
  });
});
