import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { logStatistics } from './bias';
import { choiceItems, choiceScores, choiceUsers } from './choice';
import type { ModelConfig } from './config';
import { itemWords, matches, PERSON_DAMPING, personWords, sparseRows, weightIn } from './keywordMatch';
import { initialStates, replay, type States } from './replay';
import { deviationsOf, signOf } from './signs';
import { startBackend } from './testing/backends';
import { cell, D, features, ITEMS, logs, toWeights, USERS } from './testing/cells';
import { refineRow } from './testing/oneAtATime';
import { tensor1d, tensor2d } from './tf';
import type { Weights } from './weights';

const WORDS = 6;
const number = fc.float({ min: -1, max: 1, noNaN: true });
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const heads = fc.record({
  user: numbers(D * D),
  item: numbers(D * D),
  popularity: numbers(2 + D),
  kappa: number,
});
/** What a row has beside its pair: a rating, a rating that its text tells, words; each may be absent. */
const content = fc.record({
  rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: Number.NaN }),
  told: fc.option(fc.float({ min: 1, max: 5, noNaN: true }), { nil: Number.NaN }),
  words: fc.uniqueArray(fc.tuple(fc.nat(WORDS - 1), number), { selector: ([word]) => word, maxLength: 4 }),
});
const MEAN = 3.4;
const config = {
  rating: { deviation: 0.8 },
  meanRating: MEAN,
  damping: { user: 1, item: 2, scale: 3, reliability: 4 },
} as unknown as ModelConfig;

describe.each(['cpu', 'wasm'])('the choice score on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(backend);
  });

  it('comes out the same in t-batches as one interaction and one pair at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs(1),
        fc.record({ user: cell, item: cell }),
        heads,
        fc.array(content, { minLength: 40, maxLength: 40 }),
        async (pairs, cells, head, contents) => {
          const rows = contents.slice(0, pairs.users.length);
          const weights = { ...toWeights(cells), ...choiceWeights(head) } as Weights;
          const log = { ...pairs, ratings: rows.map(({ rating }) => rating) };
          const statistics = logStatistics(config, log, USERS, ITEMS);
          const x = features(log, 5);
          const start = initialStates(weights, USERS, ITEMS);
          const states = replay(weights, start, x, log);
          const said = sparseRows(rows.map(({ words }) => words));
          const deviations = deviationsOf(
            log.users,
            log.ratings,
            rows.map(({ told }) => told),
            MEAN,
            USERS,
          );
          const words = matches(
            personWords(said, log.users, deviations, USERS, WORDS),
            [...Array(USERS).keys()],
            itemWords(said, log.items, ITEMS, WORDS),
          );
          const scores = await choiceScores(
            weights,
            choiceUsers(weights, states.users),
            choiceItems(weights, config, states.items, statistics.items),
            tensor2d(words, [USERS, ITEMS]),
          ).data();
          // Last, since a scatter on the CPU backend writes into the states it is given.
          let single: States = start;
          for (let row = 0; row < rows.length; row++) single = refineRow(weights, single, x, log, row).states;
          const one = { users: await single.users.array(), items: await single.items.array() };
          for (let u = 0; u < USERS; u++)
            for (let i = 0; i < ITEMS; i++) {
              const { counts, biases } = statistics.items;
              const known = [Math.log1p(counts[i]), biases[i] / 0.8, ...one.items[i]];
              const [ofUser, ofItem] = [times(one.users[u], head.user), times(one.items[i], head.item)];
              const expected =
                dot(known, head.popularity) +
                dot(ofUser, ofItem) / Math.sqrt(D) +
                head.kappa *
                  matchByHand(
                    log,
                    rows,
                    [...deviations].map((one) => signOf(one)),
                    u,
                    i,
                  );
              expect(scores[u * ITEMS + i]).toBeCloseTo(expected, 4);
            }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('of people who have said nothing, and of items nothing was said of, has no word in it', async () => {
    await fc.assert(
      fc.asyncProperty(heads, numbers(USERS * D), numbers(ITEMS * D), async (head, users, items) => {
        const weights = choiceWeights(head) as Weights;
        const none = sparseRows([]);
        const words = matches(
          personWords(none, [], [], USERS, WORDS),
          [...Array(USERS).keys()],
          itemWords(none, [], ITEMS, WORDS),
        );
        const own = choiceUsers(weights, tensor2d(users, [USERS, D]));
        const empty = { counts: new Float32Array(ITEMS), biases: new Float32Array(ITEMS) };
        const side = choiceItems(weights, config, tensor2d(items, [ITEMS, D]), empty);
        // 0 is 0 with either sign.
        const plain = (scores: ArrayLike<number>) => Array.from(scores, (score) => score + 0);
        expect(plain(await choiceScores(weights, own, side, tensor2d(words, [USERS, ITEMS])).data())).toEqual(
          plain(await choiceScores(weights, own, side, null).data()),
        );
      }),
      { numRuns: 20 },
    );
  });
});

type Head = typeof heads extends fc.Arbitrary<infer T> ? T : never;
type Row = typeof content extends fc.Arbitrary<infer T> ? T : never;

const choiceWeights = ({ user, item, popularity, kappa }: Head): Partial<Weights> =>
  ({
    'choice/user/kernel': tensor2d(user, [D, D]),
    'choice/item/kernel': tensor2d(item, [D, D]),
    'choice/popularity': tensor2d(popularity, [2 + D, 1]),
    'choice/words': tensor1d([kappa]),
  }) as Partial<Weights>;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, k) => sum + x * b[k], 0);
const times = (row: readonly number[], kernel: readonly number[]): number[] =>
  row.map((_, e) => row.reduce((sum, x, d) => sum + x * kernel[d * D + e], 0));
const unit = (row: readonly number[], damping = 0): number[] => {
  const norm = Math.hypot(...row);
  return norm > 0 ? row.map((x) => x / (norm + damping)) : [...row];
};

/** ⟨k_u, k_i⟩ with dense rows. */
function matchByHand(
  log: { readonly users: readonly number[]; readonly items: readonly number[] },
  rows: readonly Row[],
  signs: readonly number[],
  u: number,
  i: number,
): number {
  const said = sparseRows(rows.map(({ words }) => words));
  const sumOf = (factor: (row: number) => number): number[] =>
    Array.from({ length: WORDS }, (_, word) =>
      rows.reduce((sum, _, row) => sum + factor(row) * weightIn(said, row, word), 0),
    );
  const items = Array.from({ length: ITEMS }, (_, item) =>
    unit(sumOf((row) => Number(log.items[row] === item))),
  );
  const mean = items[0].map((_, word) => items.reduce((sum, one) => sum + one[word] / ITEMS, 0));
  const person = unit(
    sumOf((row) => (log.users[row] === u ? signs[row] : 0)),
    PERSON_DAMPING,
  );
  return dot(person, unit(items[i].map((x, word) => x - mean[word])));
}
