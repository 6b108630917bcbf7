import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { memory } from '../../model/tf';
import type { ColdProgress, Edit, EngineApi, SimulatedLog } from '../api';
import { liveEngine } from '../testing/liveEngine';
import { spread } from './coldStartLab';

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
      const report = await engine.coldStart({ log: [], person, points: 30 }, (one) => told.push(one));
      const end = await view([], person);
      const { history } = end.person;
      expect(report.points.map((one) => one.known)).toEqual([...history.map((_, k) => k), history.length]);
      expect(report.points.at(-1)?.top).toBe(1);
      expect(report.points.at(-1)?.words).toBeCloseTo(1, 9);
      expect(report.points[0].words).toBe(0);
      expect(told.at(-1)).toEqual({ done: report.points.length, total: report.points.length });
      const k = Math.floor(history.length / 2);
      const later = history.slice(k).map(({ key }): Edit => ({ edit: 'delete', key }));
      const then = await view(later, person);
      const shares = new Map(end.person.profile.words.map(({ word, weight }) => [word, weight]));
      const common = then.person.profile.words.reduce(
        (sum, { word, weight }) => sum + Math.min(weight, shares.get(word) ?? 0),
        0,
      );
      expect(report.points[k].words).toBeCloseTo(common, 4);
    }
  });

  it('compares the first ten among what is never reviewed, holding no tensors', async () => {
    const request = { log: [], person: 'new-1', points: 30 };
    const { tensors } = await engine.memory();
    expect((await engine.coldStart(request, nothing)).points).toEqual([{ known: 0, top: 1, words: null }]);
    await engine.coldStart({ ...request, person: 'u1', points: 3 }, nothing);
    expect(memory().numTensors).toBe(tensors);
    await expect(engine.coldStart({ ...request, points: 1 }, nothing)).rejects.toThrow(/^points: needs/);
  });

  it('spreads points evenly, both ends included', () => {
    expect(spread(3, 30)).toEqual([0, 1, 2, 3]);
    expect(spread(100, 5)).toEqual([0, 25, 50, 75, 100]);
    expect(spread(0, 5)).toEqual([0]);
  });
});
