import { zoomIdentity } from 'd3-zoom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapPoints, MapView, PathStep } from '../../engine/questions/map';
import { glided, offsetsBetween } from './glide';
import { keyOf, nextMark, sceneOf } from './scene';
import { axesSentence, mapTitle, pathTitle } from './sentences';
import { fitOf, MOST_ZOOM, ticksBetween, toMap, toScreen, zoomOn } from './viewport';

const points = (ids: string[], x: number[], y: number[]): MapPoints => ({
  ids,
  names: ids.map((id) => id.toUpperCase()),
  x: Float32Array.from(x),
  y: Float32Array.from(y),
  interactions: Int32Array.from(ids, () => 3),
  meanRating: Float32Array.from(ids, (_, k) => (k === 0 ? Number.NaN : 3.5)),
});

const step = (key: string, over: Partial<PathStep> = {}): PathStep => ({
  key,
  simulated: false,
  edited: false,
  item: 'i0',
  itemName: 'I0',
  rating: 4,
  x: 0,
  y: 0,
  moved: 0.1,
  share: 0.5,
  ...over,
});

const mapOf = (path: readonly PathStep[] = [], person = 'u0'): MapView => ({
  axes: {
    of: 'items',
    dimensions: 24,
    itemShares: [0.6, 0.2],
    personShares: [0.03, 0.01],
    neighbours: 10,
    kept: 0.27,
    chance: 0.007,
    frame: { left: -1, right: 3, bottom: -1, top: 1 },
  },
  items: points(['i0', 'i1', 'i2'], [1, 0, -1], [0, 1, 0.2]),
  people: points(['u0', 'u1'], [0, 2], [0, 0]),
  person: {
    summary: {
      id: person,
      label: 'Somebody',
      interactions: path.length,
      meanRating: null,
      simulated: false,
      named: false,
      kind: null,
      facts: [],
    },
    x: 0,
    y: 0,
    initial: { x: 0.5, y: 0.5 },
    distance: 1.234,
    path,
    later: [],
    nearItems: [],
    nearPeople: [],
  },
  farthest: null,
  item: null,
  milliseconds: 1,
});

describe('the viewport', () => {
  const frame = { left: -1, right: 3, bottom: -1, top: 1 };
  const size = { width: 800, height: 600 };

  it('puts the whole frame in sight, with one scale for both axes', () => {
    const fit = fitOf(frame, size);
    const low = toScreen(fit, zoomIdentity, { x: -1, y: -1 });
    const high = toScreen(fit, zoomIdentity, { x: 3, y: 1 });
    expect([low.x, high.x]).toEqual([28, 772]);
    // Up is more.
    expect(low.y).toBeGreaterThan(high.y);
    expect((high.x - low.x) / 4).toBeCloseTo((low.y - high.y) / 2, 9);
  });

  it('leads from the map to the screen and back under any zoom', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 1, max: 60, noNaN: true }), (x, y, k) => {
        const zoom = zoomIdentity.translate(13, -7).scale(k);
        const fit = fitOf(frame, size);
        const back = toMap(fit, zoom, toScreen(fit, zoom, { x, y }));
        expect(back.x).toBeCloseTo(x, 8);
        expect(back.y).toBeCloseTo(y, 8);
      }),
    );
  });

  it('shows a path as large as fits, and a single point no larger than allowed', () => {
    const fit = fitOf(frame, size);
    expect(zoomOn(fit, size, [{ x: 0, y: 0 }]).k).toBe(MOST_ZOOM);
    expect(zoomOn(fit, size, [{ x: 0, y: 0 }], 8).k).toBe(8);
    const all = [
      { x: -1, y: -1 },
      { x: 3, y: 1 },
    ];
    expect(zoomOn(fit, size, all)).toEqual({ k: 1, x: 400, y: 300 });
  });

  it('has round ticks', () => {
    expect(ticksBetween(-0.7, 1.2, 500).map((one) => one.text)).toEqual(['−0.5', '0.0', '0.5', '1.0']);
    expect(ticksBetween(-3, 1, 220).map((one) => one.text)).toEqual(['−2', '0']);
  });
});

