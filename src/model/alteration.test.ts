import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Alteration } from './alteration';
import { refine } from './refine';
import { initialStates, openStream, statesOf, streamBatch } from './replay';
import { scheduleTBatches } from './tbatch';
import { alterations } from './testing/alterations';
import { startBackend } from './testing/backends';
import { replayByHand } from './testing/byHand';
import { cell, D, features, ITEMS, logs, toWeights, USERS } from './testing/cells';
import { furthest, read } from './testing/compared';
import { dispose, memory, tidy } from './tf';

const TOLERANCE = 1e-5;

describe.each(['cpu', 'wasm'])('an altered cell on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(backend);
  });

  it('is what loops over plain numbers make of it, in t-batches', async () => {
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
          const values = new Map<string, readonly number[]>();
          for (const [name, tensor] of Object.entries(weights)) values.set(name, await read(tensor));
          const expected = replayByHand(
            (name) => values.get(name) ?? [],
            D,
            { user: USERS, item: ITEMS },
            await read(x),
            log,
            log.users.keys(),
            alteration,
          );
          const start = initialStates(weights, USERS, ITEMS, alteration);
          const states = tidy(() => {
            let stream = openStream(weights, start, alteration);
            for (const rows of scheduleTBatches(log))
              stream = { ...stream, table: streamBatch(stream, x, log, rows).table };
            return statesOf(stream);
          });
          expect(furthest(await read(states.users), expected.user)).toBeLessThan(TOLERANCE);
          expect(furthest(await read(states.items), expected.item)).toBeLessThan(TOLERANCE);
          dispose([x, ...Object.values(weights), states.users, states.items, start.users, start.items]);
          expect(memory().numTensors).toBe(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same cell where words are measured', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ user: cell, item: cell }), alterations, async (cells, alteration) => {
        const [row, log] = [0, { users: [0], items: [0] }];
        const kept = tidy(() => {
          const weights = toWeights(cells);
          const x = features(log, 3);
          const start = initialStates(weights, 1, 1, alteration);
          const { user, item } = refine(weights, x, start.users, start.items, alteration);
          const stream = openStream(weights, start, alteration);
          const { step } = streamBatch(stream, x, log, Int32Array.of(row));
          return { user, item, step };
        });
        for (const part of ['update', 'reset', 'candidate', 'next'] as const)
          expect(
            furthest(await read(kept.step[part]), [
              ...(await read(kept.user[part])),
              ...(await read(kept.item[part])),
            ]),
            part,
          ).toBeLessThan(TOLERANCE);
        dispose(kept as never);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps every state to the last bit where the update gates are held at 1', async () => {
    const open = { gates: { update: 1, reset: null }, clamped: new Map([[1, 0.1]]) } as const;
    const alteration: Alteration = { user: open, item: open, counterpart: null };
    await fc.assert(
      fc.asyncProperty(logs(1), fc.record({ user: cell, item: cell }), async (log, cells) => {
        const { states, initial } = tidy(() => {
          const weights = toWeights(cells);
          let stream = openStream(weights, initialStates(weights, USERS, ITEMS, alteration), alteration);
          for (const rows of scheduleTBatches(log))
            stream = { ...stream, table: streamBatch(stream, features(log, 1), log, rows).table };
          return { states: statesOf(stream), initial: initialStates(weights, USERS, ITEMS, alteration) };
        });
        expect(await read(states.users)).toEqual(await read(initial.users));
        expect(await read(states.items)).toEqual(await read(initial.items));
        expect((await read(states.users))[1]).toBe(Math.fround(0.1));
        dispose([states.users, states.items, initial.users, initial.items]);
      }),
      { numRuns: 20 },
    );
  });
});
