import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atHand, type Bundle } from '../../data/bundle';
import { logStatistics } from '../../model/bias';
import { choiceItems, choiceScores, choiceUsers } from '../../model/choice';
import { PERSON_DAMPING, weightIn, wordsIn } from '../../model/keywordMatch';
import { overlap } from '../../model/lists';
import { errors, meanRanking, ndcg, ownRankings } from '../../model/metrics';
import { initialStates, replay } from '../../model/replay';
import { bothSides, gatherSide, scorePairs } from '../../model/score';
import { deviationsOf, signOf } from '../../model/signs';
import { dispose, gather, memory, setBackend, tensor1d, tensor2d, tidy } from '../../model/tf';
import type { EngineApi } from '../contract';
import { disposeBrain, logFeatures, makeBrain } from '../core/brain';
import { makeCatalogue } from '../core/catalogue';
import { createEngine } from '../core/engine';
import { nodeBackends } from '../core/nodeBackends';
import { syntheticBundle } from '../testing/syntheticBundle';
import { syntheticEvidence } from '../testing/syntheticEvidence';
import type { EvaluationRequest } from './evaluate';

const ALL: EvaluationRequest = { text: true, rating: true, aspects: true };
const nothing = () => {};
let bundle: Bundle;
let engine: EngineApi;

/** Every sixth row is test, every sixth validation, so that parts mix in the stream. */
const mixed = (made: Bundle): Bundle => ({
  ...made,
  interactions: {
    ...made.interactions,
    split: made.interactions.split.map((_, row) => (row % 6 === 0 ? 2 : row % 6 === 1 ? 1 : 0)),
  },
});

const open = async (files: Record<string, string> = {}): Promise<EngineApi> => {
  const made = createEngine({
    backends: nodeBackends,
    read: async () => bundle,
    readOptional: async (url) => (url in files ? new TextEncoder().encode(files[url]) : null),
  });
  await made.start({ bundleUrl: 'memory:/', backend: 'cpu' }, nothing);
  return made;
};

beforeAll(async () => {
  await setBackend('cpu');
  bundle = mixed(await syntheticBundle());
});
beforeEach(async () => {
  engine = await open();
});

/** The protocol once more, in the plainest way: only the history exists. */
async function byHand(request: EvaluationRequest, frozen = false) {
  const { interactions: log } = bundle;
  const absent = (column: Float64Array) => column.map(() => Number.NaN);
  const masked: Bundle = {
    ...bundle,
    interactions: {
      ...log,
      hasText: request.text ? log.hasText : log.hasText.map(() => 0),
      rating: request.rating ? log.rating : absent(log.rating),
      aspects: request.aspects ? log.aspects : log.aspects.map(absent),
    },
  };
  const rows = [...log.user.keys()];
  const history = Int32Array.from(rows.filter((row) => log.split[row] !== 2));
  const test = rows.filter((row) => log.split[row] === 2 && !Number.isNaN(log.rating[row]));
  const of = <T>(column: ArrayLike<T>, which: ArrayLike<number>): T[] =>
    Array.from(which, (row) => column[row]);
  const known = { users: of(log.user, history), items: of(log.item, history) };
  const [users, items] = [bundle.users.id.length, bundle.items.id.length];
  const statistics = logStatistics(
    bundle.manifest.model,
    { ...known, ratings: of(masked.interactions.rating, history) },
    users,
    items,
  );
  const brain = makeBrain(bundle);
  const all = logFeatures(brain, masked);
  const { rating, choices } = tidy(() => {
    const x = gather(all, tensor1d(history, 'int32'));
    const start = initialStates(brain.weights, users, items);
    const states = frozen ? start : replay(brain.weights, start, x, known);
    const { user, item } = bothSides(brain.weights, brain.config, states, statistics);
    const ofTest = (column: Int32Array) => of(column, test);
    const { weights } = brain;
    const side = choiceItems(weights, brain.config, states.items, statistics.items);
    const words = tensor2d(request.text ? matched(history, masked) : new Float32Array(users * items), [
      users,
      items,
    ]);
    return {
      rating: scorePairs(
        weights,
        brain.config,
        gatherSide(user, ofTest(log.user)),
        gatherSide(item, ofTest(log.item)),
      ).rating,
      choices: choiceScores(weights, choiceUsers(weights, states.users), side, words),
    };
  });
  const scores = await choices.data();
  const predicted = Float64Array.from(await rating.data(), (one) => Math.min(5, Math.max(0, one)));
  dispose([all, rating, choices]);
  disposeBrain(brain);
  const held = { users: of(log.user, test), items: of(log.item, test), ratings: of(log.rating, test) };
  const ndcg10 = meanRanking(ownRankings(held, predicted, 4))['ndcg@10'];
  const had = (user: number) => history.filter((row) => log.user[row] === user).map((row) => log.item[row]);
  const lists = Array.from({ length: users }, (_, user) => {
    const open = [...bundle.items.id.keys()].filter((item) => !had(user).includes(item));
    return open.sort((a, b) => scores[user * items + b] - scores[user * items + a] || a - b).slice(0, 10);
  });
  const liked = lists.map((_, user) =>
    test.filter((row) => log.user[row] === user && log.rating[row] >= 4).map((row) => log.item[row]),
  );
  const gains = lists.map((list, user) => list.map((item) => Number(liked[user].includes(item))));
  const meanOver = (of: (user: number) => number) => {
    const asked = [...liked.keys()].filter((user) => liked[user].length > 0);
    return asked.reduce((sum, user) => sum + of(user), 0) / asked.length;
  };
  return {
    ...errors(held, predicted),
    ndcg10,
    n: test.length,
    catalogueNdcg10: meanOver((user) => ndcg(gains[user], liked[user].length, 10)),
    catalogueRecall10: meanOver((user) => gains[user].filter(Boolean).length / liked[user].length),
    coverage10: new Set(lists.flat()).size / items,
    overlap10: overlap([...new Set(known.users)].map((user) => Int32Array.from(lists[user]))),
  };
}

