import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialWeights } from '../src/training/variables';
import { readBundleFolder } from './bundle-log';
import type { Descriptor } from './descriptor';
import { readSet, type SourceSet } from './evidence/sets';
import { exportBundle, roundedWeights } from './export';
import { startTensorFlow } from './node-tf';
import { describeOrder } from './order';
import { openPredictor } from './predictor';
import { type Prepared, prepare, rowsOf } from './prepare';
import { SMALL_SIZES } from './testing/planted-set';
import { textVectors } from './train-text';

const folder = mkdtempSync(join(tmpdir(), 'drex-books-'));
/** Enough to learn from, and soon read. */
const SOME = 1500;
let source: SourceSet;
let data: Prepared;

const prepared = (descriptor: Descriptor): Prepared =>
  prepare('books', source.reviews.slice(0, SOME), descriptor, SMALL_SIZES, 1);

beforeAll(async () => {
  await startTensorFlow();
  source = readSet('books', 'nowhere');
  data = prepared(source.descriptor);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function shipped(of: Prepared, name: string) {
  const out = join(folder, name);
  const values = roundedWeights(initialWeights(of.config, 1, 1));
  const { itemFacts, userFacts } = source;
  const order = describeOrder(source.reviews);
  await exportBundle(out, {
    data: of,
    values,
    metrics: [],
    itemFacts,
    userFacts,
    order,
    seed: 1,
    relevant: 4,
  });
  return readBundleFolder(out);
}

describe('the books', () => {
  it('are read from the repository, with dates of 1904 to 1907, names and notes', () => {
    expect(source.reviews).toHaveLength(14_534);
    const years = source.reviews.flatMap(({ time }) =>
      time === null ? [] : [new Date(time * 1000).getUTCFullYear()],
    );
    expect([Math.min(...years), Math.max(...years)]).toEqual([1904, 1907]);
    for (const { user, item } of source.reviews) {
      expect(source.userFacts.get(user)?.has('name')).toBe(true);
      expect(source.itemFacts.get(item)?.has('title')).toBe(true);
    }
    expect(source.descriptor.faces?.items.every((id) => source.itemFacts.has(id))).toBe(true);
  });

  it('ship their sentences, dates, notes and the names of those who wrote', async () => {
    const bundle = await shipped(data, 'open');
    const { texts, times, notes } = await bundle.prose!.load();
    expect(texts).toEqual(data.texts);
    expect([...times!]).toEqual([...data.times!]);
    expect(times!.some((time) => time < -2e9)).toBe(true);
    const row = bundle.items.id.findIndex((id) => source.itemFacts.get(id)?.has('about'));
    expect(notes![row]).toBe(source.itemFacts.get(bundle.items.id[row])?.get('about'));
    const critic = bundle.users.facts.kind.indexOf('critic');
    expect(bundle.users.label[critic]).toBe(source.userFacts.get(bundle.users.id[critic])?.get('name'));
    expect(bundle.users.facts.periodical[critic]).not.toBeNull();
  });

  it('would ship neither sentence nor date nor note if their descriptor did not say so', async () => {
    const { manifest, prose } = await shipped(
      prepared({ ...source.descriptor, shipsTexts: false }),
      'closed',
    );
    expect(prose).toBeNull();
    expect(manifest.tables).not.toHaveProperty('texts');
    expect(manifest.tables).not.toHaveProperty('notes');
    expect(readdirSync(join(folder, 'closed')).filter((name) => /text[s.]|note/.test(name))).toEqual([]);
  });

  it('never let the signs of a target reach its rating or its place in the list', () => {
    const values = initialWeights(data.config, 1, 1);
    const vectors = textVectors(data, values);
    const test = rowsOf(data, 'test');
    const pairs = { users: test.map((row) => data.users[row]), items: test.map((row) => data.items[row]) };
    const told = (of: Prepared, history: Int32Array) => {
      const predictor = openPredictor(of, vectors, values, history);
      const found = [
        [...predictor.pairs(pairs)],
        ...[...new Set(pairs.users)].map((user) => [...predictor.choice(user)]),
      ];
      predictor.dispose();
      return found;
    };
    const bend = (rows: Int32Array): Prepared => {
      const feedback = data.feedback.slice();
      for (const row of rows) feedback[row] = { ...feedback[row], aspects: [0, 3] };
      return { ...data, feedback };
    };
    const history = rowsOf(data, 'train', 'validation');
    const before = told(data, history);
    expect(told(bend(test), history)).toEqual(before);
    // What is bent is read elsewhere.
    expect(told(bend(history), history)).not.toEqual(before);
  });
});
