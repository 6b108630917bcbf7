import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { spearman } from '../../model/correlation';
import type { EngineApi } from '../contract';
import { createEngine } from '../core/engine';
import { nodeBackends } from '../core/nodeBackends';
import type { UpdateTrace } from '../openedNumber';
import type { SimulatedLog } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';

let bundle: Bundle;
let engine: EngineApi;
/** The last interaction of the bundle's own log: just after it the statistics are those of the whole log. */
let key: string;
let rewrite: (text: string) => SimulatedLog;

beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
  const { rating, aspects } = bundle.interactions;
  const last = rating.length - 1;
  key = `b${last}`;
  const given = (column: Float64Array) => (Number.isNaN(column[last]) ? null : column[last]);
  rewrite = (text) => [{ edit: 'change', key, rating: given(rating), aspects: aspects.map(given), text }];
});

const WORDS = ['Not', 'good', 'malty', 'xyzzy', 'not', 'bitter', 'the', 'hops'];
const review = (masked: readonly number[] = [], words = WORDS): string =>
  words.map((word, l) => (masked.includes(l) ? 'plugh' : word)).join(' ');
const traced = (text: string): Promise<UpdateTrace> => engine.trace({ log: rewrite(text), at: null, key });
const measured = (text = review()) => engine.faithfulness({ log: rewrite(text), at: null, key });

const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.hypot(...Array.from(a, (value, k) => value - b[k]));
const values = (trace: UpdateTrace, name: keyof UpdateTrace['tensors']): Float32Array => {
  const tensor = trace.tensors[name];
  if (!tensor) throw new Error(`no ${name}`);
  return tensor.values;
};
const change = (a: UpdateTrace, b: UpdateTrace) => ({
  rating: a.prediction.after.raw - b.prediction.after.raw,
  match: a.choice.after.states + a.choice.after.words - (b.choice.after.states + b.choice.after.words),
  features: distance(values(a, 'x'), values(b, 'x')),
  state: distance(values(a, 'user/next'), values(b, 'user/next')),
});
const expectSame = (found: ReturnType<typeof change>, wanted: ReturnType<typeof change>) => {
  for (const of of ['rating', 'match', 'features', 'state'] as const)
    expect(found[of], of).toBeCloseTo(wanted[of], 4);
};

