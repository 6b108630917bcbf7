import { SIDES } from '../../vocabulary';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { atHand, type Bundle, loaded } from '../../data/bundle';
import { BundleError } from '../../data/errors';
import { toFeedbackBatch } from '../../model/features';
import { initialStates } from '../../model/replay';
import { refineRow } from '../../model/testing/oneAtATime';
import { dispose, getBackend, memory, setBackend } from '../../model/tf';
import type { EngineApi } from '../contract';
import type { View, ViewRequest } from '../questions/view';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import type { Progress } from '../start';
import { review } from '../testing/review';
import { syntheticBundle } from '../testing/syntheticBundle';
import { disposeBrain, logFeatures, logFeedback, makeBrain } from './brain';
import { known, makeCatalogue } from './catalogue';
import { createEngine } from './engine';
import { Features, LogFeatures } from './features';
import { nodeBackends } from './nodeBackends';
import { replayWithTrace } from './tracedReplay';

let bundle: Bundle;
let engine: EngineApi;
/** A busy machine takes its time. */
const PATIENT = { timeout: 100_000 };
const nothing = () => {};

const open = async (over: Bundle): Promise<EngineApi> => {
  const made = createEngine({ backends: nodeBackends, read: async () => over });
  await made.start({ bundleUrl: 'memory:', backend: 'cpu' }, nothing);
  return made;
};

beforeAll(async () => {
  await setBackend('cpu');
  bundle = await syntheticBundle();
});
beforeEach(async () => {
  engine = await open(bundle);
});

const request = (changes: Partial<ViewRequest> = {}): ViewRequest => ({
  log: [],
  person: 'u0',
  item: null,
  k: 5,
  words: 10,
  ...changes,
});

/** A view without what the clock says. */
const timeless = ({ milliseconds: _, ...view }: View) => view;

/** A pair that nobody, or that somebody, has reviewed. */
function pair(reviewed: boolean): { person: string; item: string } {
  const { user, item } = bundle.interactions;
  for (let u = 0; u < bundle.users.id.length; u++)
    for (let i = 0; i < bundle.items.id.length; i++)
      if (user.some((one, row) => one === u && item[row] === i) === reviewed)
        return { person: bundle.users.id[u], item: bundle.items.id[i] };
  throw new Error('no such pair');
}

