import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackOf } from '../../src/recommenders/feedback';
import { fitImplicitNeighbours } from '../../src/recommenders/neighbours';
import { type Constants, type History, peopleOf } from './baseline';
import { fitContent, tuneContent } from './content';
import { fitEase, tuneEase } from './ease';
import { byTurns, tunedFrom } from './grid';
import { fitImplicitFactors, sweepImplicit, tuneImplicitFactors } from './ials';
import { tuneImplicitNeighbours } from './item-knn-implicit';
import { tunePopularity, tunePopularityOfLiked } from './popularity';
import { type FitRanker, type Rank, rankingBaseline, validationNdcg } from './ranker';

const config: Constants = {
  meanRating: 3.9,
  damping: { user: 1, item: 1 },
  rating: { field: 'rating', label: 'Rating', min: 1, max: 5, step: 1, mean: 3.9, deviation: 1 },
  relevant: 4,
};
type Row = readonly [user: number, item: number, rating: number, words: readonly number[]];

const history = (rows: readonly Row[], userCount: number, itemCount: number): History => ({
  users: Int32Array.from(rows, (r) => r[0]),
  items: Int32Array.from(rows, (r) => r[1]),
  ratings: Float64Array.from(rows, (r) => r[2]),
  words: rows.map((r) => r[3]),
  vectors: new Float32Array(rows.length),
  hasText: rows.map((r) => r[3].length > 0),
  userCount,
  itemCount,
});
const ROWS: readonly Row[] = [
  [0, 0, 5, [2, 3, 3]],
  [0, 1, 4, [2, 4]],
  [0, 2, 2, [3]],
  [1, 0, 4, [2]],
  [1, 3, 5, [4, 5, 5]],
  [2, 1, 1, [6, 3]],
  [2, 2, 4, [5]],
  [2, 4, Number.NaN, [2, 6]],
  [3, 3, 4, [4]],
  [3, 4, 5, [6, 6, 2]],
  [4, 0, 3, []],
  [4, 2, 5, [5, 2, 7]],
];
/** The sixth person has done nothing. */
const log = history(ROWS, 6, 5);

/** The same people and items the other way round, so that there are more items than people. */
const turned = history(
  ROWS.map(([user, item, rating, words]) => [item, user, rating, words]),
  5,
  6,
);

/** The people of a history by their number. */
const ranked = (rank: Rank, one: History) => {
  const personOf = peopleOf(one);
  return (user: number) => rank(personOf(user));
};

/** Scores of three people for the five items, to six digits. */
const close = (fitted: FitRanker, expected: readonly (readonly number[])[]): void => {
  const rank = ranked(fitted(log), log);
  [0, 2, 4].forEach((user, k) => {
    expected[k].forEach((value, item) => {
      expect(rank(user)?.[item]).toBeCloseTo(value, 6);
    });
  });
  expect(rank(5)).toBeNull();
  expect(rank(-1)).toBeNull();
  expect(rank(99)).toBeNull();
};

const randomLog = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(7), fc.integer({ min: 1, max: 5 })), {
    minLength: 3,
    maxLength: 30,
    selector: ([user, item]) => `${user}:${item}`,
  })
  .map((rows) => rows.map(([user, item, rating]): Row => [user, item, rating, [2 + (item % 3)]]));

