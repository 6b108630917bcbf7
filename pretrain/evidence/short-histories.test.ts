import { expect, it } from 'vitest';
import { foldOf } from './cold-start';
import { SHORT, shortHistories, shortMeans, shortRankings } from './short-histories';

const userIds = Array.from({ length: 12 }, (_, k) => `u${k}`);
const pairs = userIds.flatMap((_, user) => Array.from({ length: 9 }, (__, item) => ({ user, item })));
const log = {
  users: Int32Array.from(pairs, (p) => p.user),
  items: Int32Array.from(pairs, (p) => p.item),
  ratings: Float64Array.from(pairs, () => 5),
};
// Everybody has had items 0 to 6 and holds out 7 and 8; user 11 liked neither.
const history = Int32Array.from(pairs, (_, row) => row).filter((row) => log.items[row] < 7);
const test = {
  users: userIds.flatMap((_, user) => [user, user]),
  items: userIds.flatMap(() => [7, 8]),
  ratings: userIds.flatMap((_, user) => [user < 11 ? 5 : 1, 1]),
};
const input = { log, itemCount: 12, history, test, relevant: 4, userIds };

it('cuts the people of one fold to their first reviews, and ranks what they have not had', () => {
  const calls: { history: Int32Array; users: readonly number[] }[] = [];
  const found = shortRankings(
    input,
    (kept, users) => {
      calls.push({ history: kept, users });
      // What was cut away ranks first, and is left out all the same.
      return () => [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    },
    1,
  );
  expect(found.map(({ known }) => known)).toEqual([...SHORT]);
  for (const { rankings } of found) {
    expect(rankings.map(({ user }) => user).sort((a, b) => a - b)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    for (const one of rankings) expect([one['ndcg@10'], one['recall@10']]).toEqual([1, 1]);
  }
  const lengths = new Set<number>();
  for (const call of calls) {
    const folds = new Set(call.users.map((user) => foldOf(1, 'user', userIds[user])));
    expect(folds.size).toBe(1);
    userIds.forEach((id, user) => {
      const own = [...call.history].filter((row) => log.users[row] === user).map((row) => log.items[row]);
      if (folds.has(foldOf(1, 'user', id))) lengths.add(own.length);
      expect(own).toEqual([0, 1, 2, 3, 4, 5, 6].slice(0, own.length));
      if (!folds.has(foldOf(1, 'user', id))) expect(own.length).toBe(7);
    });
  }
  expect([...lengths].sort()).toEqual([...SHORT]);
});

it('gives means, and intervals around them', () => {
  const second = () => () => [0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0];
  const [first] = shortMeans(input, second, 1);
  expect(first).toMatchObject({ known: 1, 'catalogue/recall@10': 1, n: 11 });
  expect(first['catalogue/ndcg@10']).toBeCloseTo(1 / Math.log2(3), 12);
  const [row] = shortHistories('m', input, second, { seed: 1, draws: 20 });
  expect(row).toMatchObject({ model: 'm', known: 1, n: 11 });
  expect(row['catalogue/ndcg@10'].low).toBeCloseTo(1 / Math.log2(3), 12);
  expect(shortMeans({ ...input, relevant: 6 }, second, 1)).toEqual([]);
});
