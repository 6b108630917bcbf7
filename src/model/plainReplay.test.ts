import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Alteration } from './alteration';
import { disposePlainCell, plainCell } from './plainCell';
import { type PlainStream, plainBatch } from './plainReplay';
import { initialStates, openStream, type States, streamBatch } from './replay';
import { scheduleTBatches } from './tbatch';
import { alterations } from './testing/alterations';
import { startBackend } from './testing/backends';
import { cell, features, ITEMS, logs, toWeights, USERS } from './testing/cells';
import { furthest, read } from './testing/compared';
import { dispose, memory, type Tensor2D } from './tf';
import type { Weights } from './weights';

/** Of one step; a state rests on as many as its longest chain. */
const TOLERANCE = 1e-6;

/** Readied as a replay of tensors is. */
async function plainStream(
  weights: Weights,
  { users, items }: States,
  x: Tensor2D,
  alteration: Alteration | null,
): Promise<PlainStream> {
  const [user, item, features] = [await read(users), await read(items), await read(x)];
  const D = x.shape[1];
  return {
    cell: plainCell(weights, alteration),
    states: { user: Float32Array.from(user), item: Float32Array.from(item) },
    readFeatures: (row, into, at) => into.set(features.slice(row * D, (row + 1) * D), at),
  };
}

/** Both tables of states as one, users before items. */
const tableOf = ({ states: { user, item } }: PlainStream) => Float32Array.of(...user, ...item);

function put({ states: { user, item } }: PlainStream, table: ArrayLike<number>): void {
  user.set(Array.from(table).slice(0, user.length));
  item.set(Array.from(table).slice(user.length));
}

describe.each(['cpu', 'wasm'])('a replay in plain numbers on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(backend);
  });

  it('is that of the tensors at every t-batch, however the cells are altered', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs(),
        fc.record({ user: cell, item: cell }),
        fc.nat(99),
        alterations,
        async (log, cells, seed, alteration) => {
          const before = memory().numTensors;
          const weights = toWeights(cells);
          const x = features(log, seed);
          const start = initialStates(weights, USERS, ITEMS, alteration);
          const plain = await plainStream(weights, start, x, alteration);
          let stream = openStream(weights, start, alteration);
          for (const rows of scheduleTBatches(log)) {
            // Both from the same states, so that what is compared is the step.
            put(plain, await read(stream.table));
            const found = await plainBatch(plain, log, rows);
            const { table, step } = streamBatch(stream, x, log, rows);
            for (const part of ['reset', 'update', 'candidate', 'next'] as const)
              expect(furthest(found[part], await read(step[part])), part).toBeLessThan(TOLERANCE);
            expect(furthest(tableOf(plain), await read(table))).toBeLessThan(TOLERANCE);
            // The CPU backend writes the new table over the old one, whose memory goes with the last tensor on it.
            dispose([stream.table, ...Object.values(step)]);
            stream = { ...stream, table };
          }
          dispose([
            x,
            ...Object.values(weights),
            start.users,
            start.items,
            stream.table,
            stream.cell as never,
          ]);
          disposePlainCell(plain.cell);
          expect(memory().numTensors).toBe(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds gates and states exactly', async () => {
    const open = { gates: { update: 1, reset: 0 }, clamped: new Map([[1, 0.1]]) } as const;
    const alteration: Alteration = { user: open, item: open, counterpart: null };
    await fc.assert(
      fc.asyncProperty(logs(1), fc.record({ user: cell, item: cell }), async (log, cells) => {
        const weights = toWeights(cells);
        const [x, start] = [features(log, 1), initialStates(weights, USERS, ITEMS, alteration)];
        const plain = await plainStream(weights, start, x, alteration);
        const begun = tableOf(plain);
        for (const rows of scheduleTBatches(log)) {
          const { reset, update } = await plainBatch(plain, log, rows);
          expect(new Set(reset)).toEqual(new Set([0]));
          expect(new Set(update)).toEqual(new Set([1]));
        }
        expect(tableOf(plain)).toEqual(begun);
        expect(begun[1]).toBe(Math.fround(0.1));
        dispose([x, ...Object.values(weights), start.users, start.items]);
        disposePlainCell(plain.cell);
      }),
      { numRuns: 20 },
    );
  });
});
