import { beforeAll, describe, expect, it } from 'vitest';
import { contributions } from './attribution';
import { type LogStatistics, logStatistics } from './bias';
import { choiceItems, choiceScores, choiceUsers } from './choice';
import type { ModelConfig, ScorerVariant } from './config';
import { feedbackTensors, fuseFeatures, toFeedbackBatch } from './features';
import golden from './golden.json';
import { itemWords, matches, personWords, sparseRows, weightIn } from './keywordMatch';
import { initialStates, replay } from './replay';
import { weightsOf } from './said';
import { itemStatistics, scoreItems, scorePairs, sideScores, userStatistics } from './score';
import { deviationsOf, signOf } from './signs';
import { startBackend } from './testing/backends';
import { refineRow } from './testing/oneAtATime';
import { encodeText, padTokens, toldRatings } from './text';
import { gather, matMul, type Tensor, type Tensor2D, tensor1d, tensor2d } from './tf';
import { tonesOf } from './tones';
import { sizeOf, toWeights, type Weights, type WeightValues, weightShapes } from './weights';

/** The shapes and constants of scripts/golden/make_golden.py, which computes the expected values with PyTorch. */
const scale = (field: string, mean: number, deviation: number) => ({
  field,
  label: field,
  min: 0,
  max: 10,
  step: 1,
  mean,
  deviation,
});
const config: ModelConfig = {
  stateSize: 5,
  embedSize: 4,
  attentionSize: 3,
  hiddenSize: 6,
  vocabularySize: 11,
  maxWords: 64,
  rating: scale('rating', 3.4, 0.8),
  aspects: [scale('a', 6, 1.5), scale('b', 2.5, 0.5)],
  scorer: 'full',
  product: false,
  meanRating: 3.4,
  damping: { user: 2, item: 3, scale: 4, reliability: 5 },
};
const TOLERANCE = 1e-5;

function goldenWeights(): Weights {
  const shapes = weightShapes(config);
  const values = {} as WeightValues;
  golden.names.forEach((name, j) => {
    const key = name as keyof WeightValues;
    values[key] = Float32Array.from({ length: sizeOf(shapes[key]) }, (_, k) => 0.3 * Math.sin(0.7 * k + j));
  });
  return toWeights(config, values);
}

async function expectClose(actual: Tensor, expected: number[][] | number[]): Promise<void> {
  const flat = expected.flat();
  const got = await actual.data();
  expect(got).toHaveLength(flat.length);
  const worst = Math.max(...flat.map((e, k) => Math.abs(e - got[k])));
  expect(worst).toBeLessThan(TOLERANCE);
}

const column = (k: number) => golden.log.map((row) => row[k]);
const log = {
  users: column(0) as number[],
  items: column(1) as number[],
  ratings: column(3).map((r) => r ?? Number.NaN),
};

function expectStatistics(
  { users, items }: LogStatistics,
  expected: Pick<typeof golden, 'userBiases' | 'itemBiases' | 'scales' | 'support' | 'reliabilities'>,
): void {
  for (const [k, b] of expected.userBiases.entries()) expect(users.biases[k]).toBeCloseTo(b, 6);
  for (const [k, b] of expected.itemBiases.entries()) expect(items.biases[k]).toBeCloseTo(b, 6);
  for (const [k, s] of expected.scales.entries()) expect(users.scales[k]).toBeCloseTo(s, 6);
  for (const [k, n] of expected.support.entries()) expect(items.support[k]).toBeCloseTo(n, 6);
  for (const [k, w] of expected.reliabilities.entries()) expect(users.reliabilities[k]).toBeCloseTo(w, 6);
}

