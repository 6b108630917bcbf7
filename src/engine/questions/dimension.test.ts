import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { SIDES, type Side } from '../../vocabulary';
import type { EngineApi } from '../contract';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';

let bundle: Bundle;
let engine: EngineApi;

beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
});

const review = (changes: Partial<SimulatedInteraction>): SimulatedInteraction => ({
  key: 's1',
  person: 'new-1',
  item: 'i1',
  rating: null,
  aspects: [null, null],
  text: '',
  ...changes,
});

/** How somebody new and an item of which nothing is left are moved by one review. */
async function moved(changes: Partial<SimulatedInteraction>) {
  const item = bundle.items.id.indexOf('i1');
  const rows = [...bundle.interactions.item.keys()].filter((row) => bundle.interactions.item[row] === item);
  const log: SimulatedLog = [
    ...rows.map((row) => ({ edit: 'delete', key: `b${row}` }) as const),
    review(changes),
  ];
  const { tensors } = await engine.trace({ log, at: null, key: 's1' });
  const of = (side: Side) => {
    const before = tensors[`${side}/before`]?.values ?? [];
    return Array.from(tensors[`${side}/next`]?.values ?? [], (value, d) => value - before[d]);
  };
  return { user: of('user'), item: of('item') };
}

/** r by Σxy − ΣxΣy/n, in another way than the engine. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length;
  const sum = (f: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + f(x, y), 0);
  const [x, y] = [sum((a) => a), sum((_, b) => b)];
  return (
    (n * sum((a, b) => a * b) - x * y) /
    Math.sqrt((n * sum((a) => a * a) - x * x) * (n * sum((_, b) => b * b) - y * y))
  );
}

describe('what a dimension goes with', () => {
  it('its words and ratings move it as such reviews do', async () => {
    const { aspects } = bundle.manifest.model;
    for (const side of SIDES)
      for (const d of [0, 4]) {
        const { words, ratings } = await engine.dimension({ log: [], at: null, side, d });
        expect(words.up).toHaveLength(4);
        expect(words.down).toHaveLength(4);
        for (const { word, change } of [...words.up, ...words.down])
          expect(change, word).toBeCloseTo((await moved({ text: word }))[side][d], 5);
        expect(words.unknown).toBeCloseTo((await moved({ text: 'xyzzy' }))[side][d], 5);
        const changes = words.up.map((one) => one.change);
        expect(changes).toEqual(changes.toSorted((a, b) => b - a));
        expect(Math.min(...changes)).toBeGreaterThanOrEqual(Math.max(...words.down.map((one) => one.change)));
        expect(ratings.map(({ label }) => label)).toEqual(['rating', 'taste', 'aroma']);
        expect(ratings[0].above).toBeCloseTo((await moved({ rating: 4.4 }))[side][d], 5);
        const aroma = aspects[1].mean - aspects[1].deviation;
        expect(ratings[2].below).toBeCloseTo((await moved({ aspects: [null, aroma] }))[side][d], 5);
      }
  });

  it('its ends and its variance are those of the states', async () => {
    const D = bundle.manifest.model.stateSize;
    const d = 2;
    const report = await engine.dimension({ log: [], at: null, side: 'item', d });
    const values = bundle.items.id.map((id, k) => ({ id, value: bundle.itemStates[k * D + d] }));
    values.sort((a, b) => a.value - b.value);
    expect(report.low.map(({ id }) => id)).toEqual(values.slice(0, 4).map(({ id }) => id));
    expect(report.high.map(({ id }) => id)).toEqual(
      values
        .reverse()
        .slice(0, 4)
        .map(({ id }) => id),
    );
    const numbers = values.map((one) => one.value);
    const mean = numbers.reduce((sum, v) => sum + v, 0) / numbers.length;
    expect(report.mean).toBeCloseTo(mean, 3);
    expect(report.variances[d]).toBeCloseTo(
      numbers.reduce((sum, v) => sum + (v - mean) ** 2, 0) / numbers.length,
      3,
    );
    // Nine items are too few for a correlation; no style has five.
    expect(report.meanRating).toEqual({ r: null, n: 9 });
    expect(report.fact).toBeNull();
  });

  it('correlates with ratings and numbers of reviews once there are enough, edits included', async () => {
    const others: SimulatedInteraction[] = Array.from({ length: 8 }, (_, k) =>
      review({ key: `s${k + 1}`, person: `new-${k + 1}`, item: `i${k}`, rating: (k % 5) + 0.5 }),
    );
    const log: SimulatedLog = [...others, review({ key: 's9', item: 'i3', rating: 2 })];
    const d = 3;
    const report = await engine.dimension({ log, at: null, side: 'user', d });
    expect(report.n).toBe(bundle.users.id.length + 8);
    const rows = [...bundle.users.id, ...others.map((one) => one.person)];
    const people = [];
    for (const person of rows) {
      const { summary } = (await engine.view({ log, person, item: null, k: 1, words: 1 })).person;
      const ref = { of: 'state', side: 'user', id: person, d } as const;
      people.push({ ...summary, value: (await engine.open({ log, at: null, ref })).value });
    }
    expect(report.popularity.r).toBeCloseTo(
      correlation(people.map(({ value, interactions }) => [value, Math.log(1 + interactions)] as const)),
      6,
    );
    expect(report.meanRating.r).toBeCloseTo(
      correlation(people.map(({ value, meanRating }) => [value, meanRating as number] as const)),
      6,
    );
    const highest = people.toSorted((a, b) => b.value - a.value)[0];
    expect(report.high[0]).toEqual({
      id: highest.id,
      name: highest.label,
      value: highest.value,
      meanRating: highest.meanRating,
      interactions: highest.interactions,
    });
  });

  it('knows only those of the past at a moment of the past, and no other dimension', async () => {
    const at = 'b1';
    const past = await engine.dimension({ log: [], at, side: 'user', d: 0 });
    expect(past.n).toBe(new Set(bundle.interactions.user.subarray(0, 2)).size);
    await expect(engine.dimension({ log: [], at, side: 'user', d: 6 })).rejects.toThrow(
      'd: no-place of "dimension" index 6',
    );
    await expect(engine.dimension({ log: [], at, side: 'user', d: 0.5 })).rejects.toThrow('index 0.5');
  });

  it('leaves no tensor behind', async () => {
    const held = (await engine.memory()).tensors;
    await engine.dimension({ log: [], at: null, side: 'item', d: 1 });
    expect((await engine.memory()).tensors).toBe(held);
  });
});