/** ⟨k_u, k_i⟩ of everybody and everything after a history, with dense rows. */
function matched(history: Int32Array, masked: Bundle): Float32Array {
  const { config, said, told } = makeCatalogue(masked);
  const [users, items] = [bundle.users.id.length, bundle.items.id.length];
  const rows = Array.from(history);
  const { rating } = masked.interactions;
  const of = (column: Int32Array) => rows.map((row) => column[row]);
  const [writers, subjects] = [of(bundle.interactions.user), of(bundle.interactions.item)];
  const deviations = deviationsOf(
    writers,
    rows.map((row) => rating[row]),
    rows.map(told),
    config.meanRating,
    users,
  );
  const m = rows.map((row) =>
    Float64Array.from({ length: config.vocabularySize }, (_, word) => weightIn(said, row, word)),
  );
  const tones = rows.map((row) => new Map(wordsIn(said, row).map(({ word, tone }) => [word, tone])));
  const sum = (which: (k: number, word: number) => number) =>
    m.reduce(
      (total, one, k) => total.map((x, w) => x + which(k, w) * one[w]),
      new Float64Array(config.vocabularySize),
    );
  const length = (v: Float64Array) => Math.hypot(...v);
  const unit = (v: Float64Array) => (length(v) > 0 ? v.map((x) => x / length(v)) : v);
  const people = Array.from({ length: users }, (_, u) => {
    const own = sum((k, w) => (writers[k] === u ? signOf(deviations[k], tones[k].get(w)) : 0));
    return own.map((x) => x / (length(own) + PERSON_DAMPING));
  });
  const said_ = Array.from({ length: items }, (_, i) => unit(sum((k) => Number(subjects[k] === i))));
  const mean = said_[0].map((_, w) => said_.reduce((total, one) => total + one[w], 0) / items);
  const things = said_.map((one) => unit(one.map((x, w) => x - mean[w])));
  return Float32Array.from(
    people.flatMap((own) => things.map((thing) => own.reduce((total, x, w) => total + x * thing[w], 0))),
  );
}

const LISTS = ['catalogueNdcg10', 'catalogueRecall10', 'coverage10', 'overlap10'] as const;

