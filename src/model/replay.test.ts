import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialStates, openStream, replay, type States, statesOf, streamBatch } from './replay';
import { type InteractionIds, scheduleTBatches } from './tbatch';
import { startBackend } from './testing/backends';
import { refineRow } from './testing/oneAtATime';
import { memory, type Tensor, type Tensor2D, tensor1d, tensor2d, tidy } from './tf';
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
});
