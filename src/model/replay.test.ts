import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialStates, openStream, replay, type States, statesOf, streamBatch } from './replay';
import { scheduleTBatches } from './tbatch';
import { startBackend } from './testing/backends';
import { cell, D, features, ITEMS, logs, toWeights, USERS } from './testing/cells';
import { furthest, read } from './testing/compared';
import { refineRow } from './testing/oneAtATime';
import { engine, memory, tidy } from './tf';

const TOLERANCE = 1e-5;

/** Row-major values. */
async function expectSame(found: States, expected: States): Promise<void> {
  for (const side of ['users', 'items'] as const)
    expect(furthest(await read(found[side]), await read(expected[side]))).toBeLessThan(TOLERANCE);
}

describe.each(['cpu', 'wasm'])('replay on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(backend);
  });

  it('gives the states and the gates of one interaction at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs(),
        fc.record({ user: cell, item: cell }),
        fc.nat(99),
        async (log, cells, seed) => {
          const weights = toWeights(cells);
          const x = features(log, seed);
          const start = initialStates(weights, USERS, ITEMS);
          let stream = openStream(weights, start);
          const gates = new Map<number, number[]>();
          for (const rows of scheduleTBatches(log)) {
            const { table, step } = streamBatch(stream, x, log, rows);
            stream = { ...stream, table };
            for (const part of ['reset', 'update', 'candidate'] as const) {
              const values = await read(step[part]);
              rows.forEach((row, k) => {
                const own = values.slice(2 * D * k, 2 * D * (k + 1));
                gates.set(row, [...(gates.get(row) ?? []), ...own]);
              });
            }
          }
          const batched = replay(weights, start, x, log);
          // Last, since a scatter on the CPU backend writes into the states it is given.
          let single = start;
          for (let row = 0; row < log.users.length; row++) {
            const { states, refinement } = refineRow(weights, single, x, log, row);
            single = states;
            const expected: number[] = [];
            for (const part of ['reset', 'update', 'candidate'] as const)
              expected.push(...(await read(refinement.user[part])), ...(await read(refinement.item[part])));
            expect(furthest(gates.get(row) ?? [], expected)).toBeLessThan(TOLERANCE);
          }
          await expectSame(statesOf(stream), single);
          await expectSame(batched, single);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('leaves no tensors but the states, which are the caller’s own', () => {
    fc.assert(
      fc.property(logs(), fc.record({ user: cell, item: cell }), (log, cells) => {
        tidy(() => {
          const weights = toWeights(cells);
          const x = features(log, 2);
          const start = initialStates(weights, USERS, ITEMS);
          const tensors = memory().numTensors;
          const states = replay(weights, start, x, log);
          expect(memory().numTensors).toBe(tensors + 2);
          expect(states.users).not.toBe(start.users);
        });
      }),
      { numRuns: 10 },
    );
  });

  it('holds no more the longer the log is', async () => {
    const [one] = fc.sample(cell, { numRuns: 1, seed: 1 });
    const weights = toWeights({ user: one, item: one });
    const peak = async (length: number) => {
      const log = { users: new Int32Array(length), items: Int32Array.from({ length }, (_, k) => k % ITEMS) };
      const [x, start] = [features(log, 3), initialStates(weights, USERS, ITEMS)];
      const before = memory().numBytes;
      const { peakBytes } = await engine().profile(() => ({ ...replay(weights, start, x, log) }));
      return peakBytes - before;
    };
    expect(await peak(60)).toBe(await peak(6));
  });
});
