import { readFileSync } from 'node:fs';
import { parquetMetadata } from 'hyparquet';
import { expect, it } from 'vitest';
import { loaded } from '../src/data/bundle';
import { evidenceSchema } from '../src/data/evidence';
import { stateOf } from '../src/data/modelState';
import { readManifest } from '../src/data/readManifest';
import { unpack } from '../src/data/unpack';
import { createEngine } from '../src/engine/core/engine';
import { nodeBackends } from '../src/engine/core/nodeBackends';
import { toldOfUnrated } from '../src/model/told';
import type { WeightValues } from '../src/model/weights';
import { readBundleFolder } from './bundle-log';
import { readDescriptor } from './descriptor';
import { factInLabel, unrepeated } from './item-labels';
import { speller } from './respelt';

/** First digits of hashes that stand in links and logs of before the choice score. */
const BEFORE = ['fc3e74ab8af0', '56af6f9aae4c', 'fceaf32a6c56', '20ed37e028ec', 'fd2f4b6b9620'];
const readEvidence = (file: string) => evidenceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const SETS = ['beers', 'books', 'films', 'instruments', 'teas'];

it.each(SETS)(
  '%s: the bundle fits its hash, and links of before are known for those of another model',
  async (id) => {
    const { manifest, changedSinceMeasured } = await readBundleFolder(`public/datasets/${id}`);
    expect(stateOf(manifest.modelHash, manifest)).toEqual({ is: 'same' });
    for (const hash of BEFORE) expect(stateOf(hash, manifest)).toEqual({ is: 'other' });
    expect(changedSinceMeasured).toBeNull();
  },
);

it.each(SETS)(
  '%s: the first list knows what the texts of unrated reviews tell, without their vectors',
  async (id) => {
    const { interactions, manifest, textVectors, weights } = await readBundleFolder(`public/datasets/${id}`);
    const told = toldOfUnrated(
      manifest.model,
      Object.fromEntries(weights) as WeightValues,
      loaded(textVectors),
      { ratings: interactions.rating, hasText: interactions.hasText },
    );
    expect(interactions.told).toEqual(told);
    expect(told !== undefined).toBe(['books', 'teas'].includes(id));
  },
);

it.each(SETS)('%s: its evidence has all that the Evidence view leads with', (id) => {
  const { models, behaviours, faithfulness } = readEvidence(`public/datasets/${id}/evidence.json`);
  expect(models.map((one) => one.id)).toEqual(expect.arrayContaining(['drex', 'ease', 'bias', 'no-text']));
  expect(behaviours?.length).toBeGreaterThan(0);
  expect(faithfulness?.list?.heaviest.value).toBeGreaterThan(0);
});

/** Columns that may hold text, in all sets: ids, names, facts and single words. */
const WORDS = /^(?:id|name|label|word|fact_\w+)$/;

it.each(SETS)('%s: whole texts ship only where the terms of the source let them', async (id) => {
  const { planted, shipsTexts } = readDescriptor(`pretrain/datasets/${id}.json`);
  const folder = `public/datasets/${id}`;
  const { tables, files } = readManifest(readFileSync(`${folder}/manifest.json`));
  const open = planted || shipsTexts;
  expect('texts' in tables).toBe(open);
  const tablesOf = files.filter(({ path }) => path.includes('.parquet'));
  const contents = tablesOf.map((file) => unpack(file, readFileSync(`${folder}/${file.path}`)));
  const found = (await Promise.all(contents))
    .flatMap((bytes) => parquetMetadata(Uint8Array.from(bytes).buffer).schema)
    .filter((column) => column.type === 'BYTE_ARRAY' && !WORDS.test(column.name));
  expect(found.length > 0).toBe(open);
});

it('texts ship of the books and of the teas alone', () => {
  const open = SETS.filter((id) => {
    const { planted, shipsTexts } = readDescriptor(`pretrain/datasets/${id}.json`);
    return planted || shipsTexts;
  });
  expect(open).toEqual(['books', 'teas']);
});