describe('evaluate', () => {
  it.each([
    ALL,
    { ...ALL, text: false },
    { ...ALL, rating: false },
    { ...ALL, aspects: false },
    { text: false, rating: false, aspects: false },
  ])('follows the protocol with %o', async (request) => {
    const expected = await byHand(request);
    const got = await engine.evaluate(request, nothing);
    expect(got.n).toBe(expected.n);
    expect(got.mae).toBeCloseTo(expected.mae, 6);
    expect(got.rmse).toBeCloseTo(expected.rmse, 6);
    expect(got.ndcg10).toBeCloseTo(expected.ndcg10 ?? Number.NaN, 6);
    for (const name of LISTS) expect(got[name], name).toBeCloseTo(expected[name] ?? Number.NaN, 6);
    expect(got.request).toEqual(request);
    expect(got.stored).toBeNull();
  });

  it('measures the altered model', async () => {
    const frozen = { edit: 'freeze', side: 'both', gate: 'update', to: 1 } as const;
    const expected = await byHand({ ...ALL, text: false }, true);
    const mute = { edit: 'mute', key: null, modality: 'text', muted: true } as const;
    const got = await engine.evaluate({ ...ALL, alterations: [frozen, mute] }, nothing);
    expect(got.mae).toBeCloseTo(expected.mae, 6);
    expect(got.ndcg10).toBeCloseTo(expected.ndcg10 ?? Number.NaN, 6);
    const plain = await engine.evaluate(ALL, nothing);
    const shuffled = await engine.evaluate({ ...ALL, alterations: [{ edit: 'shuffle', seed: 3 }] }, nothing);
    expect(shuffled.n).toBe(plain.n);
    expect(shuffled.rmse).not.toBe(plain.rmse);
    const back = await engine.evaluate({ ...ALL, alterations: [frozen, { ...frozen, to: null }] }, nothing);
    expect(back.rmse).toBe(plain.rmse);
  });

  it.each([
    ['aspects and what is said', { ratings: false, texts: false }],
    ['whether there is a text', { ratings: false, texts: true }],
    ['the rating itself', { ratings: true, texts: true }],
  ])('never sees the test part: %s', async (_, { ratings, texts }) => {
    const E = bundle.manifest.model.embedSize;
    const vectors = await bundle.textVectors.load();
    const before = await engine.evaluate(ALL, nothing);
    const { interactions: log, keywords } = bundle;
    const ofTest = (row: number) => log.split[row] === 2;
    const changed = (column: Float64Array) =>
      column.map((value, row) => (log.split[row] === 2 ? 5 - value : value));
    const other = createEngine({
      backends: nodeBackends,
      read: async () => ({
        ...bundle,
        keywords: {
          ...keywords,
          mentions: keywords.mentions.map((count, k) =>
            ofTest(keywords.interaction[k]) ? -3 * count : count,
          ),
        },
        textVectors: atHand(vectors.map((x, k) => (ofTest(Math.floor(k / E)) ? 1 - x : x))),
        interactions: {
          ...log,
          aspects: log.aspects.map(changed),
          rating: ratings ? changed(log.rating) : log.rating,
          hasText: log.hasText.map((bit, row) => (texts && ofTest(row) ? 1 - bit : bit)),
        },
      }),
    });
    await other.start({ bundleUrl: 'memory:/', backend: 'cpu' }, nothing);
    const after = await other.evaluate(ALL, nothing);
    // What the lists are measured by may change with the ratings, never who is shown what.
    for (const name of ['coverage10', 'overlap10'] as const) expect(after[name], name).toBe(before[name]);
    if (!ratings)
      for (const name of ['rmse', 'catalogueNdcg10', 'catalogueRecall10'] as const)
        expect(after[name], name).toBe(before[name]);
  });

  it('leaves no tensor behind, and the answers of the page as they were', async () => {
    await engine.replay(nothing);
    const ask = () => engine.view({ log: [], person: 'u0', item: null, k: 5, words: 5 });
    const { milliseconds: _, ...before } = await ask();
    const tensors = memory().numTensors;
    for (const text of [true, false]) await engine.evaluate({ ...ALL, text }, nothing);
    expect(memory().numTensors).toBe(tensors);
    const { milliseconds: __, ...after } = await ask();
    expect(after).toEqual(before);
  });

  it('gives up for a newer one, for a stop and for a new start, without a leak', async () => {
    await engine.evaluate(ALL, nothing);
    const tensors = memory().numTensors;
    const older = engine.evaluate(ALL, nothing);
    const newer = engine.evaluate({ ...ALL, text: false }, nothing);
    await expect(older).rejects.toMatchObject({ why: { kind: 'superseded' } });
    expect((await newer).request.text).toBe(false);
    const stopped = engine.evaluate(ALL, nothing);
    await engine.stopEvaluation();
    await expect(stopped).rejects.toMatchObject({ why: { kind: 'superseded' } });
    // In the middle of the stream as well.
    const midway = engine.evaluate(ALL, () => void engine.stopEvaluation());
    await expect(midway).rejects.toMatchObject({ why: { kind: 'superseded' } });
    const cut = engine.evaluate(ALL, nothing);
    const again = engine.start({ bundleUrl: 'memory:/', backend: 'cpu' }, nothing);
    await expect(cut).rejects.toMatchObject({ why: { kind: 'superseded' } });
    await again;
    // As far as before: some of what the cells are made of is kept from their first use on.
    await engine.evaluate(ALL, nothing);
    expect(memory().numTensors).toBe(tensors);
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await engine.evaluate(ALL, ({ done, total, stage }) => {
      expect(stage).toBe('evaluate');
      told.push(done / total);
    });
    expect(told.every((share) => share > 0)).toBe(true);
  });

  it('takes the threshold of relevance from the evidence', async () => {
    const evidence = { ...syntheticEvidence(bundle.manifest), relevant: 2 };
    const measured = await open({ 'memory:/evidence.json': JSON.stringify(evidence) });
    expect((await engine.evaluate(ALL, nothing)).relevant).toBe(4);
    expect((await measured.evaluate(ALL, nothing)).relevant).toBe(2);
  });

  it('without evidence it is 0.8 of the top of the scale', async () => {
    const { model } = bundle.manifest;
    const rating = { ...model.rating, max: 100 };
    const percent = { ...bundle, manifest: { ...bundle.manifest, model: { ...model, rating } } };
    const other = createEngine({ backends: nodeBackends, read: async () => percent });
    await other.start({ bundleUrl: 'memory:/', backend: 'cpu' }, nothing);
    expect((await other.evaluate(ALL, nothing)).relevant).toBe(80);
  });
});

