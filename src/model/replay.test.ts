import '@tensorflow/tfjs-backend-cpu';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { affectedRows } from './affected';
import { initialStates, openStream, replay, type States, statesOf, streamBatch } from './replay';
import { type InteractionIds, scheduleTBatches } from './tbatch';
import { refineRow } from './testing/oneAtATime';
import { env, memory, ready, setBackend, type Tensor, type Tensor2D, tensor1d, tensor2d, tidy } from './tf';
import type { Weights } from './weights';

const D = 3;
const [USERS, ITEMS] = [5, 4];
const TOLERANCE = 1e-5;

const logs = (minLength = 0) =>
  fc.array(fc.tuple(fc.nat(USERS - 1), fc.nat(ITEMS - 1)), { minLength, maxLength: 40 }).map((pairs) => ({
    users: pairs.map(([u]) => u),
    items: pairs.map(([, i]) => i),
  }));
const value = fc.float({ min: -1, max: 1, noNaN: true });
const numbers = (length: number) => fc.array(value, { minLength: length, maxLength: length });
/** Values of one cell, and of its initial state. */
const cell = fc.record({
  initial: numbers(D),
  input_kernel: numbers(2 * D * 3 * D),
  input_bias: numbers(3 * D),
  state_kernel: numbers(D * 3 * D),
  state_bias: numbers(3 * D),
});
type Cell = typeof cell extends fc.Arbitrary<infer T> ? T : never;

const toWeights = (cells: { user: Cell; item: Cell }): Weights =>
  Object.fromEntries(
    (['user', 'item'] as const).flatMap((side) => [
      [`${side}/initial`, tensor2d(cells[side].initial, [1, D])],
      [`${side}/gru/input_kernel`, tensor2d(cells[side].input_kernel, [2 * D, 3 * D])],
      [`${side}/gru/input_bias`, tensor1d(cells[side].input_bias)],
      [`${side}/gru/state_kernel`, tensor2d(cells[side].state_kernel, [D, 3 * D])],
      [`${side}/gru/state_bias`, tensor1d(cells[side].state_bias)],
    ]),
  ) as unknown as Weights;

/** Features of a log, all of them different. */
const features = (log: InteractionIds, seed: number): Tensor2D => {
  const rows = Math.max(1, log.users.length);
  return tensor2d(
    Float32Array.from({ length: rows * D }, (_, k) => Math.sin(1.3 * k + seed)),
    [rows, D],
  );
};

/** Row-major values. */
const read = async (tensor: Tensor): Promise<number[]> => Array.from(await tensor.data());

async function expectSame(found: States, expected: States): Promise<void> {
  for (const side of ['users', 'items'] as const)
    expect(furthest(await read(found[side]), await read(expected[side]))).toBeLessThan(TOLERANCE);
}

const furthest = (a: readonly number[], b: readonly number[]): number => {
  expect(a).toHaveLength(b.length);
  return a.reduce((worst, v, k) => Math.max(worst, Math.abs(v - b[k])), 0);
};

describe.each(['cpu', 'wasm'])('replay on %s', (backend) => {
  beforeAll(async () => {
    const folder = dirname(
      createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'),
    );
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths(`${folder}/dist/`);
    expect(await setBackend(backend)).toBe(true);
    await ready();
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

  it('needs the affected rows alone after an edit', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs(1),
        fc.record({ user: cell, item: cell }),
        fc.nat(),
        async (log, cells, where) => {
          const weights = toWeights(cells);
          const edited = where % log.users.length;
          const affected = affectedRows(log, edited);
          const before = features(log, 1);
          const values = await before.data();
          const after = tensor2d(
            values.map((v, k) => (Math.floor(k / D) === edited ? v - 0.7 : v)),
            [log.users.length, D],
          );
          const start = initialStates(weights, USERS, ITEMS);
          // States of each entity after its last row that the edit leaves alone.
          const others = log.users.map((_, row) => row).filter((row) => !affected.includes(row));
          const kept = replay(weights, start, before, log, scheduleTBatches(log, others));
          const found = replay(weights, kept, after, log, scheduleTBatches(log, affected));
          await expectSame(found, replay(weights, start, after, log));
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
});

describe('affected rows', () => {
  it('are the edited ones and, in order, all that meet one of their users or items', () => {
    const log = { users: [0, 1, 0, 2, 1, 3], items: [0, 1, 2, 2, 3, 1] };
    expect([...affectedRows(log, 0)]).toEqual([0, 2, 3]);
    expect([...affectedRows(log, 1)]).toEqual([1, 4, 5]);
    expect([...affectedRows(log, 2, 4)]).toEqual([2, 3, 4]);
    expect([...affectedRows(log)]).toEqual([]);
  });
});
