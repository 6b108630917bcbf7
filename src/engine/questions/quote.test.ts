import { beforeAll, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import type { EngineApi } from '../contract';
import { createEngine } from '../core/engine';
import { nodeBackends } from '../core/nodeBackends';
import type { LogEntry } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';
import { review } from '../testing/review';

let bundle: Bundle;
let engine: EngineApi;
beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
});

const quote = (key: string, log: readonly LogEntry[] = [], at: string | null = null) =>
  engine.quote({ log, at, key });

it('quotes what was written here, as it was changed since, and what ships', async () => {
  const log = [review('s1', { person: 'new-1', rating: 4, text: 'Mr. Lee is dull.' })];
  expect(await quote('s1', log)).toEqual({
    key: 's1',
    personLabel: 'New person 1',
    rating: 4,
    text: 'Mr. Lee is dull.',
    time: null,
  });
  const row = bundle.interactions.hasText.indexOf(1);
  expect((await quote(`b${row}`)).text).toBe(`text of row ${row}`);
  const changed: LogEntry = {
    edit: 'change',
    key: `b${row}`,
    rating: null,
    aspects: [4, null],
    text: 'Better now.',
  };
  expect(await quote(`b${row}`, [changed])).toMatchObject({ rating: null, text: 'Better now.' });
});

it('quotes nothing of a review without words, nor of a set whose texts do not ship', async () => {
  const row = bundle.interactions.hasText.indexOf(0);
  expect((await quote(`b${row}`)).text).toBeNull();
  const bare = createEngine({ backends: nodeBackends, read: async () => ({ ...bundle, prose: null }) });
  await bare.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {});
  const told = bundle.interactions.hasText.indexOf(1);
  expect((await bare.quote({ log: [], at: null, key: `b${told}` })).text).toBeNull();
});

it('refuses a review that is not there, or not there yet', async () => {
  await expect(quote('s9')).rejects.toMatchObject({ why: { kind: 'request', field: 'key' } });
});

it('is offered with a pair of reviews just where there is something to quote', async () => {
  const { user, item, hasText } = bundle.interactions;
  const mine = user.findIndex((of) => of !== user[0]);
  const others = item.findIndex((of, row) => of !== item[mine] && user[row] !== user[mine]);
  const { reviews } = await engine.pairs({
    log: [],
    at: null,
    person: bundle.users.id[user[mine]],
    item: bundle.items.id[item[others]],
    mine: '',
  });
  expect(reviews.length).toBeGreaterThan(0);
  for (const { key, told } of reviews) expect(told).toBe(hasText[Number(key.slice(1))] === 1);
});
