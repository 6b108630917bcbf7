import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { principalAxes, project } from '../../model/pca';
import { setBackend } from '../../model/tf';
import type { EngineApi } from '../contract';
import { createEngine } from '../core/engine';
import { nodeBackends } from '../core/nodeBackends';
import type { SimulatedInteraction } from '../simulatedLog';
import { review as anyReview } from '../testing/review';
import { syntheticBundle } from '../testing/syntheticBundle';
import type { MapRequest } from './map';

let bundle: Bundle;
let engine: EngineApi;

beforeAll(async () => {
  await setBackend('cpu');
  bundle = await syntheticBundle();
  engine = createEngine({ backends: nodeBackends, read: async () => bundle });
  await engine.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {});
});

const request = (changes: Partial<MapRequest> = {}): MapRequest => ({
  axes: 'items',
  log: [],
  person: 'u0',
  item: null,
  at: null,
  ...changes,
});

const review = (key: string, changes: Partial<SimulatedInteraction> = {}): SimulatedInteraction =>
  anyReview(key, { rating: 1, ...changes });

describe('the map', () => {
  it('has everybody and everything on it, where their states are', async () => {
    const map = await engine.map(request());
    expect(map.items.ids).toEqual(bundle.items.id);
    expect(map.people.ids).toEqual(bundle.users.id);
    const axes = principalAxes(bundle.itemStates, bundle.manifest.model.stateSize, 2);
    const [x, y] = project(axes, bundle.itemStates);
    // The shipped states are rounded to float16.
    expect(map.items.x[0]).toBeCloseTo(x, 2);
    expect(map.items.y[0]).toBeCloseTo(y, 2);
    const { frame, itemShares, kept, chance } = map.axes;
    for (const value of [...map.items.x, ...map.people.x]) {
      expect(value).toBeGreaterThanOrEqual(Math.fround(frame.left));
      expect(value).toBeLessThanOrEqual(Math.fround(frame.right));
    }
    expect(itemShares[0]).toBeGreaterThanOrEqual(itemShares[1]);
    expect(itemShares[0] + itemShares[1]).toBeLessThanOrEqual(1);
    // As many neighbours as there are other items: all are kept.
    expect([kept, chance]).toEqual([1, 1]);
  });

  it('follows a person from the initial state to the present one', async () => {
    const { person, people } = await engine.map(request());
    const row = people.ids.indexOf('u0');
    const last = person.path[person.path.length - 1];
    expect(person.path).toHaveLength(person.summary.interactions);
    expect([last.x, last.y]).toEqual([person.x, person.y].map((value) => expect.closeTo(value, 6)));
    expect([people.x[row], people.y[row]]).toEqual(
      [person.x, person.y].map((value) => expect.closeTo(value, 5)),
    );
    expect(person.path.reduce((sum, step) => sum + step.share, 0)).toBeCloseTo(1, 6);
    expect(person.nearPeople.map((one) => one.id)).not.toContain('u0');
    const distances = person.nearItems.map((one) => one.distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it('names who lies farthest from everybody, as all pairs tell', async () => {
    const { farthest } = await engine.map(request());
    const D = bundle.manifest.model.stateSize;
    const states = await Promise.all(
      bundle.users.id.map(async (id, row) => {
        const numbers = await Promise.all(
          Array.from({ length: D }, (_, d) =>
            engine.open({ log: [], at: null, ref: { of: 'state', side: 'user', id, d } }),
          ),
        );
        return { id, active: bundle.interactions.user.includes(row), h: numbers.map(({ value }) => value) };
      }),
    );
    const active = states.filter((one) => one.active);
    const apart = active.map(({ id, h }) => ({
      id,
      distance: Math.sqrt(
        active.reduce((sum, other) => sum + Math.hypot(...h.map((x, d) => x - other.h[d])) ** 2, 0) /
          (active.length - 1),
      ),
    }));
    const [most] = apart.toSorted((a, b) => b.distance - a.distance);
    expect(farthest?.id).toBe(most.id);
    expect(farthest?.distance).toBeCloseTo(most.distance, 5);
  });

  it('adds a step for a simulated review, and leaves the axes where they are', async () => {
    const before = await engine.map(request({ item: 'i1' }));
    const after = await engine.map(request({ item: 'i1', log: [review('s1')] }));
    expect(after.axes).toEqual(before.axes);
    expect(after.person.path.slice(0, -1).map(({ x, y }) => [x, y])).toEqual(
      before.person.path.map(({ x, y }) => [x, y]),
    );
    const added = after.person.path.at(-1);
    expect(added).toMatchObject({ key: 's1', item: 'i1', simulated: true, edited: false });
    expect(added?.moved).toBeGreaterThan(0);
    expect([after.item?.x, after.item?.y]).not.toEqual([before.item?.x, before.item?.y]);
    // Somebody who has nothing to do with it stays.
    const other = before.people.ids.indexOf('u3');
    expect(after.people.x[other]).toBe(before.people.x[other]);
  });

  it('marks a review that was changed, and forgets one that was deleted', async () => {
    const { person } = await engine.map(request());
    const { key } = person.path[0];
    const changed = await engine.map(
      request({ log: [{ edit: 'change', key, rating: 0, aspects: [null, null], text: null }] }),
    );
    expect(changed.person.path[0]).toMatchObject({ key, edited: true, simulated: false });
    const deleted = await engine.map(request({ log: [{ edit: 'delete', key }] }));
    expect(deleted.person.path.map((step) => step.key)).not.toContain(key);
  });

  it('shows the past as it was just after an interaction', async () => {
    const now = await engine.map(request());
    const step = now.person.path[1];
    const then = await engine.map(request({ at: step.key }));
    expect(then.axes).toEqual(now.axes);
    expect(then.person.path).toHaveLength(2);
    // What comes later stands where it will.
    expect(then.person.later.map(({ key, x, y }) => [key, x, y])).toEqual(
      now.person.path.slice(2).map(({ key, x, y }) => [key, x, y]),
    );
    expect(then.person.later.every((one) => one.share === 0)).toBe(true);
    expect(now.person.later).toEqual([]);
    expect([then.person.x, then.person.y]).toEqual([step.x, step.y]);
  });

  it('can be drawn on the axes of the people instead', async () => {
    const items = await engine.map(request());
    const people = await engine.map(request({ axes: 'people' }));
    expect([items.axes.of, people.axes.of]).toEqual(['items', 'people']);
    const sum = ([x, y]: readonly [number, number]) => x + y;
    // No two directions hold more of the people than their own, nor of the items.
    expect(sum(people.axes.personShares)).toBeGreaterThan(sum(items.axes.personShares));
    expect(sum(people.axes.itemShares)).toBeLessThan(sum(items.axes.itemShares));
    // The map is another, the distances in all dimensions are the same.
    expect(people.person.distance).toBe(items.person.distance);
    const apart = ({ nearPeople }: typeof items.person) => nearPeople.map((one) => one.distance);
    expect(apart(people.person)).toEqual(apart(items.person));
  });

  it('puts somebody who has done nothing at the initial state', async () => {
    const { person, people } = await engine.map(request({ person: 'new-1' }));
    expect([person.x, person.y]).toEqual([person.initial.x, person.initial.y]);
    expect(person).toMatchObject({ path: [], later: [], distance: 0, summary: { label: 'New person 1' } });
    expect(people.ids).not.toContain('new-1');
    const after = await engine.map(request({ person: 'new-1', log: [review('s1', { person: 'new-1' })] }));
    expect(after.people.ids).toContain('new-1');
  });

  it('names what is wrong, and gives way to a newer question', async () => {
    await expect(engine.map(request({ person: 'nobody' }))).rejects.toThrow(
      'person: no-person name "nobody"',
    );
    await expect(engine.map(request({ at: 'b9999' }))).rejects.toThrow('no-interaction name "b9999"');
    const [old] = await Promise.allSettled([engine.map(request()), engine.map(request())]);
    expect(old).toMatchObject({ status: 'rejected', reason: { why: { kind: 'superseded' } } });
  });
});