describe('the scene', () => {
  it('holds somebody who has done nothing yet as well', () => {
    expect(sceneOf(mapOf([], 'new-1')).people.map((one) => one.id)).toEqual(['u0', 'u1', 'new-1']);
    expect(sceneOf(mapOf()).items.map((one) => one.meanRating)).toEqual([null, 3.5, 3.5]);
  });

  it('is walked by arrows to what is near and straight ahead', () => {
    const scene = sceneOf(mapOf());
    const go = (x: number, y: number) => nextMark(scene, scene.person, { x, y }).id;
    expect([go(1, 0), go(0, 1), go(-1, 0)]).toEqual(['i0', 'i1', 'i2']);
    // Nothing lies below.
    expect(go(0, -1)).toBe('u0');
  });
});

describe('a glide', () => {
  const before = sceneOf(mapOf([step('b1', { x: 1, y: 1 }), step('b2')]));
  const moved = { ...mapOf([step('b1', { x: 2, y: 3 }), step('b2'), step('s1')]) };
  const after = sceneOf({ ...moved, items: points(['i0', 'i1', 'i2'], [1, 0, -3], [0, 1, 0.2]) });
  const offsets = offsetsBetween(before, after);

  it('moves what stands elsewhere now, and nothing else', () => {
    expect(Object.fromEntries(offsets)).toEqual({
      'item i2': { x: 2, y: 0 },
      'step b1': { x: -1, y: -2 },
    });
  });

  it('begins where the marks were, ends where they are, and takes what is pointed at along', () => {
    const marks = { scene: after, focus: after.items[2], spokes: { from: after.person, to: after.items } };
    const places = (scene: typeof after) =>
      [...scene.items, ...scene.steps].map((mark) => [keyOf(mark), mark.x, mark.y]);
    const start = glided(marks, offsets, 1);
    expect(places(start.scene).slice(0, 5)).toEqual(places(before));
    expect(start.focus).toMatchObject({ x: -1 });
    expect(start.spokes?.to[2]).toMatchObject({ x: -1 });
    expect(places(glided(marks, offsets, 0).scene)).toEqual(places(after));
    expect(glided(marks, offsets, 0.5).scene.steps[0]).toMatchObject({ x: 1.5, y: 2 });
  });
});

describe('what is said', () => {
  it('tells how far the person came, and by what', () => {
    expect(pathTitle(mapOf(), 'person')).toContain('Nothing is known yet');
    expect(pathTitle(mapOf([step('b1')]), 'person')).toBe(
      'One review moved this person 1.234 from where everybody starts',
    );
    expect(pathTitle(mapOf([step('b1'), step('b2', { moved: 0.4, itemName: 'Stout' })]), 'person')).toBe(
      'Two reviews moved this person 1.234 from where everybody starts, Stout the most',
    );
  });

  it('names who is near and who is far from all, where they have names', () => {
    const near = (name: string) => ({ id: name, name, distance: 1, nearOnMap: true });
    const map = mapOf([step('b1')]);
    const far = { id: 'u9', name: 'Zoe', distance: 3 };
    const seen = { ...map, farthest: far, person: { ...map.person, nearPeople: ['Ann', 'Bob'].map(near) } };
    expect(mapTitle(seen, 'critic')).toBe(
      'Nearest to this critic is “Ann”; “Zoe” is farthest from everybody',
    );
    const { summary } = seen.person;
    const named = {
      ...seen,
      person: { ...seen.person, summary: { ...summary, named: true, label: 'Cleo' } },
    };
    expect(mapTitle(named, 'critic')).toBe(
      'The two nearest to Cleo are Ann and Bob; Zoe is farthest from everybody',
    );
    const apart = { ...named, farthest: { ...far, id: 'Bob', name: 'Bob' } };
    expect(mapTitle(apart, 'critic')).toBe('The two nearest to Cleo are Ann and Bob');
    const self = { ...named, farthest: { ...far, id: summary.id } };
    expect(mapTitle(self, 'critic')).toMatch(/; nobody is farther from everybody else$/);
  });

  it('tells what the axes keep', () => {
    expect(axesSentence(mapOf(), 'beers', { one: 'person', many: 'people' })).toContain(
      'show 80\u00a0% of what tells 3 beers apart in 24 dimensions. Of the 10 nearest neighbours of a point, 27\u00a0%',
    );
  });
});
