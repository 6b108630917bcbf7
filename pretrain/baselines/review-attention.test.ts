import { beforeAll, describe, expect, it } from 'vitest';
import { biasesOf, biasRatings } from '../../src/recommenders/bias';
import { startTensorFlow } from '../node-tf';
import { random } from '../random';
import { BASELINE_IDS } from '../testing/baseline-ids';
import { memory } from '../tf';
import { type Constants, type History, heldOutOf, historyOf } from './baseline';
import { catalogueScores } from './catalogue-scores';
import { Documents, vectorScale } from './documents';
import { rootMeanSquare } from './grid';
import { REVIEW_OPTIONS } from './review-attention';
import { predictReviews, type TrainedReviews, trainReviews } from './review-training';
import { tuneBaselines } from './tune-all';

const config: Constants = {
  meanRating: 3,
  damping: { user: 3, item: 3 },
  rating: { field: 'rating', label: 'Rating', min: 1, max: 5, step: 1, mean: 3, deviation: 1 },
  relevant: 4,
};

/** People like one of two kinds of item and write of their own kind in the first entry, of the item's in the second. */
function planted(): { log: History; train: Int32Array; test: Int32Array } {
  const source = random(1, 'planted');
  const rows: { user: number; item: number; rating: number; vector: number[]; written: number }[] = [];
  for (let user = 0; user < 30; user++)
    for (let item = 0; item < 20; item++) {
      if (source.next() < 0.4) continue;
      const kind = user % 2 ? 1 : -1;
      const other = item % 2 ? 1 : -1;
      const noise = () => 0.3 * source.normal();
      rows.push({
        user,
        item,
        rating: 3 + kind * other + noise(),
        vector: [kind + noise(), other + noise(), noise()],
        written: source.next() < 0.9 ? 1 : 0,
      });
    }
  const log: History = {
    users: Int32Array.from(rows, (r) => r.user),
    items: Int32Array.from(rows, (r) => r.item),
    ratings: Float64Array.from(rows, (r) => r.rating),
    vectors: Float32Array.from(rows.flatMap((r) => r.vector)),
    hasText: Uint8Array.from(rows, (r) => r.written),
    words: rows.map((r) => (r.written ? [2 + (r.item % 2), 4 + (r.user % 2)] : [])),
    userCount: 30,
    itemCount: 20,
  };
  const all = Int32Array.from(rows, (_, row) => row);
  return { log, train: all.filter((row) => row % 4 > 0), test: all.filter((row) => row % 4 === 0) };
}

const { log, train, test } = planted();
const history = historyOf(log, train);
const held = heldOutOf(log, test);
const options = {
  ...REVIEW_OPTIONS,
  dropout: 0.1,
  batch: 64,
  epochs: 40,
  patience: 40,
  average: 0.9,
  rate: 0.01,
};
let trained: TrainedReviews;
let tensors: { before: number; after: number };

beforeAll(async () => {
  await startTensorFlow();
  trained = trainReviews(config, history, held, { ...options, epochs: 1 }, 1);
  const before = memory().numTensors;
  trained = trainReviews(config, history, held, options, 1);
  predictReviews(config, trained, history)(held);
  tensors = { before, after: memory().numTensors };
}, 60_000);