describe.each(['cpu', 'wasm'])('against PyTorch, on %s', (backend) => {
  let weights: Weights;
  beforeAll(async () => {
    await startBackend(backend);
    weights = goldenWeights();
  });

  const featuresOfLog = (): Tensor2D => {
    const text = Float32Array.from(
      golden.log.flatMap(([, , review]) => (review === null ? [9, 9, 9, 9] : golden.vectors[review])),
    );
    const batch = toFeedbackBatch(
      config,
      golden.log.map(([, , , rating, a, b]) => ({ rating: rating ?? null, aspects: [a ?? null, b ?? null] })),
      golden.log.map(([, , review]) => review !== null),
    );
    return fuseFeatures(weights, tensor2d(text, [golden.log.length, 4]), ...feedbackTensors(config, batch));
  };

  it('the text encoder: attention and text vectors, padded or not', async () => {
    for (const length of [6, 32]) {
      const { attention, vector } = encodeText(weights, config, padTokens(golden.reviews, length));
      await expectClose(vector, golden.vectors);
      const rows = golden.attention.map((row) => [...row, ...new Array(length - row.length).fill(0)]);
      await expectClose(attention, rows);
    }
  });

  it('the features, absent modalities included', async () => {
    await expectClose(featuresOfLog(), golden.features);
  });

  it('both cells over a whole log, in t-batches', async () => {
    const states = replay(weights, initialStates(weights, 3, 3), featuresOfLog(), log);
    await expectClose(states.users, golden.users);
    await expectClose(states.items, golden.items);
  });

  it('the gates of one user, and what each interaction leaves in the state', async () => {
    const x = featuresOfLog();
    let states = initialStates(weights, 3, 3);
    const [initial] = (await states.users.array()) as number[][];
    const updates: Float32Array[] = [];
    const candidates: Float32Array[] = [];
    for (const [row, user] of log.users.entries()) {
      const step = refineRow(weights, states, x, log, row);
      states = step.states;
      if (user !== 0) continue;
      await expectClose(step.refinement.user.update, golden.updates[updates.length]);
      await expectClose(step.refinement.user.candidate, golden.candidates[candidates.length]);
      updates.push((await step.refinement.user.update.data()) as Float32Array);
      candidates.push((await step.refinement.user.candidate.data()) as Float32Array);
    }
    const parts = contributions(initial, updates, candidates);
    for (const [k, part] of [parts.initial, ...parts.steps].entries())
      for (const [d, expected] of golden.contributions[k].entries())
        expect(Math.abs(part[d] - expected)).toBeLessThan(TOLERANCE);
    expect(parts.steps).toHaveLength(golden.contributions.length - 1);
  });

  it('the damped biases, scales and reliabilities of the history', () => {
    const statistics = logStatistics(config, log, 3, 3);
    expectStatistics(statistics, golden);
    expect([...statistics.users.counts]).toEqual([3, 2, 1]);
  });

  it('the statistics of a history in which somebody likes what others do not: that scale is 0', () => {
    const [users, items, ratings] = [0, 1, 2].map((k) => golden.contrary.log.map((row) => row[k]));
    const statistics = logStatistics(config, { users, items, ratings }, 3, 3);
    expectStatistics(statistics, golden.contrary);
    expect(statistics.users.scales[1]).toBe(0);
  });

  it('the keyword profiles of people and items, and their match', async () => {
    const { idf, mentions } = golden.choice;
    const said = sparseRows(mentions.map((one) => weightsOf(one as [number, number][], idf)));
    const vectors = golden.log.map(([, , review]) => golden.vectors[review ?? 0]);
    const told = [...(await toldRatings(weights, config, tensor2d(vectors)).data())].map((rating, row) =>
      golden.log[row][2] === null ? Number.NaN : rating,
    );
    for (const [k, rating] of golden.choice.told.entries())
      if (rating !== null) expect(told[k]).toBeCloseTo(rating, 5);
    const deviations = deviationsOf(log.users, log.ratings, told, config.meanRating, 3);
    for (const [k, sign] of golden.choice.signs.entries()) expect(signOf(deviations[k])).toBeCloseTo(sign, 5);
    const people = personWords(said, log.users, deviations, 3, idf.length);
    const items = itemWords(said, log.items, 3, idf.length);
    for (let e = 0; e < 3; e++)
      for (let word = 0; word < idf.length; word++) {
        expect(weightIn(people, e, word)).toBeCloseTo(golden.choice.people[e][word], 5);
        const centred = (weightIn(items.unit, e, word) - items.mean[word]) / items.norms[e];
        expect(centred).toBeCloseTo(golden.choice.items[e][word], 5);
      }
    const found = matches(people, [0, 1, 2], items);
    golden.choice.matched.flat().forEach((match, k) => {
      expect(found[k]).toBeCloseTo(match, 5);
    });
  });

  it('the profiles where words of one review differ in their sign, by the tone of their sentences', async () => {
    const { idf, mentions, sentences, gain, bySentence } = golden.choice;
    const { vector } = encodeText(weights, config, padTokens(sentences, 32));
    const heard = await toldRatings(weights, config, vector).data();
    bySentence.forEach((rating, k) => {
      expect(heard[k]).toBeCloseTo(rating, 5);
    });
    const units = sentences.map((ids) => Int32Array.from(ids));
    const toned = { ...config, tone: { unit: 'sentence', gain } } as const;
    const said = sparseRows(
      mentions.map((one, row) => {
        const tones = golden.log[row][2] === 0 ? tonesOf(units, heard, toned) : null;
        return weightsOf(one as [number, number][], idf).map(
          ([word, weight]) => [word, weight, tones?.get(word)] as const,
        );
      }),
    );
    const told = golden.choice.told.map((rating) => rating ?? Number.NaN);
    const deviations = deviationsOf(log.users, log.ratings, told, config.meanRating, 3);
    const people = personWords(said, log.users, deviations, 3, idf.length);
    for (let e = 0; e < 3; e++)
      for (let word = 0; word < idf.length; word++)
        expect(weightIn(people, e, word)).toBeCloseTo(golden.choice.tonedPeople[e][word], 5);
    const found = matches(people, [0, 1, 2], itemWords(said, log.items, 3, idf.length));
    golden.choice.tonedMatch.flat().forEach((match, k) => {
      expect(found[k]).toBeCloseTo(match, 5);
    });
  });

  it('the choice score: popularity, states and words', async () => {
    const { items } = logStatistics(config, log, 3, 3);
    const ofItems = choiceItems(weights, config, tensor2d(golden.items), items);
    await expectClose(ofItems.popularity, golden.choice.popularity);
    const users = choiceUsers(weights, tensor2d(golden.users));
    const scores = choiceScores(weights, users, ofItems, tensor2d(golden.choice.matched));
    await expectClose(scores, golden.choice.scores);
  });

  it('the choice score end to end: words read, the log streamed in t-batches, profiles signed, all parts summed', async () => {
    const { vector } = encodeText(weights, config, padTokens(golden.reviews, 32));
    const spoken = gather(
      vector,
      tensor1d(
        golden.log.map(([, , review]) => review ?? 0),
        'int32',
      ),
    ) as Tensor2D;
    const batch = toFeedbackBatch(
      config,
      golden.log.map(([, , , rating, a, b]) => ({ rating: rating ?? null, aspects: [a ?? null, b ?? null] })),
      golden.log.map(([, , review]) => review !== null),
    );
    const x = fuseFeatures(weights, spoken, ...feedbackTensors(config, batch));
    const states = replay(weights, initialStates(weights, 3, 3), x, log);
    const told = [...(await toldRatings(weights, config, spoken).data())].map((rating, row) =>
      golden.log[row][2] === null ? Number.NaN : rating,
    );
    const { idf, mentions } = golden.choice;
    const said = sparseRows(mentions.map((one) => weightsOf(one as [number, number][], idf)));
    const deviations = deviationsOf(log.users, log.ratings, told, config.meanRating, 3);
    const words = matches(
      personWords(said, log.users, deviations, 3, idf.length),
      [0, 1, 2],
      itemWords(said, log.items, 3, idf.length),
    );
    const { items } = logStatistics(config, log, 3, 3);
    const side = choiceItems(weights, config, states.items, items);
    const users = choiceUsers(weights, states.users);
    await expectClose(choiceScores(weights, users, side, tensor2d(words, [3, 3])), golden.choice.scores);
    // The match of the states is what popularity and κ·words leave of it.
    const [kappa] = await weights['choice/words'].data();
    const { popularity, matched, scores } = golden.choice;
    const left = scores.map((row, u) => row.map((s, i) => s - popularity[i] - kappa * matched[u][i]));
    await expectClose(matMul(users, side.match, false, true), left);
  });

  it.each(['full', 'dot', 'mlp'] as ScorerVariant[])('the scorer, variant %s', async (scorer) => {
    const { users, items } = logStatistics(config, log, 3, 3);
    const userTensors = userStatistics(config, users);
    const itemTensors = itemStatistics(config, items);
    const user = sideScores(
      weights,
      'user',
      tensor2d(golden.users.slice(0, 1)),
      userStatistics(config, {
        counts: users.counts.slice(0, 1),
        biases: users.biases.slice(0, 1),
        scales: users.scales.slice(0, 1),
        reliabilities: users.reliabilities.slice(0, 1),
      }),
    );
    const all = sideScores(weights, 'item', tensor2d(golden.items), itemTensors);
    const expected = golden.scores[scorer];
    const parts = scoreItems(weights, { ...config, scorer }, user, all);
    for (const [k, name] of (['userBias', 'itemBias', 'dot', 'mlp', 'rating'] as const).entries())
      await expectClose(
        parts[name],
        expected.map((row) => row[k]),
      );

    // The same pairs, one by one.
    const first = tensor1d([0, 0, 0], 'int32');
    const repeated = sideScores(weights, 'user', gather(tensor2d(golden.users), first), {
      biases: gather(userTensors.biases, first),
      scales: gather(userTensors.scales, first),
      known: gather(userTensors.known, first),
    });
    await expectClose(
      scorePairs(weights, { ...config, scorer }, repeated, all).rating,
      expected.map((row) => row[4]),
    );
  });
});
