import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRICS } from '../src/data/manifest';
import { readBundle } from '../src/data/read';
import { Checkpoints } from './checkpoint';
import { readDescriptor } from './descriptor';
import { exportBundle } from './export';
import { parseFacts } from './item-facts';
import { startTensorFlow } from './node-tf';
import { describeOrder } from './order';
import { predictFrom } from './predictor';
import { type Prepared, rowsOf } from './prepare';
import { DEFAULT_TRAINING, type Training } from './recipe';
import type { Review } from './review';
import { parseReviews } from './reviews';
import { BASELINE_IDS } from './testing/baseline-ids';
import { planted, SMALL_SIZES } from './testing/planted-set';
import { trainModel } from './train';
import { textVectors } from './train-text';

const MODELS = ['drex', ...BASELINE_IDS];
const training: Training = {
  ...DEFAULT_TRAINING,
  sizes: SMALL_SIZES,
  textEpochs: 2,
  episodes: 12,
};
const descriptor = readDescriptor('pretrain/datasets/beers.json');
const folder = mkdtempSync(join(tmpdir(), 'drex-'));
let reviews: Review[];
let trained: Awaited<ReturnType<typeof trainModel>>;
const run = (checkpoints: string, options = training) =>
  trainModel('planted', reviews, [], descriptor, options, new Checkpoints(join(folder, checkpoints), 1));

beforeAll(async () => {
  await startTensorFlow();
  reviews = parseReviews('planted', planted(), { rating: null, aspects: null });
  trained = await run('a');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('training', () => {
  it('gives the same weights again from the same seed', async () => {
    const again = await run('b');
    expect(again.values).toEqual(trained.values);
    expect(again.metrics).toEqual(trained.metrics);
  }, 60_000);

  it('resumes after a kill with the result of an uninterrupted run', async () => {
    const stop = new Error('killed');
    const dying = new Checkpoints(join(folder, 'c'), 1);
    const save = dying.save.bind(dying);
    dying.save = (name, episode, arrays) => {
      save(name, episode, arrays);
      if (name === 'stream') throw stop;
    };
    await expect(trainModel('planted', reviews, [], descriptor, training, dying)).rejects.toBe(stop);
    const resumed = await run('c');
    for (const [name, values] of Object.entries(trained.values)) {
      const other = resumed.values[name as keyof typeof resumed.values];
      expect(Math.max(...values.map((v, k) => Math.abs(v - other[k])))).toBeLessThan(1e-3);
    }
  }, 60_000);

  it('never lets the feedback of a target move its own prediction', () => {
    const { data, values } = trained;
    const vectors = textVectors(data, values);
    const test = rowsOf(data, 'test');
    const pairs = { users: test.map((r) => data.users[r]), items: test.map((r) => data.items[r]) };
    const history = rowsOf(data, 'train', 'validation');
    const before = predictFrom(data, vectors, values, history, pairs);
    const ratings = data.ratings.slice();
    const feedback = data.feedback.slice();
    const bent = vectors.slice();
    for (const row of test) {
      ratings[row] = 0.5;
      feedback[row] = { rating: 0.5, aspects: descriptor.aspects.map((a) => a.max) };
      bent.fill(9, row * data.config.embedSize, (row + 1) * data.config.embedSize);
    }
    const perturbed: Prepared = { ...data, ratings, feedback };
    expect(predictFrom(perturbed, bent, values, history, pairs)).toEqual(before);
  });
});

describe('the exported bundle', () => {
  it('is read back by the reader of the page, whole and verified', async () => {
    const out = join(folder, 'bundle');
    const manifest = await exportBundle(out, {
      ...trained,
      itemFacts: parseFacts('items', 'items', '{"i1":{"item_name":"One","style":"S"}}'),
      userFacts: new Map(),
      order: describeOrder(reviews),
      seed: 1,
      relevant: 4,
    });
    const bundle = await readBundle(async (path) => new Uint8Array(readFileSync(join(out, path))));
    expect(bundle.manifest).toEqual(manifest);
    expect([...bundle.interactions.user]).toEqual([...trained.data.users]);
    expect([...bundle.interactions.rating]).toEqual([...trained.data.ratings]);
    expect(bundle.items.name).toContain('One');
    await bundle.words.load();
    expect(bundle.weights.get('user/gru/input_kernel')).toEqual(trained.values['user/gru/input_kernel']);
    expect(readdirSync(folder).filter((f) => f.startsWith('bundle'))).toEqual(['bundle']);
  });

  it('evaluates from the command line, unknown people counted', () => {
    const test = join(folder, 'test.jsonl');
    writeFileSync(
      test,
      '{"user":"stranger","item":"i1","rating":4}\n{"user":"stranger","item":"new","rating":2}\n' +
        '{"user":"another","item":"i2","rating":1}\n{"user":"another","item":"i3","rating":5}\n',
    );
    const json = join(folder, 'rows.json');
    const said = execFileSync(
      'npx',
      ['tsx', 'pretrain/evaluate.ts', '--bundle', join(folder, 'bundle'), '--test', test, '--json', json],
      { encoding: 'utf8' },
    );
    expect(said).toContain('4 interactions measured; 2 unknown people and 1 unknown items');
    const rows = JSON.parse(readFileSync(json, 'utf8')) as Record<string, number>[];
    expect(rows.map((r) => r.model)).toEqual(MODELS);
    for (const row of rows) expect(Object.keys(row)).toEqual(['model', 'label', ...METRICS, 'n']);
    expect(rows[0].n).toBe(4);
    expect(rows[0].mae).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row['catalogue/ndcg@10']).toBeGreaterThanOrEqual(0);
      expect(row['coverage@10']).toBeGreaterThan(0);
      expect(row['overlap@10']).toBeGreaterThan(0);
    }
  }, 60_000);

  it('evaluates its own test part as training measured it, and people of whom little is known', () => {
    const json = join(folder, 'own.json');
    const bundle = join(folder, 'bundle');
    const asked = ['pretrain/evaluate.ts', '--bundle', bundle, '--json', json, '--short'];
    const said = execFileSync('npx', ['tsx', ...asked], { encoding: 'utf8' });
    expect(said).toContain('where only the first 1, 2, 5 reviews of a person are known');
    const rows = JSON.parse(readFileSync(json, 'utf8')) as (Record<string, number> & {
      short: Record<string, number>[];
    })[];
    const { metrics } = JSON.parse(readFileSync(join(bundle, 'manifest.json'), 'utf8'));
    expect(metrics.rows.map((r: { model: string }) => r.model)).toEqual(MODELS);
    rows.forEach(({ short, ...row }, k) => {
      expect(short.map(({ known }) => known)).toEqual([1, 2, 5]);
      for (const one of short) expect(one['catalogue/recall@10']).toBeLessThanOrEqual(1);
      const before = metrics.rows[k];
      expect([row.model, row.label, row.n]).toEqual([before.model, before.label, before.n]);
      // Words that the bundle keeps are fewer than those that stood in the texts.
      if (String(row.model) === 'content') return;
      for (const name of METRICS)
        if (before[name] === null) expect(row[name]).toBeNull();
        else expect(row[name]).toBeCloseTo(before[name], 3);
    });
  }, 120_000);
});