it('teas: whoever writes here what somebody of the bundle wrote has the same profile, tones included', async () => {
  const bundle = await readBundleFolder('public/datasets/teas');
  const { interactions, users, items, manifest } = bundle;
  const texts = (await bundle.prose?.load())?.texts;
  const engine = createEngine({ backends: nodeBackends, read: async () => bundle });
  await engine.start({ bundleUrl: 'memory:', backend: 'wasm' }, () => {});
  const log = Array.from(interactions.user.keys())
    .filter((row) => interactions.user[row] === 0)
    .map((row) => ({
      key: `s${row}`,
      person: 'new-1',
      item: items.id[interactions.item[row]],
      rating: Number.isNaN(interactions.rating[row]) ? null : interactions.rating[row],
      aspects: manifest.model.aspects.map(() => null),
      text: texts?.[row] ?? '',
    }));
  const profileOf = async (person: string) => {
    const asked = { log, person, item: null, at: null, shown: null, k: 5, words: 100 };
    const { profile } = (await engine.view(asked)).person;
    return new Map(profile.words.map((one) => [one.word, one]));
  };
  const [own, theirs] = [await profileOf('new-1'), await profileOf(users.id[0])];
  expect(theirs.size).toBeGreaterThan(5);
  expect([...own.keys()].sort()).toEqual([...theirs.keys()].sort());
  const tones = [...theirs.values()].flatMap(({ evidence }) => evidence.map(({ tone }) => tone));
  expect(tones.filter((tone) => tone > 0).length).toBeGreaterThan(0);
  expect(tones.filter((tone) => tone < 0).length).toBeGreaterThan(0);
  for (const [word, { weight, evidence }] of theirs) {
    expect(own.get(word)?.weight).toBeCloseTo(weight, 3);
    expect(own.get(word)?.evidence[0].tone).toBeCloseTo(evidence[0].tone, 3);
  }
}, 120_000);

it.each(SETS)('%s: says in its own words what it is, and how items without names are named', async (id) => {
  const { manifest } = await readBundleFolder(`public/datasets/${id}`);
  const { about, unnamed, itemName, spelling } = readDescriptor(`pretrain/datasets/${id}.json`);
  expect(manifest.about).toBe(about);
  expect(manifest.about).toBeTruthy();
  expect(manifest.unnamed).toBe(unnamed);
  expect(manifest.unnamed !== undefined).toBe(itemName === null);
  // Nothing that ships has lost letters that are known.
  const { items, users } = await readBundleFolder(`public/datasets/${id}`);
  const spelt = speller(spelling);
  const all = [...items.name, ...users.label, ...Object.values(items.facts).flat()];
  expect(all.filter((text) => text !== null && spelt(text) !== text)).toEqual([]);
});

it('beers are spelt as their brewers spell them', async () => {
  const { items, users } = await readBundleFolder('public/datasets/beers');
  expect(items.name).toEqual(
    expect.arrayContaining([
      'Chimay Bleue (Blue) / Grande Réserve',
      'Aecht Schlenkerla Rauchbier Märzen',
      'Paulaner Original Münchner Hell (Premium Lager)',
      'To Øl First Frontier IPA',
    ]),
  );
  expect(items.facts.style).toEqual(expect.arrayContaining(['Bière de Garde', 'Kölsch']));
  expect(new Set(items.name).size).toBe(items.name.length);
  expect(users.label.some((label) => label.includes('Märzen'))).toBe(true);
});

it.each(['films', 'instruments'])('%s: no made name says a thing twice, and no two are alike', async (id) => {
  const { items } = await readBundleFolder(`public/datasets/${id}`);
  const { itemLabel } = readDescriptor(`pretrain/datasets/${id}.json`);
  expect(new Set(items.name).size).toBe(items.name.length);
  items.name.forEach((name, k) => {
    const facts = itemLabel.flatMap((field) => {
      const fact = items.facts[field][k];
      return fact ? [factInLabel(fact)] : [];
    });
    const [first, second] = name.replace(/ \(\w+\)$/, '').split(' · ');
    const words = (facts.length > 0 ? (second ?? '') : first).split(', ').filter(Boolean);
    expect(unrepeated(words, facts), name).toEqual(words);
  });
});

it.each(['beers', 'films', 'instruments'])('%s: people are described by nothing twice', async (id) => {
  const { users, items } = await readBundleFolder(`public/datasets/${id}`);
  for (const label of users.label) {
    const parts = label.split(' · ');
    const facts = Object.keys(items.facts).length > 0 ? parts.slice(0, 1) : [];
    const words = parts.slice(facts.length).join().split(', ').filter(Boolean);
    expect(unrepeated(words, facts), label).toEqual(words);
  }
});

it.each([
  ['books', 'mary moss', { named: true, kind: 'critic', facts: ['The Atlantic Monthly'] }],
  ['books', 'athenaeum', { named: true, kind: 'periodical', facts: [] }],
  ['teas', 'amara', { named: true, kind: null, facts: [], label: 'Amara' }],
  ['beers', 'imperial stout', { named: false, kind: null, facts: [] }],
])(
  '%s: "%s" finds somebody who is called what the data say',
  async (id, query, called) => {
    const bundle = await readBundleFolder(`public/datasets/${id}`);
    const engine = createEngine({ backends: nodeBackends, read: async () => bundle });
    await engine.start({ bundleUrl: 'memory:', backend: 'wasm' }, () => {});
    const { rows } = await engine.searchPeople({ query, offset: 0, limit: 1, log: [] });
    expect(rows[0]).toMatchObject(called);
  },
  60_000,
);
