import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { contributions, keywordProfile, type WordWeight } from './attribution';
import type { ModelConfig } from './config';
import { feedbackTensors, fuseFeatures, toFeedbackBatch } from './features';
import { PERSON_DAMPING, personWords, sparseRows, weightIn } from './keywordMatch';
import { signOf } from './signs';
import { scheduleTBatches } from './tbatch';
import { encodeText, paddedLength, padTokens, SINGLE_LENGTHS } from './text';
import { setBackend, tensor2d } from './tf';
import { sizeOf, toWeights, type Weights, type WeightValues, weightNames, weightShapes } from './weights';

beforeAll(async () => {
  await setBackend('cpu');
});

const gate = fc.double({ min: 0, max: 1, noNaN: true });
const value = fc.double({ min: -1, max: 1, noNaN: true });
const D = 4;
const vector = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: D, maxLength: D });
const logs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 40 }).map((pairs) => ({
  users: pairs.map(([u]) => u),
  items: pairs.map(([, i]) => i),
}));

describe('contributions', () => {
  it('sum to the final state, whatever the gates did', () => {
    fc.assert(
      fc.property(
        vector(value),
        fc.array(fc.tuple(vector(gate), vector(value)), { maxLength: 30 }),
        (h0, steps) => {
          let h = h0;
          for (const [z, n] of steps) h = h.map((v, d) => (1 - z[d]) * n[d] + z[d] * v);
          const parts = contributions(
            h0,
            steps.map(([z]) => z),
            steps.map(([, n]) => n),
          );
          for (let d = 0; d < D; d++) {
            const sum = parts.steps.reduce((total, c) => total + c[d], parts.initial[d]);
            expect(sum).toBeCloseTo(h[d], 10);
          }
        },
      ),
    );
  });

  it('leave the initial state whole when nothing happened', () => {
    expect([...contributions([1, -2], [], []).initial]).toEqual([1, -2]);
  });
});

describe('t-batches', () => {
  it('never repeat a user or an item, hold every row once, and keep the order of each', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const batches = scheduleTBatches(log);
        const place = new Map<number, number>();
        batches.forEach((rows, k) => {
          expect(new Set(Array.from(rows, (r) => log.users[r])).size).toBe(rows.length);
          expect(new Set(Array.from(rows, (r) => log.items[r])).size).toBe(rows.length);
          for (const row of rows) place.set(row, k);
        });
        expect(place.size).toBe(log.users.length);
        for (let a = 0; a < log.users.length; a++)
          for (let b = a + 1; b < log.users.length; b++)
            if (log.users[a] === log.users[b] || log.items[a] === log.items[b])
              expect(place.get(a)).toBeLessThan(place.get(b) as number);
      }),
    );
  });
});

const scale = (field: string) => ({
  field,
  label: field,
  min: 1,
  max: 5,
  step: 1,
  mean: 3.5,
  deviation: 0.9,
});
const config: ModelConfig = {
  stateSize: D,
  embedSize: 3,
  attentionSize: 3,
  hiddenSize: 4,
  vocabularySize: 12,
  maxWords: 256,
  rating: scale('rating'),
  aspects: [scale('taste'), scale('look')],
  scorer: 'full',
  product: false,
  meanRating: 3.5,
  damping: { user: 1, item: 1, scale: 2, reliability: 2 },
};

/** Weights of a whole model, all of them different from zero and from each other. */
const wholeModel = (): Weights => {
  const shapes = weightShapes(config);
  const values = Object.fromEntries(
    weightNames(config).map((name, j) => [
      name,
      Float32Array.from({ length: sizeOf(shapes[name]) }, (_, k) => 0.6 * Math.sin(1.7 * k + j)),
    ]),
  ) as WeightValues;
  return toWeights(config, values);
};

describe('features', () => {
  const grade = fc.option(fc.double({ min: 1, max: 5, noNaN: true }));

  it('know an absent modality by zero and its bit alone, whatever stale values stand there', async () => {
    const weights = wholeModel();
    const stale = fc.array(value, { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        grade,
        fc.tuple(grade, grade),
        fc.boolean(),
        stale,
        async (rating, aspects, text, junk) => {
          const batch = toFeedbackBatch(config, [{ rating, aspects }], [text]);
          const given = [rating, ...aspects];
          expect([...batch.presence]).toEqual([text, ...given.map((v) => v !== null)].map(Number));
          given.forEach((v, k) => {
            if (v === null) expect(batch.ratings[k]).toBe(0);
          });
          const fuse = async (vector: number[], ratings: Float32Array) => {
            const tensors = feedbackTensors(config, { ...batch, ratings });
            return fuseFeatures(weights, tensor2d([vector]), ...tensors).data();
          };
          const spoiled = batch.ratings.map((v, k) => (given[k] === null ? junk[k] : v));
          const own = [0.2, -0.7, 0.4];
          expect(await fuse(text ? own : junk, spoiled)).toEqual(
            await fuse(text ? own : [0, 0, 0], batch.ratings),
          );
        },
      ),
    );
  });

  it('tell a neutral rating from none', async () => {
    const weights = wholeModel();
    const [neutral, none] = await Promise.all(
      [3.5, null].map((rating) => {
        const batch = toFeedbackBatch(config, [{ rating, aspects: [null, null] }], [false]);
        return fuseFeatures(weights, tensor2d([[0, 0, 0]]), ...feedbackTensors(config, batch)).data();
      }),
    );
    expect(neutral).not.toEqual(none);
  });
});