// The expected figures of this file come from dense solutions in NumPy.
describe('EASE', () => {
  it('is the closed form, from more people than items', () => {
    close(fitEase(4, { penalty: 0.7, others: 0.5 }), [
      [0.55877179, 0.43476755, 0.62399399, 0.15988898, -0.01621413],
      [0.28113704, 0.282695, 0.32420195, -0.00373749, 0.29536507],
      [0.25851592, 0.36352383, 0.15920768, 0.05366622, 0.06525224],
    ]);
  });

  it('learns from what was liked alone where other interactions count nothing', () => {
    const rank = ranked(fitEase(4, { penalty: 2, others: 0 })(log), log);
    [0.33333333, 0.26829268, 0, 0.18181818, -0.04878049].forEach((value, item) => {
      expect(rank(0)?.[item]).toBeCloseTo(value, 6);
    });
  });

  it('ranks the most popular items alone where both sides are large', () => {
    const settings = { penalty: 0.7, others: 0.5 };
    const rank = ranked(fitEase(4, settings, 3)(log), log);
    // Items 0 and 2 have three interactions, item 1 the first two of all others.
    const few = history(
      ROWS.filter(([, item]) => item < 3),
      6,
      3,
    );
    const alone = ranked(fitEase(4, settings)(few), few);
    for (const user of [0, 2, 4]) {
      alone(user)!.forEach((value, item) => {
        expect(rank(user)?.[item]).toBeCloseTo(value, 10);
      });
      expect([...rank(user)!.slice(3)].map(Math.abs)).toEqual([0, 0]);
    }
    expect(rank(3)).toBeNull();
  });

  it('minimises its objective on any log, whichever side is the larger one', () => {
    fc.assert(
      fc.property(randomLog, fc.constantFrom(0.5, 3, 20), fc.boolean(), (rows, penalty, wide) => {
        const [U, I] = wide ? [6, 8] : [8, 6];
        const one = history(
          rows.map(([u, i, r, w]): Row => (wide ? [u, i, r, w] : [i, u, r, w])),
          U,
          I,
        );
        const x = Array.from({ length: U }, () => new Float64Array(I));
        Array.from(one.users).forEach((user, row) => {
          x[user][one.items[row]] = one.ratings[row] >= 4 ? 1 : 0.5;
        });
        const rank = ranked(fitEase(4, { penalty, others: 0.5 })(one), one);
        // Column j of B solves (XᵀX + λI) b = Xᵀx_j + γ e_j with b_j = 0: so Xᵀ(x_j − X b) = λ b off the diagonal.
        for (let j = 0; j < I; j++) {
          const told = x.map((_, user) => rank(user)?.[j] ?? 0);
          const b = Array.from({ length: I }, (_, i) =>
            x.reduce((sum, row, user) => sum + (row[i] * (row[j] - told[user])) / penalty, 0),
          );
          b[j] = 0;
          x.forEach((row, user) => {
            expect(row.reduce((sum, value, i) => sum + value * b[i], 0)).toBeCloseTo(told[user], 8);
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('item nearest neighbours on implicit feedback', () => {
  it('sums shrunk similarities to the neighbours that a person has had', () => {
    const settings = { neighbours: 2, shrinkage: 1, power: 0.5, others: 0.5 };
    close(fitImplicitNeighbours(4, settings), [
      [0.42206445, 0.58003364, 0.7745349, 0.35921983, 0.09667227],
      [0.21103223, 0.38668909, 0.21103223, 0.21463152, 0.19334455],
      [0, 0.58003364, 0.17623522, 0.17960992, 0.19334455],
    ]);
  });

  it('is the plain cosine without shrinkage', () => {
    const settings = { neighbours: 9, shrinkage: 0, power: 1, others: 0 };
    const rank = ranked(fitImplicitNeighbours(4, settings)(log), log);
    [Math.SQRT1_2, Math.SQRT1_2, 0, 0.5, 0].forEach((value, item) => {
      expect(rank(0)?.[item]).toBeCloseTo(value, 12);
    });
  });
});

describe('implicit ALS', () => {
  const settings = { factors: 2, regularisation: 0.05, unobserved: 0.3, others: 0.5 };

  it('solves each side in closed form', () => {
    const p = new Float64Array(12);
    const q = Float64Array.from({ length: 10 }, (_, at) => Math.cos(3 * (at >> 1) + 2 * (at % 2) + 1));
    const feedback = feedbackOf(log, 4, 0.5);
    for (let sweep = 0; sweep < 2; sweep++) sweepImplicit(feedback, settings, { p, q });
    const expected = [
      [0.66762776, 0.57187912, 0.66018468, -0.09056968, -0.17084617],
      [-0.0227235, 0.48745122, 0.62808214, -0.3876348, 0.43149487],
      [0.50670529, 0.47708228, 0.55630046, -0.10191841, -0.09351778],
    ];
    [0, 2, 4].forEach((user, k) => {
      expected[k].forEach((value, item) => {
        expect(p[2 * user] * q[2 * item] + p[2 * user + 1] * q[2 * item + 1]).toBeCloseTo(value, 6);
      });
    });
  });

  it('never raises its objective, on any log', () => {
    fc.assert(
      fc.property(randomLog, (rows) => {
        const feedback = feedbackOf(history(rows, 6, 8), 4, 0.5);
        const p = Float64Array.from({ length: 12 }, (_, at) => Math.sin(at + 1));
        const q = Float64Array.from({ length: 16 }, (_, at) => Math.cos(at + 1));
        const objective = (): number => {
          const told = (user: number, item: number) =>
            p[2 * user] * q[2 * item] + p[2 * user + 1] * q[2 * item + 1];
          const [users, items] = [new Float64Array(6).fill(0.3 * 8), new Float64Array(8).fill(0.3 * 6)];
          let sum = 0;
          for (let user = 0; user < 6; user++)
            for (let item = 0; item < 8; item++) sum += 0.3 * told(user, item) ** 2;
          rows.forEach(([user, item], row) => {
            sum += feedback.weights[row] * (1 - told(user, item)) ** 2;
            users[user] += feedback.weights[row];
            items[item] += feedback.weights[row];
          });
          users.forEach((n, e) => {
            sum += 0.05 * n * (p[2 * e] ** 2 + p[2 * e + 1] ** 2);
          });
          items.forEach((n, e) => {
            sum += 0.05 * n * (q[2 * e] ** 2 + q[2 * e + 1] ** 2);
          });
          return sum;
        };
        let before = objective();
        for (let sweep = 0; sweep < 4; sweep++) {
          sweepImplicit(feedback, settings, { p, q });
          const after = objective();
          expect(after).toBeLessThanOrEqual(before + 1e-9);
          before = after;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('repeats with its seed, and knows nothing of whom nothing counts for', () => {
    const once = (seed: number) => ranked(fitImplicitFactors(4, { ...settings, sweeps: 3 }, seed, log), log);
    expect(once(1)(0)).toEqual(once(1)(0));
    expect(once(1)(0)).not.toEqual(once(2)(0));
    expect(once(1)(5)).toBeNull();
  });
});

describe('TF-IDF content', () => {
  it('meets profiles of liked reviews with centred ones of items', () => {
    close(
      fitContent(config, { counts: 'liked', of: 'all', power: 1, centred: 'yes', fewest: 1, largest: 1 }),
      [
        [0.44739924, 0.923685, -0.30196814, -0.01257432, -0.6745969],
        [-0.33034897, -0.48409763, 0.63034075, 0.30324623, -0.29770001],
        [-0.11210095, -0.37546227, 0.61824593, -0.03151513, -0.21873963],
      ],
    );
  });

  it('counts what was disliked against, without rare and common words', () => {
    close(
      fitContent(config, { counts: 'signed', of: 'all', power: 1, centred: 'no', fewest: 2, largest: 0.4 }),
      [
        [0.1534041, 0.4095777, 0.0686044, 0.40884696, 0],
        [-1.06066017, -1.06066017, 0.25922538, 0.40655834, -1.06066017],
        [0, 0, 1.01552998, 0.56282816, 0],
      ],
    );
  });

  it('describes items by what those who liked them wrote, longer profiles ahead', () => {
    const settings = {
      counts: 'liked',
      of: 'liked',
      power: 0.5,
      centred: 'yes',
      fewest: 1,
      largest: 1,
    } as const;
    close(fitContent(config, settings), [
      [0.70820687, 0.67458686, -0.88363152, 0.24115114, -0.52660448],
      [-0.40597733, -0.40339482, 0.90299325, 0.42866479, -0.29818278],
      [-0.16382619, -0.28345841, 0.88548606, -0.09725638, -0.24713456],
    ]);
  });

  it('counts every review alike, rated or not', () => {
    close(
      fitContent(config, { counts: 'all', of: 'all', power: 1, centred: 'yes', fewest: 1, largest: 0.5 }),
      [
        [1.12433499, 1.13135893, -0.14618412, -0.31321041, -1.2335586],
        [-0.42743498, 0.31415074, 0.07311532, -0.69176643, 0.73379717],
        [-0.24905695, -0.37485646, 0.72437395, 0.051069, -0.21631092],
      ],
    );
  });
});

describe('ranking baselines', () => {
  const none = { users: [], items: [], ratings: [] };

  it('count all interactions, or those that were liked', () => {
    const pairs = { users: [0, 0, 0, 0, 0, 9], items: [0, 1, 2, 3, 4, 9] };
    expect([...tunePopularity(config, log, none, 1).scores(log, pairs)]).toEqual([3, 2, 3, 2, 2, 0]);
    expect([...tunePopularityOfLiked(config, log, none, 1).scores(log, pairs)]).toEqual([2, 1, 2, 2, 1, 0]);
  });

  it('show whom they know nothing of what most people liked', () => {
    const one = rankingBaseline(
      config,
      { id: 'x', label: 'x', settings: '' },
      () =>
        ({ items }) =>
          items.length > 0 ? Float64Array.of(1, 2, 3, 4, 5) : null,
    );
    expect([...one.catalogue!(log)(0)]).toEqual([1, 2, 3, 4, 5]);
    expect([...one.catalogue!(log)(5)]).toEqual([2, 1, 2, 2, 1]);
    const pairs = { users: [5, 0, -1, 0], items: [0, 2, 3, 9] };
    expect([...one.scores(log, pairs)]).toEqual([2, 3, 2, 0]);
    expect(one.predict(log, pairs)).toBeNull();
  });

  it('show somebody new what they show somebody of the history who did the same', () => {
    const wide = { log, personOf: peopleOf(log) };
    const long = { log: turned, personOf: peopleOf(turned) };
    for (const { log: one, personOf } of [wide, long])
      for (const tune of [tuneEase, tuneImplicitFactors, tuneImplicitNeighbours, tuneContent]) {
        const baseline = tune(config, one, none, 1);
        for (let user = 0; user < one.userCount; user++)
          expect(baseline.newcomer!(one)(personOf(user))).toEqual(baseline.catalogue!(one)(user));
        // An item that nobody has had tells nothing; words that nobody has written neither.
        const stranger = { items: [99], ratings: [5], words: [[98]] };
        expect([...baseline.newcomer!(one)(stranger)]).toEqual([...baseline.catalogue!(one)(-1)]);
      }
  });

  it('are tuned by the catalogue NDCG@10 of the validation part, without own items', () => {
    const validation = { users: [1, 1, 3], items: [1, 2, 0], ratings: [5, 2, 3] };
    // Item 1 is third of the three that the person has not had.
    const rank = () => Float64Array.of(9, 1, 2, 9, 3);
    expect(validationNdcg(rank, log, validation, 4)).toBeCloseTo(0.5, 12);
    expect(validationNdcg(rank, log, none, 4)).toBeNaN();
    const tuned = tuneEase(config, log, validation, 1);
    expect(tuned.settings).toMatch(
      /^Penalty \d+ \(of 10, 30, .*\), weight of what was not liked [\d.]+ \(of 0, /,
    );
    expect(tuneEase(config, turned, none, 1).settings).toContain('Penalty 1000 ');
  });

  it('choose settings one at a time, and score none twice', () => {
    const asked: string[] = [];
    const grid = { a: [1, 2, 3], b: [10, 20] };
    const best = byTurns({ a: 1, b: 10 }, grid, ({ a, b }) => {
      asked.push(`${a}:${b}`);
      return a * (b === 20 ? 2 : 1) - (a === 3 ? 1 : 0);
    });
    expect(best).toEqual({ a: 3, b: 20 });
    expect(new Set(asked).size).toBe(asked.length);
    expect(tunedFrom(best, grid, { a: 'the one', b: 'the other' })).toBe(
      'The one 3 (of 1, 2, 3), the other 20 (of 10, 20).',
    );
  });
});
