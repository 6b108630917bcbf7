import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biasesOf, biasRatings } from '../../src/recommenders/bias';
import { type Constants, type History, heldOutOf, historyOf } from './baseline';
import { tuneBias, tuneDamping } from './bias';
import { median, tuneGlobalMean, tuneGlobalMedian } from './constant';
import { leastError } from './grid';
import { fitItemNeighbours } from './item-knn';
import { leaveOneOutBias } from './leave-one-out';
import { fitFactors } from './matrix-factorisation';
import { solvePositive } from './solve';

const config: Constants = {
  meanRating: 3,
  damping: { user: 1, item: 1 },
  rating: { field: 'rating', label: 'Rating', min: 1, max: 5, step: 1, mean: 3, deviation: 1 },
  relevant: 4,
};

/** A history without text from rows of user, item, rating (NaN where absent). */
const history = (
  rows: readonly (readonly [number, number, number])[],
  userCount = 4,
  itemCount = 4,
): History => ({
  users: Int32Array.from(rows, (r) => r[0]),
  items: Int32Array.from(rows, (r) => r[1]),
  ratings: Float64Array.from(rows, (r) => r[2]),
  vectors: new Float32Array(rows.length * 2),
  hasText: new Uint8Array(rows.length),
  words: rows.map(() => []),
  userCount,
  itemCount,
});
const none = { users: [], items: [], ratings: [] };

describe('constants', () => {
  const log = history([
    [0, 0, 5],
    [0, 1, 2],
    [1, 1, 2],
    [2, 1, Number.NaN],
  ]);
  const pairs = { users: [0, 9, -1], items: [3, 1, -1] };

  it('mean and median skip absent ratings', () => {
    expect([...tuneGlobalMean(config, log, none, 1).predict(log, pairs)!]).toEqual([3, 3, 3]);
    expect([...tuneGlobalMedian(config, log, none, 1).predict(log, pairs)!]).toEqual([2, 2, 2]);
    expect(median([4, 1])).toBe(2.5);
  });
});

describe('bias', () => {
  const log = history([
    [0, 0, 5],
    [0, 1, 4],
    [1, 1, 2],
    [1, 2, Number.NaN],
  ]);

  it('predicts from the side that is known, clipped for errors only', () => {
    const baseline = tuneBias(config, log, heldOutOf(log, Int32Array.of(0, 1, 2, 3)), 1);
    const tuned = { ...config, damping: tuneDamping(config, log, heldOutOf(log, Int32Array.of(0, 1, 2))) };
    const { users, items } = biasesOf(tuned, log);
    const pairs = { users: [0, -1, 0, 77], items: [1, 0, 9, -1] };
    const expected = [3 + users.biases[0] + items.biases[1], 3 + items.biases[0], 3 + users.biases[0], 3];
    const scores = baseline.scores(log, pairs);
    for (const k of pairs.users.keys()) expect(scores[k]).toBeCloseTo(expected[k], 6);
    for (const rating of baseline.predict(history([[0, 0, 400]]), { users: [0], items: [0] })!)
      expect(rating).toBe(5);
  });

  it('without the interaction itself is what a history without it gives', () => {
    const row = fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 5 }));
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ([u, i]) => `${u}:${i}` });
    fc.assert(
      fc.property(rows, (list) => {
        const whole = history(list);
        const left = leaveOneOutBias(config, whole);
        list.forEach(([user, item], k) => {
          const rest = history(list.filter((_, other) => other !== k));
          const [expected] = biasRatings(config, biasesOf(config, rest), { users: [user], items: [item] });
          expect(left[k]).toBeCloseTo(expected, 5);
        });
      }),
    );
  });
});

