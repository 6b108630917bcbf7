import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RatedHistory } from '../../recommenders/grouped';
import { createEaseSolver } from './easeSolver';

type Row = readonly [user: number, item: number, rating: number];

const historyOf = (rows: readonly Row[], userCount: number, itemCount: number): RatedHistory => ({
  users: Int32Array.from(rows, ([user]) => user),
  items: Int32Array.from(rows, ([, item]) => item),
  ratings: Float64Array.from(rows, ([, , rating]) => rating),
  userCount,
  itemCount,
});

/** Seven people and nine items: 5 stars, 2 stars or nothing by a formula that the NumPy solution repeats. */
const [PEOPLE, ITEMS] = [7, 9];
const STARS: Readonly<Record<number, number>> = { 0: 5, 1: 5, 2: 5, 3: 2, 4: 2 };
const ROWS = Array.from({ length: PEOPLE * ITEMS }, (_, at): Row => {
  const [u, i] = [Math.floor(at / ITEMS), at % ITEMS];
  return [u, i, STARS[(3 * u * u + 7 * i * i + 5 * u * i) % 11] ?? 0];
}).filter(([, , rating]) => rating > 0);

const settings = { penalty: 2.5, others: 0.5 };
const asked = (rows: readonly Row[], user: number, [people, items] = [PEOPLE, ITEMS]) => ({
  history: historyOf(rows, people, items),
  user,
  relevant: 4,
  settings,
});
const quiet = async () => {};

describe('EASE in a worker', () => {
  it('has the weights of a least-squares problem solved item by item with another program', async () => {
    const solver = createEaseSolver();
    // Each column of B: np.linalg.solve over all items but its own.
    const expected = {
      0: [0.31819111, 0.09023607, 0, 0.14471779, 0.39934671, 0.26684277, 0.15660691, 0.35281069, 0.32292269],
      3: [0.34398395, 0.16529849, 0, 0.31625305, 0.65274765, 0.60429375, 0.31494496, 0.52415785, 0.37957326],
      6: [0.21418352, 0.31690547, 0, 0.08902754, 0.25370101, 0.43644621, 0.47727512, 0.49753195, 0.2790382],
    };
    for (const [user, values] of Object.entries(expected)) {
      const { scores } = await solver.scores(asked(ROWS, Number(user)), quiet);
      values.forEach((value, item) => {
        expect(scores?.[item]).toBeCloseTo(value, 8);
      });
    }
  });

  it('knows nothing of somebody of whom nothing counts', async () => {
    const { scores } = await createEaseSolver().scores(asked(ROWS, PEOPLE), quiet);
    expect(scores).toBeNull();
    const bad = { ...asked([[0, 0, 1], ...ROWS.slice(4)], 0), settings: { penalty: 1, others: 0 } };
    expect((await createEaseSolver().scores(bad, quiet)).scores).toBeNull();
  });

  it('gives the same after any reviews, deletions and changes, one after another, as solved anew', async () => {
    const size = [6, 40] as const;
    const row = fc.tuple(fc.nat(5), fc.nat(39), fc.integer({ min: 1, max: 5 }));
    const edit = fc.record({ at: fc.nat(), with: fc.option(row) });
    let updated = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 4, maxLength: 40 }),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        async (rows, edits) => {
          const solver = createEaseSolver();
          const log: Row[] = [...rows];
          await solver.scores(asked(log, 0, [...size]), quiet);
          for (const one of edits) {
            if (one.with) log.splice(one.at % (log.length + 1), 0, one.with);
            else log.splice(one.at % log.length, 1);
            for (let user = 0; user < size[0]; user++) {
              const kept = await solver.scores(asked(log, user, [...size]), quiet);
              const anew = await createEaseSolver().scores(asked(log, user, [...size]), quiet);
              updated += Number(kept.how === 'updated');
              expect(kept.scores === null).toBe(anew.scores === null);
              anew.scores?.forEach((value, item) => {
                expect(kept.scores?.[item]).toBeCloseTo(value, 10);
              });
            }
          }
        },
      ),
      { numRuns: 30 },
    );
    expect(updated).toBeGreaterThan(30);
  });

  it('says how it came to an answer: solved, known of another person, updated, solved anew where much has changed', async () => {
    const solver = createEaseSolver();
    const wide = Array.from({ length: 64 }, (_, k): Row => [k % 8, (5 * k) % 64, 4 + (k % 2)]);
    const how = async (rows: readonly Row[], user = 0) =>
      (await solver.scores(asked(rows, user, [9, 64]), quiet)).how;
    expect(await how(wide)).toBe('solved');
    expect(await how(wide, 1)).toBe('known');
    // A new person's first review, and its deletion.
    expect(await how([...wide, [8, 3, 5]])).toBe('updated');
    expect(await how(wide)).toBe('updated');
    expect(await how(wide.slice(8))).toBe('solved');
    expect(await how(wide.map(([user, item]): Row => [user, item, 1]))).toBe('solved');
  });

  it('tells how far it is, ends where it is told to, and answers the next question all the same', async () => {
    const solver = createEaseSolver();
    const rows = Array.from({ length: 900 }, (_, k): Row => [k % 60, (7 * k) % 300, 5]);
    const question = asked(rows, 0, [60, 300]);
    const told: number[] = [];
    const stopped = solver.scores(question, async (done) => {
      told.push(done);
      throw new Error('no longer wanted');
    });
    const next = solver.scores(question, quiet);
    await expect(stopped).rejects.toThrow('no longer wanted');
    expect(told).toEqual([0]);
    expect((await next).how).toBe('solved');
    expect((await solver.scores(question, quiet)).how).toBe('known');
  });
});
