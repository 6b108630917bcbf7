import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBundle } from '../src/data/read';
import type { EngineApi } from '../src/engine/contract';
import { createEngine } from '../src/engine/core/engine';
import { nodeBackends } from '../src/engine/core/nodeBackends';
import { initialWeights } from '../src/training/variables';
import { readDescriptor } from './descriptor';
import { exportBundle, roundedWeights } from './export';
import { parseFacts } from './item-facts';
import { startTensorFlow } from './node-tf';
import { prepare } from './prepare';
import { parseReviews } from './reviews';
import { SMALL_SIZES } from './testing/planted-set';

/** Names that every object has, digits past 2^53, and marks that lists, paths and addresses use. */
const IDS = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'],
  ...['9007199254740992', '9007199254740993', 'a,"b"', 'x.y[0]', 'a/b?c=d&e#f', '🍺 Zoë', '~!', '0'],
];
const NAMES = ['constructor', '__proto__', 'toString'];
const folder = mkdtempSync(join(tmpdir(), 'drex-ids-'));
let engine: EngineApi;

const descriptor = {
  ...readDescriptor('pretrain/datasets/teas.json'),
  aspects: NAMES.map((field) => ({ field, label: field, min: 1, max: 5, step: 1 })),
  itemName: 'constructor',
  itemFacts: [...NAMES, 'valueOf'].map((field) => ({ field, label: field })),
  itemLabel: ['__proto__'],
};

beforeAll(async () => {
  await startTensorFlow();
  const lines = IDS.flatMap((user, u) =>
    IDS.map((item, i) => {
      const aspects = `{"constructor":${1 + (u % 5)},"__proto__":${1 + (i % 5)}}`;
      const text = 'constructor prototype __proto__ toString valueOf lovely';
      return `{"user":${JSON.stringify(user)},"item":${JSON.stringify(item)},"rating":${1 + ((u + i) % 5)},"aspects":${aspects},"text":"${text}"}`;
    }),
  );
  const data = prepare(
    'ids',
    parseReviews('ids', lines.join('\n'), { rating: descriptor.rating, aspects: descriptor.aspects }),
    descriptor,
    SMALL_SIZES,
    1,
  );
  const facts = '{"__proto__":{"constructor":"First","__proto__":"fact"},"0":{"toString":"other"}}';
  await exportBundle(join(folder, 'bundle'), {
    data,
    values: roundedWeights(initialWeights(data.config, 1, 2)),
    metrics: [],
    userFacts: new Map(),
    itemFacts: parseFacts('items', 'items', facts),
    order: 'as drawn',
    seed: 1,
    relevant: 4,
  });
  const read = async (path: string) => new Uint8Array(readFileSync(join(folder, 'bundle', path)));
  engine = createEngine({
    backends: nodeBackends,
    read: () => readBundle(read),
    readOptional: async () => null,
  });
  await engine.start({ bundleUrl: 'memory:/', backend: 'cpu' }, () => {});
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const request = (query: string) => ({ log: [], query, offset: 0, limit: 99 });

it('any id is found by the search under itself, with its own interactions', async () => {
  const people = (await engine.searchPeople(request(''))).rows;
  expect(people.map(({ id }) => id).sort()).toEqual([...IDS].sort());
  for (const id of IDS) {
    const { rows } = await engine.searchPeople(request(id));
    expect(rows.find((one) => one.id === id)?.interactions).toBe(IDS.length);
  }
  const items = (await engine.searchItems(request(''))).rows;
  expect(items.map(({ id }) => id).sort()).toEqual([...IDS].sort());
});

it('an item has the facts that the file gives it, and no others', async () => {
  const { rows } = await engine.searchItems(request(''));
  const of = (id: string) => rows.find((one) => one.id === id);
  expect(of('__proto__')).toMatchObject({ name: 'First', facts: ['First', 'fact', null, null] });
  expect(of('0')?.facts).toEqual([null, null, 'other', null]);
  expect(of('constructor')?.facts).toEqual([null, null, null, null]);
});

it('aspects of any name are those of the file, and absent where it has none; so are words and people added later', async () => {
  const added = { key: 'constructor', person: '__proto__', item: 'constructor', rating: 5 };
  const log = [{ ...added, aspects: [5, null, null], text: 'constructor lovely' }];
  for (const simulated of [[], log]) {
    const view = await engine.view({
      log: simulated,
      person: '__proto__',
      item: 'constructor',
      k: 3,
      words: 9,
    });
    const [own, proto, none] = view.person.profile.aspects;
    expect(own.mean).toBeCloseTo(simulated.length > 0 ? (2 * IDS.length + 5) / (IDS.length + 1) : 2);
    expect(proto.count).toBe(IDS.length);
    expect(none).toMatchObject({ mean: null, count: 0 });
    expect(view.person.profile.words.map(({ word }) => word)).toContain('constructor');
    expect(JSON.stringify(view)).not.toContain('native code');
  }
});