describe('start', () => {
  it('reports data set, backend and self-check', async () => {
    const made = createEngine({ backends: nodeBackends, read: async () => bundle });
    const report = await made.start({ bundleUrl: 'memory:', backend: 'cpu' }, nothing);
    expect(report.backend).toMatchObject({ name: 'cpu', software: false, adapter: null });
    const { selfCheck } = report.backend;
    expect(selfCheck.largestError).toBeLessThan(1e-5);
    const parts = Object.values(selfCheck.parts).map((error) => error ?? Number.NaN);
    expect(parts).toHaveLength(5);
    expect(Math.max(...parts)).toBe(selfCheck.largestError);
    expect(selfCheck.epsilon).toBe(2 ** -23);
    expect(report.dataset.counts.interactions).toBe(bundle.interactions.user.length);
  });

  it('gives all numbers in full for a comparison', async () => {
    const log = [{ edit: 'clamp', side: 'user', d: 0, to: 0.25 }] as const;
    const snapshot = await engine.snapshot({ log, at: null, person: 'u0' });
    const D = bundle.manifest.model.stateSize;
    expect(snapshot.states.user.filter((_, k) => k % D === 0).every((value) => value === 0.25)).toBe(true);
    const view = await engine.view({ log, person: 'u0', item: null, k: 3, words: 1 });
    view.recommendations.forEach(({ item, prediction }, k) => {
      const row = snapshot.ranking[k];
      expect(bundle.items.id[row]).toBe(item.id);
      expect(snapshot.ratings[row]).toBe(prediction.raw);
    });
  });

  it.each(['ratings', 'choices'] as const)(
    'moves on when the self-check is off in %s, and says so',
    async (part) => {
      const { manifest } = bundle;
      const { selfCheck } = manifest;
      const off = selfCheck[part]?.map((one) => one + 1);
      const wrong = { ...bundle, manifest: { ...manifest, selfCheck: { ...selfCheck, [part]: off } } };
      const made = createEngine({ backends: nodeBackends, read: async () => wrong });
      await expect(made.start({ bundleUrl: 'memory:', backend: 'cpu' }, nothing)).rejects.toThrow(
        new RegExp(`"is":"wrong","largestError":(1|0\\.9999|1\\.0000)\\d*,"part":"${part}"`),
      );
      await setBackend('cpu');
    },
  );

  describe('where the weights that read and refine come later', () => {
    /** The reference of the state of an item is right on some backends only. */
    const lateBundle = (right: (backend: string) => boolean): Bundle => {
      const { selfCheck } = bundle.manifest;
      const known = new Map(
        [...bundle.weights].filter(([name]) => /^(?:score|choice|told)\/|initial$/.test(name)),
      );
      let come = false;
      return {
        ...bundle,
        weights: known,
        words: {
          bytes: 1,
          get now() {
            return come ? loaded(bundle.words) : null;
          },
          load: async () => {
            come = true;
            for (const [name, values] of bundle.weights) known.set(name, values);
            return loaded(bundle.words);
          },
        },
        manifest: {
          ...bundle.manifest,
          selfCheck: {
            ...selfCheck,
            get itemState() {
              return right(getBackend()) ? selfCheck.itemState : selfCheck.itemState.map((one) => one + 1);
            },
          },
        },
      };
    };
    const begun = async (late: Bundle) => {
      const made = createEngine({ backends: nodeBackends, read: async () => late });
      const { backend } = await made.start({ bundleUrl: 'memory:', backend: 'wasm' }, nothing);
      return { made, backend };
    };

    it('checks those with the replay, and reports the whole', async () => {
      const { made, backend } = await begun(lateBundle(() => true));
      expect(backend.selfCheck.parts).toMatchObject({ attention: null, userState: null, itemState: null });
      const live = (await made.replay(nothing)).backend;
      expect(live.name).toBe('wasm');
      expect(Object.values(live.selfCheck.parts)).not.toContain(null);
      expect(live.selfCheck.largestError).toBeLessThan(1e-5);
      await setBackend('cpu');
    });

    it('goes on with the next backend where they show that one is wrong', async () => {
      const { made, backend } = await begun(lateBundle((name) => name === 'cpu'));
      expect(backend.name).toBe('wasm');
      // Whoever asks for something live before is no better off.
      const log = [review('s1', pair(false))];
      await expect(made.view(request({ log }))).rejects.toThrow(/"is":"wrong"/);
      const { backend: other } = await made.replay(nothing);
      expect(other).toMatchObject({ name: 'cpu', asked: false });
      expect(other.tried).toEqual([
        { name: 'wasm', outcome: expect.objectContaining({ is: 'wrong', part: 'itemState' }) },
        { name: 'cpu', outcome: { is: 'runs' } },
      ]);
      expect((await made.view(request({ log }))).source).toBe('live');
    });

    it('says which were wrong where none is left', async () => {
      const { made } = await begun(lateBundle(() => false));
      await expect(made.replay(nothing)).rejects.toThrow(/"kind":"backend".*"part":"itemState"/);
      await setBackend('cpu');
    });
  });

  it('runs on a bundle that holds no choice scores to compare with, and says that it has none', async () => {
    const { choices: _, ...selfCheck } = bundle.manifest.selfCheck;
    const without = { ...bundle, manifest: { ...bundle.manifest, selfCheck } };
    const made = createEngine({ backends: nodeBackends, read: async () => without });
    const { backend } = await made.start({ bundleUrl: 'memory:', backend: 'cpu' }, nothing);
    expect(backend.selfCheck.parts.choices).toBeNull();
    expect(backend.selfCheck.largestError).toBeLessThan(1e-5);
  });

  it('tells what is still waited for: the data where the backend is there, the backend where the data is', async () => {
    let come: (bundle: Bundle) => void = nothing;
    const late = new Promise<Bundle>((resolve) => {
      come = resolve;
    });
    const told: Progress[] = [];
    const waiting = createEngine({
      backends: nodeBackends,
      read: (_, onRead) => {
        onRead('download', 3, 9);
        return late;
      },
    }).start({ bundleUrl: 'memory:', backend: 'cpu' }, (progress) => told.push(progress));
    await vi.waitFor(() => expect(told).toHaveLength(3), PATIENT);
    expect(told.map(({ stage }) => stage)).toEqual(['backend', 'download', 'download']);
    come(bundle);
    await waiting;

    const stages: string[] = [];
    const probing = createEngine({
      // The clock never rings.
      backends: { ...nodeBackends, probeGpu: () => new Promise(() => {}), timer: () => nothing },
      read: async (_, onRead) => {
        onRead('parse', 1, 1);
        return bundle;
      },
    });
    void probing.start({ bundleUrl: 'memory:', backend: null }, ({ stage }) => stages.push(stage));
    await vi.waitFor(() => expect(stages).toEqual(['backend', 'prepare', 'backend']), PATIENT);
  });

  it('says what is wrong with the bundle, not with the backends', async () => {
    const made = createEngine({
      backends: nodeBackends,
      read: async () => {
        throw new Error('users.parquet: is damaged');
      },
    });
    await expect(made.start({ bundleUrl: 'memory:', backend: 'cpu' }, nothing)).rejects.toThrow(
      'users.parquet: is damaged',
    );
    await setBackend('cpu');
  });
});