describe('evidence', () => {
  const openWith = (evidence: unknown) => open({ 'memory:/evidence.json': JSON.stringify(evidence) });
  const good = () => syntheticEvidence(bundle.manifest);

  it('hands out what was measured of these weights', async () => {
    const report = await (await openWith(good())).evidence();
    expect(report).toEqual({ state: 'measured', evidence: good(), earlier: null });
  });

  it('hands out what was measured of an earlier state, and says of which', async () => {
    const state = { hash: 'e'.repeat(64), change: 'Something changed.', test: null };
    const { modelHash } = bundle.manifest;
    bundle = { ...bundle, manifest: { ...bundle.manifest, earlier: [state] } };
    const old = { ...good(), modelHash: state.hash };
    expect(await (await openWith(old)).evidence()).toEqual({
      state: 'measured',
      evidence: old,
      earlier: state,
    });
    bundle = { ...bundle, manifest: { ...bundle.manifest, earlier: [] } };
    expect(await (await openWith(old)).evidence()).toMatchObject({ state: 'not-measured' });
    expect(bundle.manifest.modelHash).toBe(modelHash);
  });

  it('says why nothing was measured', async () => {
    expect(await engine.evidence()).toMatchObject({ state: 'not-measured', missing: { is: 'absent' } });
    const others = await openWith({ ...good(), modelHash: 'f'.repeat(64) });
    expect(await others.evidence()).toEqual({
      state: 'not-measured',
      missing: { is: 'of-other-model', measured: 'f'.repeat(64), ships: bundle.manifest.modelHash },
    });
    expect(await (await openWith({ ...good(), dataset: 'films' })).evidence()).toMatchObject({
      missing: { is: 'of-other-set', id: 'films' },
    });
  });

  it('says so of evidence of an earlier form, whatever else it says', async () => {
    expect(await (await openWith({ evidenceVersion: 1, models: 'of before' })).evidence()).toEqual({
      state: 'not-measured',
      missing: { is: 'outdated' },
    });
    await expect((await openWith({ ...good(), evidenceVersion: 99 })).evidence()).rejects.toThrow(
      'evidence.json, field evidenceVersion',
    );
  });

  it('names the field of damaged evidence and goes on', async () => {
    const damaged = await openWith({ ...good(), relevant: 'four' });
    await expect(damaged.evidence()).rejects.toThrow(/^evidence\.json, field relevant: /);
    expect((await damaged.evaluate(ALL, nothing)).relevant).toBe(4);
    const orphan = { ...good(), comparisons: [{ ...good().comparisons[0], model: 'x' }] };
    await expect((await openWith(orphan)).evidence()).rejects.toThrow(
      'field comparisons[0].model: names "x"',
    );
    await expect((await openWith({ ...good(), models: [good().models[1]] })).evidence()).rejects.toThrow(
      'field models: has no row of DReX',
    );
    const cut = await open({ 'memory:/evidence.json': '{"evidenceVersion": 1,' });
    await expect(cut.evidence()).rejects.toThrow('evidence.json: is not valid JSON');
  });
});

describe('datasets', () => {
  const card = {
    id: 'teas',
    name: 'Teas',
    description: 'Made up.',
    planted: true,
    counts: { users: 1, items: 2, interactions: 3 },
    modalities: ['text', 'rating'],
    bytes: 4,
    terms: 'whole-texts',
  };

  it('lists what the index says, and null without one', async () => {
    const listed = await open({ 'memory:/index.json': JSON.stringify({ datasets: [card] }) });
    expect(await listed.datasets('memory:/index.json')).toEqual([card]);
    expect(await listed.datasets('memory:/other.json')).toBeNull();
    const damaged = await open({
      'memory:/index.json': JSON.stringify({ datasets: [{ ...card, bytes: 'x' }] }),
    });
    await expect(damaged.datasets('memory:/index.json')).rejects.toThrow(
      /index\.json, field datasets\[0\]\.bytes/,
    );
  });
});
