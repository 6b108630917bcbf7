import { beforeAll, expect, it } from 'vitest';
import type { EngineApi } from '../../engine/contract';
import type { UpdateTrace } from '../../engine/openedNumber';
import { liveEngine } from '../../engine/testing/liveEngine';
import { movedTitle, moversOf } from './movers';
import { valuesOf } from './stationParts';

let engine: EngineApi;
let trace: UpdateTrace;
const request = { log: [], at: null, key: 'b4' };

beforeAll(async () => {
  ({ engine } = await liveEngine());
  trace = await engine.trace(request);
});

it.each(['user', 'item'] as const)(
  'the dimensions of the %s that moved furthest, with numbers that make the new one',
  (side) => {
    const { shown, share, dimensions } = moversOf(trace, side);
    const [before, next] = [valuesOf(trace, `${side}/before`), valuesOf(trace, `${side}/next`)];
    const moves = Array.from(next, (value, d) => Math.abs(value - before[d]));
    const far = Array.from(moves.keys()).toSorted((a, b) => moves[b] - moves[a]);
    expect(shown.map(({ d }) => d)).toEqual(far.slice(0, 3));
    expect(dimensions).toBe(moves.length);
    expect(share).toBeCloseTo(
      Math.hypot(...far.slice(0, 3).map((d) => moves[d])) ** 2 / Math.hypot(...moves) ** 2,
      9,
    );
    for (const { of } of shown) {
      const [u, z, n] = [of.before.value, of.update.value, of.candidate.value];
      expect((1 - z) * n + z * u).toBeCloseTo(of.next.value, 6);
    }
  },
);

it('each number opens as itself', async () => {
  for (const { of } of moversOf(trace, 'user').shown)
    for (const { value, open } of [of.reset, of.update, of.candidate, of.next]) {
      if (!open) throw new Error('does not open');
      expect((await engine.open({ ...request, ref: open })).value).toBeCloseTo(value, 5);
    }
});

it('says that nothing moved where the gate is held', async () => {
  const held = await engine.trace({
    ...request,
    log: [{ edit: 'freeze', side: 'user', gate: 'update', to: 1 }],
  });
  expect(movedTitle(moversOf(held, 'user'), 'Ann')).toBe(
    'The review leaves all 6 numbers that stand for Ann as they were',
  );
  expect(movedTitle(moversOf(trace, 'user'), 'Ann')).toMatch(
    /^Three of the 6 numbers that stand for Ann make \d+\u00a0% of this move$/,
  );
});