describe('a second start', () => {
  it('frees all that the first one held', async () => {
    const before = memory().numTensors;
    await engine.replay(nothing);
    const { person, item } = pair(true);
    await engine.view(request({ log: [review('s1')], person, item }));
    await engine.start({ bundleUrl: 'memory:', backend: 'cpu' }, nothing);
    expect(memory().numTensors).toBe(before);
  });

  it('answers a log longer than its cache like a fresh engine', async () => {
    const log = Array.from({ length: 140 }, (_, k) =>
      review(`s${k}`, { item: bundle.items.id[k % 9], text: '' }),
    );
    for (let k = 0; k <= log.length; k += 20) await engine.view(request({ log: log.slice(0, k) }));
    const after = timeless(await engine.view(request({ log })));
    const early = timeless(await engine.view(request({ log: log.slice(0, 3) })));
    const fresh = await open(bundle);
    expect(timeless(await fresh.view(request({ log })))).toEqual(after);
    expect(timeless(await fresh.view(request({ log: log.slice(0, 3) })))).toEqual(early);
  });
});

describe('replay', () => {
  it('reads the feedback of the log as that of single interactions', () => {
    const { config } = makeCatalogue(bundle);
    const { interactions: log } = bundle;
    const rows = Array.from(log.user, (_, row) => ({
      rating: known(log.rating[row]),
      aspects: log.aspects.map((column) => known(column[row])),
    }));
    const hasText = Array.from(log.hasText, (bit) => bit === 1);
    expect(logFeedback(config, log)).toEqual(toFeedbackBatch(config, rows, hasText));
  });

  it('finds the shipped states within float16', async () => {
    const report = await engine.replay(nothing);
    expect(report.largestDifference).toBeGreaterThan(0);
    expect(report.largestDifference).toBeLessThan(6e-4);
  });

  it('gives in t-batches what it gives one interaction at a time', async () => {
    const brain = makeBrain(bundle);
    const catalogue = makeCatalogue(bundle);
    const x = logFeatures(brain, bundle);
    const { interactions } = bundle;
    const batched = await replayWithTrace(brain, catalogue, new Features(new LogFeatures(x)), nothing);
    let states = initialStates(brain.weights, bundle.users.id.length, bundle.items.id.length);
    const log = { users: interactions.user, items: interactions.item };
    const D = brain.config.stateSize;
    for (let row = 0; row < interactions.user.length; row++) {
      const { states: next, refinement } = refineRow(brain.weights, states, x, log, row);
      dispose([states.users, states.items]);
      states = next;
      for (const side of SIDES)
        for (const part of ['update', 'candidate', 'reset'] as const) {
          const expected = await refinement[side][part].data();
          const got = batched.trace.at(side, part, row);
          for (let d = 0; d < D; d++) expect(got[d]).toBeCloseTo(expected[d], 5);
        }
    }
    const [users, items] = await Promise.all([states.users.data(), states.items.data()]);
    users.forEach((value, k) => void expect(batched.states.user[k]).toBeCloseTo(value, 5));
    items.forEach((value, k) => void expect(batched.states.item[k]).toBeCloseTo(value, 5));
    dispose([x, states.users, states.items]);
    disposeBrain(brain);
  });

  it('answers alike from stored and from live states', async () => {
    const stored = await engine.view(request());
    await engine.replay(nothing);
    const live = await engine.view(request());
    expect([stored.source, live.source]).toEqual(['stored', 'live']);
    expect(live.person.history.map((one) => one.key)).toEqual(stored.person.history.map((one) => one.key));
    live.person.history.forEach((one) => {
      const row = Number(one.key.slice(1));
      expect(one.text).toBe(bundle.interactions.hasText[row] ? `text of row ${row}` : null);
    });
    live.person.history.forEach((one, k) => {
      expect(one.remaining).toBeCloseTo(stored.person.history[k].remaining, 5);
    });
    live.recommendations.forEach((one, k) => {
      expect(one.prediction.raw).toBeCloseTo(stored.recommendations[k].prediction.raw, 2);
    });
  });
});