describe('item nearest neighbours, against values worked out by hand', () => {
  // Heavy damping leaves the biases at nearly nothing, so that residuals are ratings − 3.
  const flat = { ...config, damping: { user: 1e9, item: 1e9 } };
  const log = history([
    [0, 0, 5],
    [0, 1, 4],
    [1, 0, 2],
    [1, 1, 1],
    [2, 0, 4],
    [3, 1, 5],
  ]);
  const predict = (settings: Partial<Parameters<typeof fitItemNeighbours>[2]>) =>
    fitItemNeighbours(flat, log, {
      similarity: 'cosine',
      neighbours: 5,
      shrinkage: 0,
      ridge: 0,
      ...settings,
    })({ users: [2, 3, 3, 9], items: [1, 0, 3, 0] });

  it('moves by the residual of the neighbour, whatever its similarity, without a ridge', () => {
    const [a, b, c, d] = predict({});
    expect(a).toBeCloseTo(4, 6);
    expect(b).toBeCloseTo(5, 6);
    // Item 3 has no raters, user 9 is unknown.
    expect(c).toBeCloseTo(3, 6);
    expect(d).toBeCloseTo(3, 6);
  });

  it('weighs the neighbour by its shrunk similarity against the ridge', () => {
    // Products 2·1 + (−1)(−2) = 4; norms: item 0 4 + 1 + 1 = 6, item 1 1 + 4 + 4 = 9; common ones 5 and 5.
    const cosine = 4 / Math.sqrt(54);
    expect(predict({ ridge: 1 })[0]).toBeCloseTo(3 + cosine / (cosine + 1), 6);
    const shrunk = (4 / 5) * (2 / (2 + 3));
    expect(predict({ similarity: 'pearson', ridge: 1, shrinkage: 3 })[0]).toBeCloseTo(
      3 + shrunk / (shrunk + 1),
      6,
    );
  });

  it('reads no more neighbours than it may, the most similar first', () => {
    const log3 = history([
      [0, 0, 5],
      [0, 1, 5],
      [0, 2, 4],
      [1, 0, 4],
      [1, 2, 1],
      [2, 1, 5],
      [2, 2, 1],
    ]);
    const one = fitItemNeighbours(flat, log3, {
      similarity: 'cosine',
      neighbours: 1,
      shrinkage: 0,
      ridge: 0,
    });
    // Item 0 is like item 1 (product 4) and unlike item 2 (product 0).
    expect(one({ users: [2], items: [0] })[0]).toBeCloseTo(5, 6);
  });
});

describe('matrix factorisation', () => {
  const tastes = Array.from({ length: 12 }, (_, u) => Array.from({ length: 12 }, (__, i) => [u, i] as const))
    .flat()
    .filter(([u, i]) => (u * 5 + i * 7) % 4 !== 0)
    .map(([u, i]) => [u, i, u % 2 === i % 2 ? 4.5 : 1.5] as const);
  const log = history(tastes, 12, 12);

  it('learns a taste that no bias holds, and repeats with its seed', () => {
    const settings = { factors: 2, regularisation: 0.5, sweeps: 15 };
    const pairs = { users: [0, 0, 2], items: [0, 4, 2] };
    const predicted = fitFactors(config, log, settings, 1)(pairs);
    for (const rating of predicted) expect(rating).toBeGreaterThan(4);
    expect(fitFactors(config, log, settings, 1)(pairs)).toEqual(predicted);
  });

  it('is the damped bias before the factors count, and for unknown entities', () => {
    const heavy = fitFactors(config, log, { factors: 2, regularisation: 1e9, sweeps: 1 }, 1);
    const pairs = { users: [0, 5, -1, 99], items: [3, 40, 2, -1] };
    const expected = biasRatings(config, biasesOf(config, log), pairs);
    const predicted = heavy(pairs);
    for (const k of pairs.users.keys()) expect(predicted[k]).toBeCloseTo(expected[k], 5);
  });

  it('solves symmetric positive definite systems', () => {
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 9, maxLength: 9 }), fc.tuple(entry, entry, entry), (m, b) => {
        // A = M Mᵀ + I
        const a = Float64Array.from({ length: 9 }, (_, at) => {
          const [i, j] = [Math.floor(at / 3), at % 3];
          return (i === j ? 1 : 0) + [0, 1, 2].reduce((sum, k) => sum + m[i * 3 + k] * m[j * 3 + k], 0);
        });
        const x = Float64Array.from(b);
        solvePositive(a.slice(), x);
        for (let i = 0; i < 3; i++)
          expect([0, 1, 2].reduce((sum, j) => sum + a[i * 3 + j] * x[j], 0)).toBeCloseTo(b[i], 8);
      }),
    );
  });
});

describe('grid and parts', () => {
  it('keeps the candidate with the least error, the middle one without validation', () => {
    const validation = { users: [0], items: [0], ratings: [3] };
    expect(leastError([1, 4, 2], (c) => [c], validation)).toBe(4);
    expect(leastError([1, 4, 2], (c) => [c], none)).toBe(4);
    expect(leastError([2, 4, 1], (c) => [c], validation)).toBe(2);
  });

  it('picks rows with their vectors', () => {
    const log = {
      ...history([
        [0, 1, 2],
        [1, 2, 3],
      ]),
      vectors: Float32Array.of(1, 2, 3, 4),
      hasText: [true, false],
      words: [[5], []],
    };
    const picked = historyOf(log, Int32Array.of(1));
    expect([picked.users[0], picked.items[0], picked.ratings[0], picked.hasText[0]]).toEqual([1, 2, 3, 0]);
    expect([...picked.vectors]).toEqual([3, 4]);
    expect(picked.words).toEqual([[]]);
  });
});
