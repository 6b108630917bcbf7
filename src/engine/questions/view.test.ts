import { beforeEach, expect, it, vi } from 'vitest';
import { setBackend } from '../../model/tf';
import type { EngineApi } from '../contract';
import { createEngine } from '../core/engine';
import { nodeBackends } from '../core/nodeBackends';
import { Scorer } from '../core/scores';
import type { Edit } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';
import { review } from '../testing/review';
import { syntheticBundle } from '../testing/syntheticBundle';
import type { ViewRequest } from './view';

const scenarios = vi.hoisted(() => [] as number[]);
vi.mock('../core/scenario', async (load) => {
  const real = await load<typeof import('../core/scenario')>();
  class Counted extends real.Scenario {
    constructor(...given: ConstructorParameters<typeof real.Scenario>) {
      super(...given);
      scenarios.push(given[1].length);
    }
  }
  return { ...real, Scenario: Counted };
});

let engine: EngineApi;
/** As another thread gives it: with entries of its own. */
const ask = (changes: Partial<ViewRequest>) =>
  engine.view(structuredClone({ log: [], person: 'u0', item: null, k: 5, words: 5, ...changes }));

beforeEach(async () => {
  ({ engine } = await liveEngine());
});

/** What is computed for an answer: lengths of the logs that were read, entries that were keyed, times of scoring. */
async function costOf(asked: Partial<ViewRequest>, answer: (of: typeof asked) => Promise<unknown> = ask) {
  const keyed = vi.spyOn(JSON, 'stringify');
  const scored = vi.spyOn(Scorer.prototype as unknown as { scoreWith: () => void }, 'scoreWith');
  scenarios.length = 0;
  await answer(asked);
  const entries = keyed.mock.calls.filter(([one]) => one && typeof one === 'object' && 'key' in one);
  const cost = { logs: [...scenarios], keys: entries.length, scores: scored.mock.calls.length };
  vi.restoreAllMocks();
  return cost;
}

it('reads the log once, keys each entry once and scores once for a review that is added', async () => {
  const log = [review('s1', { item: 'i1' }), review('s2', { item: 'i2' })];
  await ask({ log, item: 'i2', shown: 's2' });
  const more = [...log, review('s3', { item: 'i3' })];
  expect(await costOf({ log: more, item: 'i3', shown: 's3' })).toEqual({ logs: [3], keys: 3, scores: 1 });
});

it('imagines the last review away without reading a log', async () => {
  const log = [review('s1', { item: 'i1' }), review('s2', { item: 'i2' })];
  await ask({ log, item: 'i2', shown: 's2' });
  const effect = () => engine.effect({ log, at: null, key: 's2', person: 'u0', item: 'i2', k: 5 });
  expect(await costOf({}, effect)).toMatchObject({ logs: [], scores: 0 });
});

it('makes each world of a log from a link from the one before it', async () => {
  const log = ['i1', 'i2', 'i3'].map((item, k) => review(`s${k}`, { item }));
  expect(await costOf({ log, item: 'i3', shown: 's2' })).toEqual({ logs: [2, 3], keys: 3, scores: 2 });
});

it('shows no change of what is deleted, or was never there', async () => {
  const log = [review('s1')];
  const changed = async (asked: Partial<ViewRequest>) => (await ask(asked)).change?.cause?.key ?? null;
  expect(await changed({ log, shown: 's1' })).toBe('s1');
  expect(await changed({ log, shown: 's2' })).toBeNull();
  expect(await changed({ log: [...log, { edit: 'delete', key: 's1' }], shown: 's1' })).toBeNull();
});

it('names who wrote of what, without what is deleted', async () => {
  const log = [review('s1'), review('s2', { person: 'new-1', item: 'i2' }), review('s3')];
  const { written } = await ask({ log: [...log, { edit: 'delete', key: 's3' }] });
  expect(written.map(({ key }) => key)).toEqual(['s1', 's2']);
  expect(written[1].person).toBe('New person 1');
});

