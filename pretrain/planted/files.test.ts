import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readDescriptor } from '../descriptor';
import { readReviews } from '../reviews';
import { plantedFiles } from './files';
import { generate } from './generate';
import { keywordsOf } from './lexicon';
import { TRAITS } from './traits';

const DATA = 'pretrain/planted/data';
const planted = generate(1);
const files = plantedFiles(planted);

it.each([...files.keys()])('the kept %s is what the generator makes of the default seed', (name) => {
  const kept = readFileSync(`${DATA}/${name}`);
  const made = files.get(name)!;
  if (typeof made === 'string') return expect(kept.toString('utf8')).toBe(made);
  // Another build of zlib may pack the same text into other bytes, so the text is compared, and the header apart.
  expect(gunzipSync(kept).toString('utf8')).toBe(gunzipSync(made).toString('utf8'));
  expect([...kept.subarray(0, 10)]).toEqual([...made.subarray(0, 10)]);
});

it('compresses without a time stamp', () => {
  const made = files.get('teas.jsonl.gz') as Uint8Array;
  expect([...made.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
});

it('the kept reviews fit the descriptor', () => {
  const descriptor = readDescriptor('pretrain/datasets/teas.json');
  expect(descriptor.planted).toBe(true);
  const read = readReviews(`${DATA}/teas.jsonl.gz`, {
    rating: descriptor.rating,
    aspects: descriptor.aspects,
  });
  expect(read).toHaveLength(planted.reviews.length);
});

it('the truth file tells of everyone, everything and every review', () => {
  const told = JSON.parse(files.get('teas.truth.json') as string);
  expect(Object.keys(told.people)).toEqual(planted.people.map((p) => p.id));
  expect(Object.keys(told.teas)).toEqual(planted.teas.map((t) => t.id));
  expect(told.interactions).toHaveLength(planted.reviews.length);
  for (const trait of TRAITS) expect(told.traits[trait].keywords).toEqual(keywordsOf(trait));
  for (const person of planted.people)
    expect(told.people[person.id].loves).toEqual(TRAITS.filter((t) => person.tastes[t] >= 0.5));
});
