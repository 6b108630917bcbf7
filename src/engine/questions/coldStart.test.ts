import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { memory } from '../../model/tf';
import type { EngineApi } from '../contract';
import type { Edit, SimulatedLog } from '../simulatedLog';
import { inCommon } from '../testing/inCommon';
import { liveEngine } from '../testing/liveEngine';
import { type ColdProgress, spread } from './coldStart';

let bundle: Bundle;
let engine: EngineApi;
const nothing = () => {};

beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
});

const view = (log: SimulatedLog, person: string) => engine.view({ log, person, item: null, k: 9, words: 99 });

describe('cold-start lab', () => {
  it('ends where the person is now, and each point is what the view shows without the later ones', async () => {
    for (const person of bundle.users.id) {
      const told: ColdProgress[] = [];
      const report = await engine.coldStart({ log: [], person, points: 30, top: 3, leftOut: 3 }, (one) =>
        told.push(one),
      );
      const end = await view([], person);
      const { history } = end.person;
      expect(report.points.map((one) => one.known)).toEqual([...history.map((_, k) => k), history.length]);
      expect(report.points.at(-1)?.top).toBe(1);
      expect(report.points.at(-1)?.words).toBeCloseTo(1, 9);
      expect(report.points[0].words).toBe(0);
      const runs = report.points.reduce((sum, one) => sum + 1 + (one.without?.tried ?? 0), 0);
      expect(told.at(-1)).toEqual({ done: runs, total: runs });
      const k = Math.floor(history.length / 2);
      const later = history.slice(k).map(({ key }): Edit => ({ edit: 'delete', key }));
      const then = await view(later, person);
      const shares = new Map(end.person.profile.words.map(({ word, weight }) => [word, weight]));
      const common = inCommon(shares, then.person.profile.words);
      expect(report.points[k].words).toBeCloseTo(common, 4);
    }
  });

  it('leaves each known review out in turn, as the view does when it is deleted', async () => {
    let unsettled = 0;
    for (const person of bundle.users.id) {
      const { history } = (await view([], person)).person;
      const own = new Set(history.map(({ item }) => item));
      const most = history.length;
      const request = { log: [], person, points: most + 1, top: 1, leftOut: most };
      const listOf = async (kept: readonly string[]) => {
        const gone = history.filter(({ key }) => !kept.includes(key));
        const log = gone.map(({ key }): Edit => ({ edit: 'delete', key }));
        const { recommendations } = await view(log, person);
        return recommendations
          .map(({ item }) => item.id)
          .filter((id) => !own.has(id))
          .slice(0, request.top);
      };
      for (const { known, without } of (await engine.coldStart(request, nothing)).points) {
        const keys = history.slice(0, known).map(({ key }) => key);
        if (known === 0) {
          expect(without).toBeNull();
          continue;
        }
        const list = await listOf(keys);
        const shares: number[] = [];
        for (const out of keys) {
          const other = await listOf(keys.filter((key) => key !== out));
          shares.push(list.filter((id) => other.includes(id)).length / list.length);
        }
        const [low, high] = [Math.min(...shares), Math.max(...shares)];
        if (low < 1) unsettled++;
        expect(without).toMatchObject({ low, high, tried: known });
        expect(without?.mean).toBeCloseTo(shares.reduce((a, b) => a + b, 0) / known, 12);
      }
    }
    expect(unsettled).toBeGreaterThan(0);
  });

  it('leaves out no more reviews than asked for', async () => {
    const request = { log: [], person: 'u2', points: 2, top: 3 };
    const triedWith = async (leftOut: number) =>
      (await engine.coldStart({ ...request, leftOut }, nothing)).points.at(-1)?.without?.tried ?? null;
    expect(await triedWith(2)).toBe(2);
    expect(await triedWith(0)).toBeNull();
  });

  it('compares the first ten among what is never reviewed, holding no tensors', async () => {
    const request = { log: [], person: 'new-1', points: 30, top: 3, leftOut: 3 };
    const { tensors } = await engine.memory();
    expect((await engine.coldStart(request, nothing)).points).toEqual([
      { known: 0, top: 1, words: null, without: null },
    ]);
    await engine.coldStart({ ...request, person: 'u1', points: 3 }, nothing);
    expect(memory().numTensors).toBe(tensors);
    await expect(engine.coldStart({ ...request, points: 1 }, nothing)).rejects.toThrow(
      /^points: too-few least 2/,
    );
    await expect(engine.coldStart({ ...request, leftOut: 0.5 }, nothing)).rejects.toThrow(
      /^leftOut: not a "whole" value 0.5/,
    );
    await expect(engine.coldStart({ ...request, top: 0 }, nothing)).rejects.toThrow(
      /^top: not a "places" value 0/,
    );
  });

  it('spreads points evenly, both ends included', () => {
    expect(spread(3, 30)).toEqual([0, 1, 2, 3]);
    expect(spread(100, 5)).toEqual([0, 25, 50, 75, 100]);
    expect(spread(0, 5)).toEqual([0]);
  });
});