describe('simulated reviews', () => {
  it('gives the very same numbers again after undo', async () => {
    const item = 'i3';
    await engine.replay(nothing);
    const one = [review('s1')];
    const before = await engine.view(request({ log: one, item }));
    const after = await engine.view(
      request({ log: [...one, review('s2', { item, rating: 1, text: '' })], item }),
    );
    const undone = await engine.view(request({ log: one, item }));
    expect(timeless(undone)).toEqual(timeless(before));
    expect(timeless(after)).not.toEqual(timeless(before));
    const fresh = await open(bundle);
    expect(timeless(await fresh.view(request({ log: one, item })))).toEqual(timeless(before));
  });

  it('holds no more tensors after 200 updates', async () => {
    const people = ['u0', 'u1', 'new-1', 'new-2'];
    const items = bundle.items.id;
    const log: SimulatedInteraction[] = [];
    let settled = 0;
    for (let k = 0; k < 200; k++) {
      const person = people[k % people.length];
      log.push(review(`s${k}`, { person, item: items[k % items.length], rating: k % 5 }));
      await engine.view(request({ log, person, k: 3 }));
      if (k === 5) settled = memory().numTensors;
    }
    expect(memory().numTensors).toBe(settled);
  });

  it('starts a new person from u_0', async () => {
    const view = await engine.view(request({ person: 'new-1', item: 'i0' }));
    expect(view.person.summary).toMatchObject({
      id: 'new-1',
      label: 'New person 1',
      interactions: 0,
      meanRating: null,
      simulated: true,
    });
    expect(view.person.history).toEqual([]);
    expect(view.candidates).toBe(bundle.items.id.length);
    const log = [review('s1', { person: 'new-1', item: 'i0' })];
    const later = await engine.view(request({ log, person: 'new-1', item: 'i0' }));
    expect(later.person.summary).toMatchObject({ interactions: 1, meanRating: 4.5 });
    expect(later.person.history[0]).toMatchObject({ key: 's1', simulated: true, share: 1, words: 7 });
    expect(later.person.profile.words.map((one) => one.word)).toContain('malty');
    expect(later.candidates).toBe(bundle.items.id.length - 1);
    expect(later.item?.rank).toBeNull();
    // Without its only review the person is new again, so the prediction is as before but for the statistics.
    expect(later.item?.prediction.raw).toBeCloseTo(view.item!.prediction.raw, 2);
  });

  it('tells what one review changed', async () => {
    const log = [review('s1'), review('s2', { item: 'i5', person: 'u2' }), review('s3', { item: 'i6' })];
    const asked = request({ log, k: 3, shown: 's2' });
    const { cause, person, item, ranks } = (await engine.view(asked)).change!;
    expect(cause?.key).toBe('s2');
    const { before, after, distance } = person;
    const update = cause?.gates.user.update ?? [];
    expect(distance).toBeGreaterThan(0);
    expect(cause?.moved).toEqual({ user: distance, item: item?.distance });
    expect(before).toHaveLength(6);
    expect(update.every((z) => z > 0 && z < 1)).toBe(true);
    expect(after).not.toEqual(before);
    expect(ranks.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    [{ person: 'nobody' }, /entry 1, person: no-person name "nobody"/],
    [{ item: 'i99' }, /entry 1, item: no-item name "i99"/],
    [{ rating: 7 }, /entry 1, rating: outside value 7 min 0 max 5/],
    [{ rating: Number.NaN }, /entry 1, rating: not a "number-or-null"/],
    [{ aspects: [1] }, /entry 1, aspects: values needed 2/],
    [{ aspects: [1, -1] }, /entry 1, aspects\[1\] \(aroma\): outside value -1/],
    [{ key: '' }, /entry 1, key: empty/],
  ])('refuses %j', async (wrong, message) => {
    await expect(engine.view(request({ log: [review('s1', wrong)] }))).rejects.toThrow(message);
  });
});

describe('counterfactual prediction', () => {
  it('does not see the ratings or the text of the pair itself', async () => {
    const { person, item } = pair(true);
    const u = bundle.users.id.indexOf(person);
    const i = bundle.items.id.indexOf(item);
    const { interactions } = bundle;
    const row = interactions.user.findIndex((one, k) => one === u && interactions.item[k] === i);
    const ratings = interactions.rating.slice();
    ratings[row] = ratings[row] === 0.5 ? 5 : 0.5;
    const vectors = (await bundle.textVectors.load()).slice();
    vectors.fill(0.9, row * 5, (row + 1) * 5);
    const textVectors = atHand(vectors);
    const other = await open({ ...bundle, textVectors, interactions: { ...interactions, rating: ratings } });
    await Promise.all([engine.replay(nothing), other.replay(nothing)]);
    const a = (await engine.view(request({ person, item }))).item!.prediction;
    const b = (await other.view(request({ person, item }))).item!.prediction;
    expect(b.raw).toBeCloseTo(a.raw, 5);
  });

  it('waits for the replay: until then the review counts, and it is said that it does', async () => {
    const { person, item } = pair(true);
    const early = await open(bundle);
    const before = await early.view(request({ person, item }));
    expect([before.source, before.item?.prediction.ownReview]).toEqual(['stored', 'counted']);
    await early.replay(nothing);
    const after = await early.view(request({ person, item }));
    expect([after.source, after.item?.prediction.ownReview]).toEqual(['live', 'left-out']);
    expect(before.recommendations.map((one) => one.item.id)).toEqual(
      after.recommendations.map((one) => one.item.id),
    );
  });

  it('equals a replay of a log that never had the row', async () => {
    const { interactions } = bundle;
    const row = 4;
    const person = bundle.users.id[interactions.user[row]];
    const item = bundle.items.id[interactions.item[row]];
    const without = <T extends Int32Array | Float64Array | Uint8Array | Float32Array>(column: T): T =>
      column.filter((_, k) => k !== row) as T;
    const n = interactions.user.length - 1;
    const vectors = await bundle.textVectors.load();
    const cut: Bundle = {
      ...bundle,
      manifest: { ...bundle.manifest, counts: { ...bundle.manifest.counts, interactions: n } },
      textVectors: atHand(vectors.filter((_, k) => Math.floor(k / 5) !== row)),
      keywords: { interaction: new Int32Array(), word: new Int32Array(), mentions: new Int32Array() },
      interactions: {
        user: without(interactions.user),
        item: without(interactions.item),
        rating: without(interactions.rating),
        aspects: interactions.aspects.map(without),
        hasText: without(interactions.hasText),
        words: without(interactions.words),
        split: without(interactions.split),
        order: without(interactions.order),
        remainingUser: without(interactions.remainingUser),
        remainingItem: without(interactions.remainingItem),
      },
    };
    const other = await open(cut);
    await Promise.all([engine.replay(nothing), other.replay(nothing)]);
    const a = (await engine.view(request({ person, item }))).item!.prediction;
    const b = (await other.view(request({ person, item }))).item!.prediction;
    expect(a.raw).toBeCloseTo(b.raw, 5);
    expect(a.itemBias).toBeCloseTo(b.itemBias, 5);
  });
});

describe('queries', () => {
  it('rejects a view that a newer one took over', async () => {
    const first = engine.view(request());
    const second = engine.view(request({ person: 'u1' }));
    await expect(first).rejects.toMatchObject({ why: { kind: 'superseded' } });
    expect((await second).person.summary.id).toBe('u1');
  });

  it('checks a log while views take over from one another', async () => {
    const log = [review('s1', { item: 'i99' }), review('s2')];
    const asked = { logs: [log], person: 'nobody', item: 'i1', at: null };
    const first = engine.view(request());
    const check = engine.check(asked);
    const second = engine.view(request({ person: 'u1' }));
    const again = engine.check(asked);
    await Promise.allSettled([first, second]);
    expect(await check).toEqual(await again);
    expect(await check).toMatchObject({ person: false, item: true, at: true, problems: [[{ entry: 0 }]] });
  });

  it('says of every failure of which kind it is', async () => {
    const wrong = engine.view(request({ log: [review('s1'), review('s2', { item: 'i99' })] }));
    await expect(wrong).rejects.toMatchObject({ why: { kind: 'request', field: 'item', entry: 1 } });
    const nobody = engine.view(request({ person: 'nobody' }));
    await expect(nobody).rejects.toMatchObject({
      why: { kind: 'request', field: 'person', entry: null },
    });
    const made = createEngine({
      backends: nodeBackends,
      read: async () => {
        throw new BundleError({
          file: 'states-0.bin',
          place: null,
          problem: { is: 'checksum' },
          remedy: 'download',
        });
      },
    });
    await expect(made.start({ bundleUrl: '', backend: 'cpu' }, nothing)).rejects.toMatchObject({
      why: {
        kind: 'data',
        file: 'states-0.bin',
        place: null,
        problem: { is: 'checksum' },
        remedy: 'download',
      },
    });
    await expect(made.view(request())).rejects.toMatchObject({
      why: { kind: 'request', field: 'start' },
    });
  });

  it('ranks what was not reviewed, and its parts sum up', async () => {
    const { person, item } = pair(false);
    const view = await engine.view(request({ person, item, k: 99 }));
    expect(view.recommendations).toHaveLength(view.candidates);
    expect(view.candidates).toBe(bundle.items.id.length - view.person.history.length);
    const scores = view.recommendations.map(({ choice }) => choice.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(view.recommendations[view.item!.rank! - 1].item.id).toBe(item);
    const { raw, mean, userBias, itemBias, dot, mlp } = view.item!.prediction;
    expect(mean + userBias + itemBias + dot + mlp).toBeCloseTo(raw, 5);
    expect(view.person.history.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 6);
    const { popularity, states, words, score } = view.item!.choice;
    expect(popularity + states + words).toBeCloseTo(score, 6);
    expect(Math.hypot(...view.person.profile.words.map(({ weight }) => weight))).toBeLessThan(1);
  });

  it('finds items without regard to accents, and new people first', async () => {
    const log = [review('s1', { person: 'new-1' })];
    const items = await engine.searchItems({ query: 'KOSTLICHES 3', offset: 0, limit: 10, log: [] });
    expect(items.rows.map((one) => one.id)).toEqual(['i3']);
    const people = await engine.searchPeople({ query: '', offset: 0, limit: 3, log });
    expect(people.total).toBe(7);
    expect(people.rows[0]).toMatchObject({ id: 'new-1', simulated: true });
  });

  it('attends to words, marks unknown ones and cuts long texts', async () => {
    const tokens = await engine.attend({ text: 'Good xyzzy hops!', log: [], draft: null });
    expect(tokens.map((one) => [one.word, one.known])).toEqual([
      ['good', true],
      ['xyzzy', false],
      ['hops', true],
    ]);
    expect(tokens.reduce((sum, one) => sum + one.attention, 0)).toBeCloseTo(1, 5);
    const long = await engine.attend({ text: 'hops '.repeat(70), log: [], draft: null });
    expect(long.filter((one) => one.cut)).toHaveLength(6);
    expect(await engine.attend({ text: '…', log: [], draft: null })).toEqual([]);
    expect(tokens.every((one) => one.effect === null)).toBe(true);
  });

  it('measures what the words of a draft do to its rating, as adding it would', async () => {
    await engine.replay(() => {});
    const draft = review('s1', { text: 'Good xyzzy hops!' });
    const tokens = await engine.attend({ text: draft.text, log: [], draft });
    const effects = tokens.map((one) => one.effect ?? Number.NaN);
    expect(effects.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5);
    // An unknown word is what masking puts in its place, so it cannot have an effect.
    expect(effects[1]).toBe(0);
    expect(Math.min(effects[0], effects[2])).toBeGreaterThan(0);
    const view = await engine.view(request({ log: [draft], person: draft.person, shown: 's1' }));
    const keywords = view.person.history.at(-1)?.keywords ?? [];
    expect(keywords.map((one) => one.word).sort()).toEqual(['good', 'hops']);
    expect(Math.hypot(...keywords.map((one) => one.weight))).toBeCloseTo(1, 6);
    const [only] = await engine.attend({ text: 'hops', log: [], draft });
    expect(only.effect).toBeCloseTo(1, 6);
  });
});

describe('time travel', () => {
  it('answers about the past of a log that was forgotten meanwhile and is made anew', async () => {
    await engine.replay(nothing);
    const log = [review('s1')];
    const ask = { side: 'item', id: 'i1' } as const;
    await engine.timeline({ log, at: null, side: 'user', id: 'u3' });
    // More worlds than are kept, fewer moments than are kept.
    for (let n = 0; n < 30; n++)
      await engine.timeline({ log: [review('s1', { rating: n / 10 })], at: null, ...ask });
    const { entries } = await engine.timeline({ log, at: 'b8', ...ask });
    expect(entries.at(-1)).toMatchObject({ key: 's1', happened: false });
    expect(entries.at(-1)?.keywords.length).toBeGreaterThan(0);
  });

  const rows = () => bundle.interactions.user.length;
  const deleteAfter = (row: number): SimulatedLog =>
    Array.from({ length: rows() - row - 1 }, (_, k) => ({ edit: 'delete', key: `b${row + 1 + k}` }));

  it('shows a moment as if nothing after it had happened', async () => {
    for (const row of [0, 7, rows() - 2]) {
      const person = bundle.users.id[bundle.interactions.user[row]];
      const then = timeless(await engine.view(request({ person, item: 'i2', at: `b${row}` })));
      const alone = timeless(await engine.view(request({ person, item: 'i2', log: deleteAfter(row) })));
      expectClose(then, alone);
    }
    await expect(engine.view(request({ at: 'b9999' }))).rejects.toThrow(/^at: no-interaction/);
  });

  it('tells of every interaction what is left, at the moment and now', async () => {
    const view = await engine.view(request({ log: [review('s1')] }));
    const now = await engine.timeline({ log: [review('s1')], side: 'user', id: 'u0', at: null });
    expect(now.entries.map((one) => one.key)).toEqual(view.person.history.map((one) => one.key));
    expect(now.entries.map((one) => one.remaining)).toEqual(view.person.history.map((one) => one.remaining));
    const [first] = now.entries;
    const then = await engine.timeline({ log: [review('s1')], side: 'user', id: 'u0', at: first.key });
    expect(then.entries.map((one) => one.happened)).toEqual(now.entries.map((_, k) => k === 0));
    expect(then.entries[0].share).toBe(1);
    expect(then.entries[0].change).toEqual(first.change);
    // The state before each interaction is that after the one before.
    now.entries.slice(1).forEach((one, k) => {
      expect(one.change.before).toEqual(now.entries[k].change.after);
    });
  });

  it('imagines an interaction away like a log without it', async () => {
    const log = [review('s1'), review('s2', { item: 'i4' })];
    const { person, recommendations } = await engine.view(request({ log }));
    const { key } = person.history[0];
    const item = recommendations[1].item.id;
    const effect = await engine.effect({ log, at: null, key, person: 'u0', item, k: 5 });
    const kept = await engine.view(request({ log, item }));
    const gone = await engine.view(request({ log: [...log, { edit: 'delete', key }], item }));
    expect(effect.item?.prediction.after.raw).toBeCloseTo(kept.item?.prediction.raw ?? Number.NaN, 6);
    expect(effect.item?.prediction.before.raw).toBeCloseTo(gone.item?.prediction.raw ?? Number.NaN, 6);
    expect(effect.cause?.moved.user).toBeGreaterThan(0);
    const ranked = effect.ranks.filter((one) => (one.after ?? 99) <= 5).map((one) => one.item.id);
    expect(ranked).toEqual(kept.recommendations.map((one) => one.item.id));
  });

  it('takes a modality from all, and gives it back', async () => {
    const mute = (muted: boolean) => ({ edit: 'mute', key: null, modality: 'rating', muted }) as const;
    const plain = timeless(await engine.view(request({ item: 'i2', log: [review('s1')] })));
    const muted = await engine.view(request({ item: 'i2', log: [review('s1'), mute(true)] }));
    expect(muted.person.summary.meanRating).toBeNull();
    expect(muted.recommendations[0].prediction.userBias).not.toBe(
      plain.recommendations[0].prediction.userBias,
    );
    const back = timeless(
      await engine.view(request({ item: 'i2', log: [review('s1'), mute(true), mute(false)] })),
    );
    expectClose(back, plain);
  });
});

/** Equal but for what rounding does to numbers. */
function expectClose(a: unknown, b: unknown): void {
  if (typeof a === 'number' && typeof b === 'number') expect(a).toBeCloseTo(b, 4);
  else if (Array.isArray(a) && Array.isArray(b)) {
    expect(a).toHaveLength(b.length);
    a.forEach((one, k) => {
      expectClose(one, b[k]);
    });
  } else if (a && b && typeof a === 'object' && typeof b === 'object') {
    expect(Object.keys(a)).toEqual(Object.keys(b));
    for (const [key, value] of Object.entries(a)) expectClose(value, (b as Record<string, unknown>)[key]);
  } else expect(a).toEqual(b);
}