describe('encodeText', () => {
  const review = fc.array(fc.integer({ min: 1, max: 11 }), { maxLength: 20 });

  it('does not see the padding, nor the other reviews of its batch', async () => {
    const weights = wholeModel();
    await fc.assert(
      fc.asyncProperty(review, review, fc.nat(60), async (one, other, extra) => {
        const length = Math.max(1, one.length);
        const wide = Math.max(length, other.length) + extra;
        const alone = encodeText(weights, config, padTokens([one], length));
        const padded = encodeText(weights, config, padTokens([one, other], wide));
        const [t, tPadded] = await Promise.all([alone.vector.data(), padded.vector.data()]);
        t.forEach((v, d) => {
          expect(tPadded[d]).toBeCloseTo(v, 6);
        });
        const [a, aPadded] = await Promise.all([alone.attention.data(), padded.attention.data()]);
        for (let l = 0; l < wide; l++) expect(aPadded[l]).toBeCloseTo(l < one.length ? a[l] : 0, 6);
        const total = [...a].reduce((sum, v) => sum + v, 0);
        expect(total).toBeCloseTo(one.length > 0 ? 1 : 0, 6);
        if (one.length === 0) expect([...t]).toEqual([0, 0, 0]);
      }),
      { numRuns: 40 },
    );
  });

  it('takes the plain mean of the words where attention is uniform', async () => {
    const weights = wholeModel();
    await fc.assert(
      fc.asyncProperty(review, fc.nat(9), async (one, extra) => {
        const length = one.length + 1 + extra;
        const tokens = padTokens([one], length);
        const uniform = encodeText(weights, config, tokens, undefined, undefined, 'uniform');
        const [a, t, h] = await Promise.all([
          uniform.attention.data(),
          uniform.vector.data(),
          uniform.words.data(),
        ]);
        for (let l = 0; l < length; l++) expect(a[l]).toBeCloseTo(l < one.length ? 1 / one.length : 0, 6);
        t.forEach((value, e) => {
          const column = one.map((_, l) => h[l * t.length + e]);
          const mean = column.reduce((sum, v) => sum + v, 0) / Math.max(1, one.length);
          expect(value).toBeCloseTo(mean, 6);
        });
        // The words in their context are those that learned attention weighs.
        expect(h).toEqual(await encodeText(weights, config, tokens).words.data());
      }),
      { numRuns: 40 },
    );
  });

  it('pads to the smallest length that holds a review, and cuts at the limit', () => {
    expect([0, 32, 33, 256, 999].map((words) => paddedLength(words, config))).toEqual([32, 32, 64, 256, 256]);
    expect([10, 33, 90].map((words) => paddedLength(words, { maxWords: 50 }))).toEqual([32, 50, 50]);
    expect([0, 16, 17].map((words) => paddedLength(words, config, SINGLE_LENGTHS))).toEqual([16, 16, 32]);
    expect([...padTokens([[5, 6, 7], [8]], 2).ids]).toEqual([5, 6, 8, 0]);
  });
});

describe('keyword profiles', () => {
  const source = fc.record({
    level: fc.double({ min: -3, max: 3, noNaN: true }),
    words: fc.uniqueArray(
      fc.record({
        word: fc.nat(9),
        weight: fc.double({ min: -1, max: 1, noNaN: true }),
        tone: fc.float({ min: -2, max: 2, noNaN: true }),
      }),
      { selector: (w) => w.word },
    ),
    deviation: fc.option(value),
  });

  it('are at most of unit length, each word the sum of its evidence, and those of the match', () => {
    fc.assert(
      fc.property(fc.array(source), (made) => {
        const sources = made.map((one) => ({
          ...one,
          factor: ({ tone }: WordWeight) => signOf(one.level, tone),
        }));
        const { keywords: profile } = keywordProfile(sources, PERSON_DAMPING);
        expect(Math.hypot(...profile.map(({ weight }) => weight))).toBeLessThan(1);
        for (const { weight, evidence } of profile)
          expect(evidence.reduce((sum, e) => sum + e.weight, 0)).toBeCloseTo(weight, 10);
        const said = sparseRows(sources.map((s) => s.words.map((w) => [w.word, w.weight, w.tone] as const)));
        const levels = sources.map((s) => s.level);
        const matched = personWords(said, new Uint8Array(sources.length), levels, 1, 10);
        for (const { word, weight } of profile) expect(weightIn(matched, 0, word)).toBeCloseTo(weight, 6);
      }),
    );
  });

  it('tell a word that is denied by one who disliked the rest as liked', () => {
    const words = (word: number, weight: number) => [{ word, weight }];
    const { keywords } = keywordProfile(
      [
        { factor: () => -1, words: words(1, -1), deviation: -2 },
        { factor: () => 0.5, words: words(2, 1), deviation: null },
      ],
      0,
    );
    const [first, second] = keywords;
    expect([first.word, Math.sign(first.weight), first.polarity]).toEqual([1, 1, 2]);
    expect([second.word, second.polarity]).toEqual([2, null]);
  });
});
