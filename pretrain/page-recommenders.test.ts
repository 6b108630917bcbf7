import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../src/data/bundle';
import { createEngine } from '../src/engine/core/engine';
import { nodeBackends } from '../src/engine/core/nodeBackends';
import type { LogEntry } from '../src/engine/simulatedLog';
import { review } from '../src/engine/testing/review';
import { syntheticBundle } from '../src/engine/testing/syntheticBundle';
import { topTens } from '../src/model/catalogueRankings';
import {
  type Baseline,
  candidatesOf,
  catalogueScores,
  type History,
  heldOutOf,
  historyOf,
} from './baselines';
import { tuneBias, tuneDamping } from './baselines/bias';
import { tuneEase } from './baselines/ease';
import { tuneImplicitNeighbours } from './baselines/item-knn-implicit';
import { tunePopularity } from './baselines/popularity';
import { recommendersOf } from './baselines/tune-all';
import { bundleHistory, bundleRows, readBundleFolder } from './bundle-log';

const RELEVANT = 4;

/** The baselines that the page shows, tuned as `npm run evaluate` tunes them. */
function tunedOn(bundle: Bundle): readonly Baseline[] {
  const log = bundleHistory(bundle);
  const train = historyOf(log, bundleRows(bundle, 'train'));
  const validation = heldOutOf(log, bundleRows(bundle, 'validation'));
  const { model } = bundle.manifest;
  const config = { ...model, damping: tuneDamping(model, train, validation), relevant: RELEVANT };
  return [tuneEase, tuneImplicitNeighbours, tuneBias, tunePopularity].map((tune) =>
    tune(config, train, validation, 1),
  );
}

/** A log with one row more, or without one. */
const plus = (log: History, user: number, item: number, rating: number): History => ({
  ...log,
  users: Int32Array.from([...Array.from(log.users), user]),
  items: Int32Array.from([...Array.from(log.items), item]),
  ratings: Float64Array.from([...Array.from(log.ratings), rating]),
  words: [...log.words, []],
  userCount: Math.max(log.userCount, user + 1),
});
const without = (log: History, row: number): History =>
  historyOf(
    log,
    Int32Array.from(log.users, (_, k) => k).filter((k) => k !== row),
  );

describe.each(['teas', 'synthetic'])('the recommenders beside DReX, on the %s', (name) => {
  let bundle: Bundle;
  let engine: ReturnType<typeof createEngine>;
  let baselines: readonly Baseline[];
  beforeAll(async () => {
    const read = name === 'teas' ? await readBundleFolder('public/datasets/teas') : await syntheticBundle();
    baselines = tunedOn(read);
    const recommenders = recommendersOf(baselines, RELEVANT);
    bundle = { ...read, manifest: { ...read.manifest, recommenders } };
    engine = createEngine({ backends: nodeBackends, read: async () => bundle });
    await engine.start({ bundleUrl: 'memory:', backend: 'wasm' }, () => {});
  }, 60_000);

  /** The ten of each for a person on the page, by row. */
  async function onPage(log: readonly LogEntry[], person: string) {
    const quick = await engine.others({ times: 1, log, at: null, person });
    const solved = await engine.ease({ log, at: null, person }, () => {});
    const lists = ['list' in solved ? solved.list : null, quick.neighbours, quick.bias, quick.popularity];
    return lists.map((list) => list?.map(({ item }) => bundle.items.id.indexOf(item)));
  }

  const evaluated = (history: History, user: number) =>
    baselines.map((one) => [...topTens(candidatesOf(history), catalogueScores(one, history, [user]))(user)]);

  it('show anybody the ten that the baselines of `evaluate` rank first after the same log', async () => {
    const log = bundleHistory(bundle);
    for (let user = 0; user < log.userCount; user += name === 'teas' ? 7 : 1)
      expect(await onPage([], bundle.users.id[user])).toEqual(evaluated(log, user));
  });

  it('do so after a review, of somebody of the log or new, a deletion and a change', async () => {
    const plain = bundleHistory(bundle);
    const item = (row: number) => bundle.items.id[row];
    const own = bundle.users.id[0];
    const row = Array.from(plain.users).indexOf(0);
    const aspects = bundle.manifest.model.aspects.map(() => null);
    const reviews = [
      review('s1', { person: 'new-1', item: item(2), rating: 5, aspects }),
      review('s2', { person: own, item: item(5), rating: 1, aspects }),
    ];
    const newcomer = plain.userCount;
    const first = plus(plain, newcomer, 2, 5);
    const both = plus(first, 0, 5, 1);
    expect(await onPage(reviews.slice(0, 1), 'new-1')).toEqual(evaluated(first, newcomer));
    expect(await onPage(reviews, 'new-1')).toEqual(evaluated(both, newcomer));
    expect(await onPage(reviews, own)).toEqual(evaluated(both, 0));
    const deleted: LogEntry[] = [...reviews, { edit: 'delete', key: `b${row}` }];
    expect(await onPage(deleted, own)).toEqual(evaluated(without(both, row), 0));
    const changed: LogEntry[] = [{ edit: 'change', key: `b${row}`, rating: 1, aspects, text: null }];
    const ratings = Float64Array.from(plain.ratings);
    ratings[row] = 1;
    expect(await onPage(changed, own)).toEqual(evaluated({ ...plain, ratings }, 0));
  });
});

it('the teas ship with the settings that tuning finds on them', async () => {
  const bundle = await readBundleFolder('public/datasets/teas');
  expect(bundle.manifest.recommenders).toEqual(recommendersOf(tunedOn(bundle), RELEVANT));
});