describe('the faithfulness of attention over one review', () => {
  it('is what an edited review shows, word by word', async () => {
    const report = await measured();
    const whole = await traced(review());
    expect(report.rating).toBeCloseTo(whole.prediction.after.raw, 4);
    expect(report.words.map(({ word }) => word)).toEqual(WORDS.map((word) => word.toLowerCase()));
    for (const [l, word] of report.words.entries()) {
      expect(word.attention).toBeCloseTo(values(whole, 'attention')[l], 5);
      if (WORDS[l] === 'xyzzy') expect(word).toMatchObject({ known: false, change: null });
      else {
        const wanted = change(whole, await traced(review([l])));
        expect(wanted.features).toBeGreaterThan(1e-3);
        expectSame(word.change as typeof wanted, wanted);
      }
    }
    const known = report.words.filter((one) => one.known);
    expect(report.n).toBe(known.length);
    for (const of of ['rating', 'match', 'features', 'state'] as const)
      expect(report.agreement[of]).toBeCloseTo(
        spearman(
          known.map((one) => one.attention),
          known.map((one) => Math.abs(one.change?.[of] ?? 0)),
        ) as number,
        9,
      );
  });

  it('tells “not good” from “good” as edited reviews do', async () => {
    const report = await measured();
    expect(report.negations.map(({ place, word }) => [place, word])).toEqual([
      [0, 'good'],
      [4, 'bitter'],
    ]);
    const whole = await traced(review());
    for (const { place, negated, plain, moved, norm } of report.negations) {
      const alone = await traced(review([place]));
      const neither = await traced(review([place, place + 1]));
      expectSame(negated, change(whole, neither));
      expectSame(plain, change(alone, neither));
      const E = bundle.manifest.model.embedSize;
      const inContext = (trace: UpdateTrace) =>
        values(trace, 'in-context').subarray((place + 1) * E, (place + 2) * E);
      expect(moved).toBeCloseTo(distance(inContext(whole), inContext(alone)), 4);
      expect(norm).toBeCloseTo(Math.hypot(...inContext(alone)), 4);
      expect(moved).toBeGreaterThan(1e-3);
      expect(plain.attention).toBeCloseTo(values(alone, 'attention')[place + 1], 5);
      const [a, b] = values(whole, 'attention').subarray(place, place + 2);
      expect(negated.attention).toBeCloseTo(a + b, 5);
    }
  });

  it('tells the match of the choice score as a review masked by hand does, of several sentences and without a rating', async () => {
    const words = 'Malty hops. But bitter, not good! The malty plugh.'.split(' ');
    const by = (text: string): SimulatedLog => [
      { ...rewrite(text)[0], rating: null } as SimulatedLog[number],
    ];
    const choice = async (masked: number | null) => {
      const text = words.map((word, l) => (l === masked ? word.replace(/\w+/, 'plugh') : word)).join(' ');
      return (await engine.trace({ log: by(text), at: null, key })).choice.after;
    };
    const report = await engine.faithfulness({ log: by(words.join(' ')), at: null, key });
    const whole = await choice(null);
    for (const [l, { change }] of report.words.entries()) {
      if (!change) continue;
      const without = await choice(l);
      expect(change.terms.states, words[l]).toBeCloseTo(whole.states - without.states, 4);
      expect(change.terms.words, words[l]).toBeCloseTo(whole.words - without.words, 4);
      expect(change.match).toBe(change.terms.states + change.terms.words);
    }
    expect(Math.max(...report.words.map(({ change }) => Math.abs(change?.terms.words ?? 0)))).toBeGreaterThan(
      0.01,
    );
  });

  it('uniform attention puts the mean of the words in place of the text', async () => {
    const report = await measured();
    const trace = await traced(review());
    const { embedSize: E, stateSize: D } = bundle.manifest.model;
    const h = values(trace, 'in-context');
    const L = WORDS.length;
    const mean = Array.from({ length: E }, (_, e) => {
      let sum = 0;
      for (let l = 0; l < L; l++) sum += h[l * E + e];
      return sum / L;
    });
    const input = [...mean, ...values(trace, 'ratings'), ...values(trace, 'presence')];
    const kernel = bundle.weights.get('features/kernel') as Float32Array;
    const bias = bundle.weights.get('features/bias') as Float32Array;
    const x = Array.from({ length: D }, (_, d) =>
      Math.tanh(input.reduce((sum, value, k) => sum + value * kernel[k * D + d], bias[d])),
    );
    expect(report.uniform.features).toBeCloseTo(distance(x, values(trace, 'x')), 4);
    expect(report.uniform.features).toBeGreaterThan(1e-3);
    expect(Math.abs(report.uniform.rating)).toBeGreaterThan(0);
  });

  it('has no ranks where there is nothing to put in order, and leaves no tensor behind', async () => {
    await measured();
    const held = (await engine.memory()).tensors;
    const report = await measured('malty');
    expect(report).toMatchObject({ n: 1, agreement: { rating: null }, negations: [] });
    // One word has all attention anyway.
    expect(report.uniform.features).toBeLessThan(1e-6);
    const long = await measured(review([], Array(40).fill(WORDS).flat()));
    expect(long.words.filter((one) => one.cut && one.change === null)).toHaveLength(8 * 40 - 64);
    expect((await engine.memory()).tensors).toBe(held);
  });

  it('says in words what is not there', async () => {
    const muted: SimulatedLog = [...rewrite(review()), { edit: 'mute', key, modality: 'text', muted: true }];
    await expect(engine.faithfulness({ log: muted, at: null, key })).rejects.toThrow('no-words');
    await expect(engine.faithfulness({ log: [], at: null, key: 's7' })).rejects.toThrow(
      'no-interaction name "s7"',
    );
    const other = createEngine({ backends: nodeBackends, read: async () => ({ ...bundle, prose: null }) });
    await other.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {});
    const row = bundle.interactions.hasText.indexOf(1);
    const asked = { at: null, key: `b${row}` };
    await expect(other.faithfulness({ log: [], ...asked })).rejects.toThrow('words-withheld');
  });
});
