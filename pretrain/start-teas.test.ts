import { beforeAll, expect, it } from 'vitest';
import { createEngine } from '../src/engine/core/engine';
import { nodeBackends } from '../src/engine/core/nodeBackends';
import type { View, ViewRequest } from '../src/engine/questions/view';
import { changedPlaces } from '../src/views/shared/announcements';
import { OFFERED } from '../src/views/start/offered';
import { readBundleFolder } from './bundle-log';

let engine: ReturnType<typeof createEngine>;
const ids = (list: View['everyone'] | View['recommendations']) => list.map(({ item }) => item.id);
const see = (log: ViewRequest['log']) => engine.view({ log, person: 'new-1', item: null, k: 10, words: 3 });

beforeAll(async () => {
  const bundle = await readBundleFolder('public/datasets/teas');
  engine = createEngine({ backends: nodeBackends, read: async () => bundle });
  await engine.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {});
  await engine.replay(() => {});
});

it('the teas of the start are there, of other kinds, known for other words, and in nobody’s first ten', async () => {
  const offered = OFFERED.map(({ id }) => id);
  const spoken = await engine.spoken({ log: [], at: null, items: offered, words: 2 });
  expect(new Set(spoken.map(({ item }) => item.facts[0])).size).toBe(offered.length);
  expect(new Set(spoken.map(({ words }) => words[0])).size).toBe(offered.length);
  const { everyone } = await see([]);
  for (const id of offered) expect(ids(everyone)).not.toContain(id);
});

it.each(OFFERED)('what is said of $id by way of example changes the list', async ({ id, rating, text }) => {
  const aspects = Array.from({ length: 6 }, () => null);
  const { everyone, recommendations } = await see([
    { key: 's1', person: 'new-1', item: id, rating, aspects, text },
  ]);
  expect(changedPlaces(ids(everyone), ids(recommendations))).toBeGreaterThanOrEqual(5);
  // Something of everyone’s first falls by several places: there is something to guess.
  expect(Math.max(...everyone.map(({ rank }, k) => rank - k - 1))).toBeGreaterThanOrEqual(3);
});