it('calls new people what the log calls them, in the past too, and a name changes no number', async () => {
  const name = (person: string, name: string): Edit => ({ edit: 'name', person, name });
  const log = [review('s1', { person: 'new-1' }), review('s2', { person: 'new-2' })];
  const plain = await ask({ log, person: 'new-1', shown: 's1' });
  const named = [...log, name('new-1', 'Ana'), name('new-2', 'Ana'), name('new-1', 'Ana Maria')];
  const after = await ask({ log: named, person: 'new-1', shown: 's1' });
  expect(plain.person.summary).toMatchObject({ label: 'New person 1', named: false });
  expect(after.person.summary).toMatchObject({ label: 'Ana Maria', named: true });
  expect(after.written.map(({ person }) => person)).toEqual(['Ana Maria', 'Ana']);
  expect(after.recommendations).toEqual(plain.recommendations);
  expect(after.change).toEqual(plain.change);
  const past = await ask({ log: named, person: 'new-2', at: 's1' });
  expect(past.person.summary).toMatchObject({ label: 'Ana', interactions: 0 });
  const taken = await ask({ log: [...named, name('new-1', '')], person: 'new-1' });
  expect(taken.person.summary).toMatchObject({ label: 'New person 1', named: false });
  // Who is only named so far is there to be found.
  const page = await engine.searchPeople({
    query: 'zoë',
    offset: 0,
    limit: 3,
    log: [name('new-1', 'Zoë')],
  });
  expect(page.rows.map(({ id, label }) => [id, label])).toEqual([['new-1', 'Zoë']]);
});

it('refuses to name somebody of the data, and names that are none', async () => {
  const edit = (person: string, name: string): Edit => ({ edit: 'name', person, name });
  const log = [edit('u0', 'Ana'), edit('new-1', 'a\nb'), edit('new-1', 'b'.repeat(41))];
  const { problems } = await engine.check({ logs: [log], person: null, item: null, at: null });
  expect(problems[0].map(({ field, what }) => [field, what.is])).toEqual([
    ['person', 'not-new'],
    ['name', 'no-name'],
    ['name', 'no-name'],
  ]);
});

it('expects of a pair whose review came last just what was expected before it', async () => {
  const item = 'i3';
  const before = await ask({ log: [review('s1')], person: 'new-1', item });
  const after = await ask({
    log: [review('s1'), review('s2', { person: 'new-1', item })],
    person: 'new-1',
    item,
  });
  expect(after.item?.prediction).toEqual({ ...before.item?.prediction, ownReview: 'left-out' });
});

it('has the match of the states as one term before the replay, when no gates tell reviews apart', async () => {
  await setBackend('cpu');
  const bundle = await syntheticBundle();
  const fresh = createEngine({ backends: nodeBackends, read: async () => bundle });
  await fresh.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {});
  const asked: ViewRequest = { log: [], person: 'u0', item: 'i1', k: 5, words: 5 };
  const [stored, live] = [await fresh.view(asked), await ask({ item: 'i1' })];
  expect(stored.source).toBe('stored');
  for (const { terms, reasons } of stored.recommendations) {
    expect(terms).toMatchObject({ initial: null, reviews: null });
    expect(reasons.every(({ is }) => is === 'word')).toBe(true);
  }
  for (const { terms } of live.recommendations) expect(terms.reviews).not.toBeNull();
  // Who has done nothing has a beginning alone.
  const [first] = (await fresh.view({ ...asked, person: 'new-1' })).recommendations;
  expect(first.terms.initial).toBeCloseTo(first.choice.states, 5);
});

it('says of each recommendation where everyone’s list has it', async () => {
  const { recommendations, everyone, candidates } = await ask({ k: 99, times: 0 });
  expect(everyone).toHaveLength(candidates);
  const places = recommendations.map(({ item }) => everyone.findIndex((one) => one.item.id === item.id) + 1);
  expect(recommendations.map(({ popular }) => popular)).toEqual(places);
  expect(places.some((place, k) => place !== k + 1)).toBe(true);
});

it('refuses a dial that is no number of times', async () => {
  for (const times of [-1, Number.NaN])
    await expect(ask({ times })).rejects.toMatchObject({ why: { kind: 'request', field: 'times' } });
});

it('tells a difference from replayed states on both sides, also where it is the first that is asked', async () => {
  await setBackend('cpu');
  const bundle = await syntheticBundle();
  const itemStates = bundle.itemStates.map((value) => value + 1e-4);
  const read = async () => ({ ...bundle, itemStates });
  const fresh = createEngine({ backends: nodeBackends, read });
  await fresh.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {});
  const log = [review('s1')];
  const asked: ViewRequest = { log, person: 'u0', item: 'i1', shown: 's1', k: 5, words: 5 };
  const [first, live] = [await fresh.view(asked), await ask({ log, item: 'i1', shown: 's1' })];
  expect(first.change).toEqual(live.change);
});
