import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { memory } from '../../model/tf';
import type { EngineApi } from '../contract';
import type { SimulatedLog } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';
import type { GoalProgress, GoalRequest } from './goalSeek';

let bundle: Bundle;
let engine: EngineApi;
const nothing = () => {};

beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
});

const view = (log: SimulatedLog, person: string, item: string | null = null) =>
  engine.view({ log, person, item, k: 9, words: 5 });

/** For everybody: the first place for what is second, by changing the last own review or by a new one. */
async function requests(): Promise<GoalRequest[]> {
  const all: GoalRequest[] = [];
  for (const person of [...bundle.users.id, 'new-1']) {
    const { recommendations, person: shown } = await view([], person);
    if (recommendations.length < 3) continue;
    const [first, second] = recommendations;
    const common = { log: [], person, goal: second.item.id, place: 1, most: 60 };
    const key = shown.history.at(-1)?.key;
    if (key) all.push({ ...common, change: { key } });
    all.push({ ...common, change: { item: first.item.id, newKey: 's1' } });
    all.push({ ...common, change: { item: recommendations[2].item.id, newKey: 's1' } });
  }
  return all;
}

describe('goal seek', () => {
  it('promises exactly what the view shows once the change is made', async () => {
    let reached = 0;
    for (const request of await requests()) {
      const told: GoalProgress[] = [];
      const report = await engine.goalSeek(request, (one) => told.push(one));
      const before = await view([], request.person, request.goal);
      expect(report.start).toMatchObject({
        rank: before.item?.rank,
        choice: before.item?.choice.score,
        rating: before.item?.prediction.rating,
      });
      expect(report.evaluations).toBeLessThanOrEqual(request.most);
      expect(told.at(-1)?.evaluations).toBe(report.evaluations);
      expect(report.reached).toBe(report.rank <= request.place);
      expect(report.missing > 0).toBe(!report.reached);
      if (!report.entry) {
        expect(report.steps).toEqual([]);
        continue;
      }
      const after = await view([report.entry], request.person, request.goal);
      expect(after.item?.rank).toBe(report.rank);
      expect(after.item?.prediction.rating).toBe(report.rating);
      expect(after.item?.choice.score).toBe(report.choice);
      const [{ choice: first }] = after.recommendations.filter(({ item }) => item.id !== request.goal);
      // What is missing is missing to the choice score of the place that counts, not to a rating.
      if (!report.reached) expect(report.missing).toBeCloseTo(first.score - report.choice, 9);
      expect(report.steps.at(-1)).toMatchObject({ rank: report.rank, rating: report.rating });
      const at = JSON.stringify(report.entry);
      expect(report.distance, at).toBeGreaterThan(0);
      expect(report.distance, at).toBeLessThanOrEqual(report.steps.length);
      if (report.reached) reached++;
    }
    expect(reached).toBeGreaterThan(3);
  });

  it('takes no step where the goal is reached already', async () => {
    const [first] = (await view([], 'u0')).recommendations;
    const { history } = (await view([], 'u0')).person;
    const report = await engine.goalSeek(
      { log: [], person: 'u0', goal: first.item.id, place: 5, change: { key: history[0].key }, most: 9 },
      nothing,
    );
    expect(report).toMatchObject({ reached: true, steps: [], entry: null, evaluations: 0 });
  });

  it('is ended by another, by a stop, and holds no tensors', async () => {
    const [, request] = await requests();
    const first = engine.goalSeek(request, nothing);
    const second = engine.goalSeek(request, nothing);
    await expect(first).rejects.toMatchObject({ why: { kind: 'superseded' } });
    await second;
    const { tensors } = await engine.memory();
    await engine.goalSeek(request, nothing);
    expect(memory().numTensors).toBe(tensors);
    const third = engine.goalSeek(request, nothing);
    await engine.stopExperiment();
    await expect(third).rejects.toMatchObject({ why: { kind: 'superseded' } });
  });

  it('says which field is wrong', async () => {
    const [good] = await requests();
    const { history } = (await view([], good.person)).person;
    await expect(engine.goalSeek({ ...good, goal: 'i99' }, nothing)).rejects.toThrow(/^goal: no-item/);
    await expect(engine.goalSeek({ ...good, goal: history[0].item }, nothing)).rejects.toThrow(
      /^goal: goal-reviewed/,
    );
    await expect(engine.goalSeek({ ...good, change: { key: 'b999' } }, nothing)).rejects.toThrow(
      /^change.key: not-theirs/,
    );
  });
});
