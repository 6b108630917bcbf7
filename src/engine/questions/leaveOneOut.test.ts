import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { memory } from '../../model/tf';
import type { EngineApi } from '../contract';
import type { SimulatedLog } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';
import type { LeaveOneOutProgress } from './leaveOneOut';

let bundle: Bundle;
let engine: EngineApi;
const nothing = () => {};

beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
});

const K = 3;
const review = { rating: 4, aspects: [null, 2], text: 'malty, not sweet' };
const LOGS: readonly SimulatedLog[] = [
  [],
  [
    { key: 's1', person: 'u0', item: 'i2', ...review },
    { key: 's2', person: 'new-1', item: 'i2', ...review },
    { key: 's3', person: 'u0', item: 'i2', ...review, rating: 1 },
  ],
  [
    { edit: 'delete', key: 'b4' },
    { edit: 'move', key: 'b1', by: 1, side: 'item' },
    { edit: 'mute', key: null, modality: 'aspects', muted: true },
    { edit: 'change', key: 'b7', rating: 1, aspects: [null, 5], text: 'bad' },
  ],
  [
    { edit: 'freeze', side: 'user', gate: 'reset', to: 0 },
    { edit: 'clamp', side: 'item', d: 1, to: 0.4 },
    { edit: 'counterpart', with: 'initial' },
  ],
];

describe('leave-one-out of a history', () => {
  it('is for every interaction what imagining it away alone gives, whatever the log and the moment', async () => {
    const { length } = bundle.interactions.user;
    const asked = fc.record({
      log: fc.constantFrom(...LOGS),
      side: fc.constantFrom('user' as const, 'item' as const),
      at: fc.option(fc.integer({ min: 8, max: length - 1 }).map((row) => `b${row}`)),
      person: fc.constantFrom('u0', 'u3', 'new-1'),
      about: fc.constantFrom('i2', 'i5'),
      item: fc.constantFrom('i2', 'i7', null),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ log, side, at, person, about, item }) => {
        // Before anything of a new person has happened there is nobody of that name.
        fc.pre(person !== 'new-1' || log === LOGS[1]);
        const id = side === 'user' ? person : about;
        const request = { log, at, person, item, k: K };
        const { entries } = await engine.leaveOneOut({ ...request, side, id }, nothing);
        const timeline = await engine.timeline({ log, at, side, id });
        const happened = timeline.entries.filter((one) => one.happened);
        expect(entries.map((one) => one.key)).toEqual(happened.map((one) => one.key));
        for (const { key, moved, rating, replaced } of entries) {
          const effect = await engine.effect({ ...request, key });
          expect(moved).toBeCloseTo(effect.cause?.moved[side] ?? Number.NaN, 5);
          if (effect.item) expect(rating).toBeCloseTo(effect.item.prediction.before.rating, 5);
          else expect(rating).toBeNull();
          // The list without it, counted by hand from the ranks of all items.
          const { ranks } = await engine.effect({ ...request, key, k: 99 });
          const open = ranks.filter((one) => one.after !== null);
          const first = open.toSorted((a, b) => (a.before ?? 0) - (b.before ?? 0)).slice(0, K);
          expect(replaced).toBe(first.filter((one) => (one.after ?? 0) > K).length);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('tells how far it is, and the latest question wins, without a tensor left', async () => {
    const request = { log: [], at: null, side: 'user', id: 'u0', person: 'u0', item: 'i2', k: K } as const;
    await engine.leaveOneOut(request, nothing);
    const { numTensors } = memory();
    const told: LeaveOneOutProgress[] = [];
    const first = engine.leaveOneOut(request, nothing);
    const second = engine.leaveOneOut(request, (one) => told.push(one));
    await expect(first).rejects.toMatchObject({ why: { kind: 'superseded' } });
    const { entries } = await second;
    expect(told.length).toBeGreaterThan(1);
    expect(told.map((one) => one.done)).toEqual(told.map((one) => one.done).toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual({ done: entries.length, total: entries.length });
    // Also in the middle of it.
    let other: Promise<unknown> | null = null;
    const given = engine.leaveOneOut(request, () => {
      other ??= engine.leaveOneOut(request, nothing);
    });
    await expect(given).rejects.toMatchObject({ why: { kind: 'superseded' } });
    expect(await other).toMatchObject({ entries });
    expect(memory().numTensors).toBe(numTensors);
  });

  it('has nothing to say of somebody who has done nothing, and names what it does not know', async () => {
    const request = { log: [], at: null, side: 'user', item: null, k: K } as const;
    const nobody = await engine.leaveOneOut({ ...request, id: 'new-1', person: 'new-1' }, nothing);
    expect(nobody.entries).toEqual([]);
    const ask = (id: string, person: string) => engine.leaveOneOut({ ...request, id, person }, nothing);
    await expect(ask('u99', 'u0')).rejects.toThrow(/^id/);
    await expect(ask('u0', 'u99')).rejects.toThrow(/^person/);
  });
});
