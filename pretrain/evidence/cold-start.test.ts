import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColdPairs, coldStart, firstKnown, foldOf, KNOWN } from './cold-start';

const ids = {
  user: Array.from({ length: 10 }, (_, k) => `u${k}`),
  item: Array.from({ length: 7 }, (_, k) => `i${k}`),
};
const pairs = ids.user.flatMap((_, user) => ids.item.map((__, item) => ({ user, item })));
const log = {
  users: Int32Array.from(pairs, (p) => p.user),
  items: Int32Array.from(pairs, (p) => p.item),
  ratings: Float64Array.from(pairs, (p) => (p.user === 3 && p.item === 6 ? Number.NaN : 3)),
};
const rows = Int32Array.from(pairs, (_, row) => row);
const history = rows.filter((row) => log.items[row] < 6);
const test = rows.filter((row) => log.items[row] === 6);
const options = { seed: 1, draws: 20 };

describe('coldStart', () => {
  it('asks every rated test interaction once for each number of known interactions, with a history cut to it', async () => {
    const calls: { history: Int32Array; pairs: ColdPairs }[] = [];
    const found = await coldStart(
      'm',
      'user',
      { log, history, test, ids },
      (kept, asked) => {
        calls.push({ history: kept, pairs: asked });
        return asked.rows.map(() => 4);
      },
      options,
    );
    expect(found.map((r) => r.known)).toEqual([...KNOWN]);
    for (const row of found) {
      expect(row).toMatchObject({ side: 'user', model: 'm', n: 9 });
      expect(row.rmse).toEqual({ value: 1, low: 1, high: 1 });
    }
    const asked = calls.flatMap((c) => [...c.pairs.rows]).sort((a, b) => a - b);
    const rated = [...test].filter((row) => !Number.isNaN(log.ratings[row]));
    expect(asked).toEqual(rated.flatMap((row) => KNOWN.map(() => row)));
    const lengths = new Set<number>();
    for (const call of calls) {
      const cold = new Set(call.pairs.users);
      const folds = new Set([...cold].map((u) => foldOf(1, 'user', ids.user[u])));
      expect(folds.size).toBe(1);
      for (let user = 0; user < 10; user++) {
        const own = [...call.history].filter((row) => log.users[row] === user).map((row) => log.items[row]);
        const inFold = folds.has(foldOf(1, 'user', ids.user[user]));
        if (!inFold) expect(own).toEqual([0, 1, 2, 3, 4, 5]);
        else {
          // The first ones, and as many as the step knows.
          expect(own).toEqual([0, 1, 2, 3, 4].slice(0, own.length));
          lengths.add(own.length);
        }
      }
    }
    expect([...lengths].sort()).toEqual([...KNOWN]);
  });

  it('cuts items alike, and waits for a predictor that takes its time', async () => {
    const found = await coldStart(
      'm',
      'item',
      {
        log,
        history: rows.filter((row) => log.users[row] < 9),
        test: rows.filter((row) => log.users[row] === 9),
        ids,
      },
      async (kept, asked) => asked.items.map((item) => (kept.some((row) => log.items[row] === item) ? 3 : 1)),
      options,
    );
    expect(found.map((r) => r.rmse.value)).toEqual([2, 0, 0, 0]);
    expect(found[0].n).toBe(7);
  });
});

describe('firstKnown', () => {
  it('keeps the order, all warm rows, and at most `known` first rows of a cold entity', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 40 }), fc.nat(6), (entities, known) => {
        const all = Int32Array.from(entities, (_, row) => row);
        const cold = (entity: number) => entity % 2 === 0;
        const kept = [...firstKnown(all, entities, cold, known)];
        const expected = [...all].filter(
          (row) =>
            !cold(entities[row]) || entities.slice(0, row).filter((e) => e === entities[row]).length < known,
        );
        expect(kept).toEqual(expected);
      }),
    );
  });
});

it('deals entities into five folds by their id', () => {
  const counts = new Array(5).fill(0);
  for (let k = 0; k < 5000; k++) counts[foldOf(1, 'item', `i${k}`)]++;
  for (const n of counts) expect(n / 5000).toBeCloseTo(0.2, 1);
});