describe('review attention', () => {
  it('learns from text what no bias holds', () => {
    const bias = rootMeanSquare(biasRatings(config, biasesOf(config, history), held), held);
    expect(rootMeanSquare(predictReviews(config, trained, history)(held), held)).toBeLessThan(0.6 * bias);
  });

  it('gives the same net again from the same seed', () => {
    const short = { ...options, epochs: 2 };
    expect(trainReviews(config, history, held, short, 5)).toEqual(
      trainReviews(config, history, held, short, 5),
    );
  }, 30_000);

  it('leaves no tensors behind', () => {
    expect(tensors.after).toBe(tensors.before);
  });

  it('does not read the review of the pair itself', () => {
    const predict = (vectors: Float32Array) =>
      predictReviews(config, trained, { ...history, vectors })({
        users: [history.users[7]],
        items: [history.items[7]],
      });
    const bent = history.vectors.slice();
    bent.fill(9, 7 * 3, 8 * 3);
    const before = predict(history.vectors)[0];
    expect(predict(bent)[0]).toBeCloseTo(before, 6);
    bent.fill(9);
    expect(Math.abs(predict(bent)[0] - before)).toBeGreaterThan(1e-3);
  });

  it('takes unknown entities on either side, and a history with nothing in it', () => {
    const pairs = { users: [-1, 0, 99], items: [0, 99, -1] };
    const empty = historyOf(log, new Int32Array(0));
    for (const known of [history, empty])
      for (const rating of predictReviews(config, trained, known)(pairs)) expect(rating).toBeGreaterThan(0);
  });

  it('is trained where nobody writes', () => {
    const silent = { ...history, hasText: new Uint8Array(history.users.length) };
    const net = trainReviews(config, silent, held, { ...options, epochs: 1 }, 1);
    expect(predictReviews(config, net, silent)(held).every(Number.isFinite)).toBe(true);
  });
});

describe('documents', () => {
  it('hold the latest reviews of an entity, its mean over all, and neither for the pair itself', () => {
    const small = historyOf(log, Int32Array.of(0, 1, 2, 3));
    const one = {
      ...small,
      users: [0, 0, 0, 1],
      items: [0, 1, 2, 0],
      hasText: [1, 1, 1, 0],
      vectors: Float32Array.of(1, 0, 2, 0, 6, 3, 9, 9),
    };
    const plain = { mean: new Float64Array(2), deviation: Float64Array.of(1, 1) };
    const documents = new Documents(one, plain, 1);
    const batch = documents.batch('users', [0, 0, 1], [1, 3, 0]);
    expect([...batch.vectors]).toEqual([6, 3, 6, 3, 0, 0]);
    expect([...batch.mask]).toEqual([1, 1, 0]);
    expect([...batch.means]).toEqual([3.5, 1.5, 3, 1, 0, 0]);
    expect(batch.logCounts[0]).toBeCloseTo(Math.log(3), 6);
    const scale = vectorScale(one);
    expect([...scale.mean]).toEqual([3, 1]);
    expect(scale.deviation[1]).toBeCloseTo(Math.SQRT2, 12);
  });
});

describe('every baseline', () => {
  it('is tuned, says how, predicts within the scale and ranks the catalogue, for unknown entities too', () => {
    const said: string[] = [];
    const baselines = tuneBaselines(config, history, held, { relevant: 4, seed: 1 }, (line) =>
      said.push(line),
    );
    expect(baselines.map((b) => b.id)).toEqual(BASELINE_IDS);
    expect(said.length).toBe(baselines.length);
    const pairs = { users: [0, -1, 99, 3, -1], items: [1, 2, 3, 99, -1] };
    for (const baseline of baselines) {
      expect(baseline.settings).not.toBe('');
      const scores = baseline.scores(log, pairs);
      expect(scores.every(Number.isFinite)).toBe(true);
      for (const rating of baseline.predict(log, pairs) ?? []) {
        expect(rating).toBeGreaterThanOrEqual(1);
        expect(rating).toBeLessThanOrEqual(5);
      }
      const scoresOf = catalogueScores(baseline, log, [4, 0, 4]);
      expect(scoresOf(0).length).toBe(20);
      expect(scoresOf(0)[1]).toBeCloseTo(scores[0], 4);
    }
  }, 60_000);

  it('can be tuned without a validation part', () => {
    const none = { users: [], items: [], ratings: [] };
    for (const baseline of tuneBaselines(config, history, none, { relevant: 4, seed: 1 }))
      expect(baseline.scores(history, held).every(Number.isFinite)).toBe(true);
  }, 60_000);
});
