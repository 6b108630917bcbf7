import { SIDES, type Side } from '../../vocabulary';
import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { contributions } from '../../model/attribution';
import { replayByHand } from '../../model/testing/byHand';
import { memory, setBackend } from '../../model/tf';
import { EngineError } from '../engineError';
import type { LogEntry, SimulatedLog } from '../simulatedLog';
import { syntheticBundle } from '../testing/syntheticBundle';
import { type Brain, disposeBrain, logFeatures, logFeedback, makeBrain, withoutModalities } from './brain';
import { type Catalogue, makeCatalogue } from './catalogue';
import { Features, LogFeatures } from './features';
import { Readings } from './readings';
import { Scenario } from './scenario';
import { replayWithTrace } from './tracedReplay';
import { columnsOf, World } from './world';
import { affectedBy, Worlds } from './worlds';

let bundle: Bundle;
let brain: Brain;
let catalogue: Catalogue;
let root: World;
const features = new Map<string, LogFeatures>();

const featuresOf = (muted: Scenario['muted']): LogFeatures => {
  const key = [...muted].sort().join();
  const held = features.get(key);
  if (held) return held;
  const feedback = withoutModalities(logFeedback(brain.config, bundle.interactions), muted);
  const made = new LogFeatures(logFeatures(brain, bundle, feedback));
  features.set(key, made);
  return made;
};

beforeAll(async () => {
  await setBackend('cpu');
  bundle = await syntheticBundle();
  brain = makeBrain(bundle);
  catalogue = makeCatalogue(bundle);
  const scenario = new Scenario(catalogue, []);
  const { trace, states } = await replayWithTrace(
    brain,
    catalogue,
    new Features(featuresOf(new Set())),
    () => {},
  );
  root = new World({
    key: 'root',
    source: 'live',
    catalogue,
    scenario,
    columns: columnsOf(catalogue, scenario),
    trace,
    states,
    readings: new Map(),
    outcomes: new Int32Array(scenario.rows),
  });
});
afterAll(() => {
  for (const one of features.values()) one.dispose();
  disposeBrain(brain);
});

const worldsOf = () => new Worlds(brain, catalogue, root, featuresOf);

/** The plainest replay of a scenario: one interaction after the other, from the initial states. */
async function fromScratch(scenario: Scenario): Promise<Record<Side, number[]>> {
  const columns = columnsOf(catalogue, scenario);
  const rows = Array.from({ length: scenario.rows }, (_, row) => row);
  const readings = await new Readings(brain, catalogue).of(scenario, rows);
  return replayByHand(
    (name) => bundle.weights.get(name) ?? [],
    brain.config.stateSize,
    { user: catalogue.user.count + scenario.newPeople.length, item: catalogue.item.count },
    rows.flatMap((row) => [...(readings.get(row)?.x ?? [])]),
    { users: columns.user, items: columns.item },
    scenario.order,
    scenario.alteration,
  );
}

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let worst = 0;
  for (let k = 0; k < a.length; k++) worst = Math.max(worst, Math.abs(a[k] - b[k]));
  return worst;
};

/** Entries of a log as dice throw them; keys are filled in by {@link logOf}, so that every edit finds its interaction. */
const entry = fc.record({
  kind: fc.constantFrom(
    'add',
    'add',
    'delete',
    'move',
    'change',
    'mute',
    'mute all',
    'freeze',
    'clamp',
    'counterpart',
    'shuffle',
  ),
  person: fc.constantFrom('u0', 'u2', 'u5', 'new-1'),
  item: fc.constantFrom('i0', 'i3', 'i8'),
  rating: fc.option(fc.constantFrom(0.5, 3, 5)),
  text: fc.constantFrom('', 'not bad', 'malty and sweet, dark hops', 'zzz'),
  pick: fc.nat(999),
  by: fc.constantFrom(1 as const, -1 as const),
  side: fc.constantFrom('user' as const, 'item' as const),
  modality: fc.constantFrom('text' as const, 'rating' as const, 'aspects' as const),
  muted: fc.boolean(),
  both: fc.boolean(),
  gate: fc.constantFrom('update' as const, 'reset' as const),
  to: fc.constantFrom(0 as const, 1 as const, null),
  value: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
});

type Dice = typeof entry extends fc.Arbitrary<infer E> ? E : never;

function logOf(dice: readonly Dice[]): SimulatedLog {
  const keys = Array.from(bundle.interactions.user, (_, row) => `b${row}`);
  return dice.map((die, k): LogEntry => {
    const { kind, person, item, rating, text, pick, by, side, modality, muted } = die;
    const aspects = [rating, null];
    const key = keys[pick % keys.length];
    switch (kind) {
      case 'delete':
        keys.splice(pick % keys.length, 1);
        return { edit: 'delete', key };
      case 'move':
        return { edit: 'move', key, by, side };
      case 'change':
        return { edit: 'change', key, rating, aspects, text: text || null };
      case 'mute':
        return { edit: 'mute', key, modality, muted };
      case 'mute all':
        return { edit: 'mute', key: null, modality, muted };
      case 'freeze':
        return { edit: 'freeze', side: die.both ? 'both' : side, gate: die.gate, to: die.to };
      case 'clamp':
        return { edit: 'clamp', side, d: pick % brain.config.stateSize, to: die.value };
      case 'counterpart':
        return { edit: 'counterpart', with: muted ? 'initial' : null };
      case 'shuffle':
        return { edit: 'shuffle', seed: muted ? pick : null };
      default:
        keys.push(`s${k + 1}`);
        return { key: `s${k + 1}`, person, item, rating, aspects, text };
    }
  });
}

describe('a world', () => {
  it('is that of a replay from scratch, however one came to its log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 7 }), async (dice) => {
        const log = logOf(dice);
        const expected = await fromScratch(new Scenario(catalogue, log));
        const stepwise = worldsOf();
        for (let length = 1; length < log.length; length++) await stepwise.at(log.slice(0, length));
        for (const worlds of [stepwise, worldsOf()]) {
          const world = await worlds.at(log);
          expect(furthest(world.states.user, expected.user)).toBeLessThan(1e-5);
          expect(furthest(world.states.item, expected.item)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  it('holds for every row the parts that its states are the sums of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (dice) => {
        const world = await worldsOf().at(logOf(dice));
        for (const side of SIDES)
          for (let entity = 0; entity < world.counts[side]; entity++) {
            const rows = Array.from(world.rowsOf(side, entity));
            const { initial, steps } = contributions(
              world.initial[side],
              rows.map((row) => world.gate(side, 'update', row)),
              rows.map((row) => world.gate(side, 'candidate', row)),
            );
            for (const [d, held] of world.scenario.alteration?.[side].clamped ?? []) {
              // Added to 0, since −0 does not survive a sum.
              expect(world.state(side, entity)[d] + 0).toBe(Math.fround(held) + 0);
              expect(initial[d] + 0).toBe(Math.fround(held) + 0);
            }
            const sum = initial.map((value, d) => steps.reduce((total, c) => total + c[d], value));
            expect(furthest(sum, world.state(side, entity))).toBeLessThan(1e-5);
            expect(
              furthest(world.stateAfter(side, world.rowsOf(side, entity)), world.state(side, entity)),
            ).toBeLessThan(1e-6);
          }
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('streams no row that rests on nothing new', () => {
    const last = bundle.interactions.user.length - 1;
    const affected = (log: SimulatedLog) => {
      const scenario = new Scenario(catalogue, log);
      return [...affectedBy(root, scenario, columnsOf(catalogue, scenario))];
    };
    expect(affected([])).toEqual([]);
    expect(affected([{ edit: 'mute', key: `b${last}`, modality: 'text', muted: false }])).toEqual([]);
    expect(affected([{ edit: 'delete', key: `b${last}` }])).toEqual([]);
    expect(
      affected([{ key: 's1', person: 'new-1', item: 'i0', rating: 3, aspects: [null, null], text: '' }]),
    ).toEqual([last + 1]);
    expect(affected([{ edit: 'delete', key: 'b0' }]).length).toBeGreaterThan(0);
    expect(affected([{ edit: 'mute', key: null, modality: 'rating', muted: true }])).toHaveLength(last + 1);
  });

  it('is that of everybody at the start where the update gates are held at 1', async () => {
    const open = { edit: 'freeze', side: 'both', gate: 'update', to: 1 } as const;
    const worlds = worldsOf();
    const world = await worlds.at([open]);
    for (const side of SIDES)
      for (let entity = 0; entity < world.counts[side]; entity++)
        expect(world.state(side, entity)).toEqual(catalogue.initial[side]);
    // Given back, all is streamed again, to the very numbers.
    const back = await worlds.at([open, { ...open, to: null }]);
    expect(back.states).toEqual(root.states);
  });

  it('is made for whoever still waits, when the one who asked first gives up', async () => {
    const worlds = worldsOf();
    const rated = { person: 'u0', rating: 3, aspects: [null, null], text: '' };
    const one: SimulatedLog = [{ key: 's1', item: 'i0', ...rated }];
    const two: SimulatedLog = [...one, { key: 's2', item: 'i1', ...rated }];
    const givesUp = () => {
      throw new EngineError({ kind: 'superseded' });
    };
    const [first, same, next] = await Promise.allSettled([
      worlds.at(one, givesUp),
      worlds.at(one),
      // Made from the one before it.
      worlds.at(two),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: { why: { kind: 'superseded' } } });
    expect(same).toMatchObject({ status: 'fulfilled' });
    expect(next).toMatchObject({ status: 'fulfilled' });
    expect((await worlds.at(two)).scenario.rows).toBe(root.scenario.rows + 2);
  });

  it('leaves no tensor behind', async () => {
    const worlds = worldsOf();
    featuresOf(new Set(['text']));
    const before = memory().numTensors;
    await worlds.at([
      { key: 's1', person: 'u0', item: 'i0', rating: 3, aspects: [null, 2], text: 'malty' },
      { edit: 'change', key: 'b3', rating: 1, aspects: [null, null], text: 'bad' },
      { edit: 'mute', key: null, modality: 'text', muted: true },
      { edit: 'clamp', side: 'item', d: 0, to: 0 },
      { edit: 'counterpart', with: 'initial' },
    ]);
    expect(memory().numTensors).toBe(before);
  });
});

describe('a scenario', () => {
  const orderOf = (log: SimulatedLog) => [...new Scenario(catalogue, log).order];

  it('moves an interaction past the next one of its person, and back', () => {
    const { user } = bundle.interactions;
    const own = Array.from(user.keys()).filter((row) => user[row] === user[0]);
    const moved = orderOf([{ edit: 'move', key: 'b0', by: 1, side: 'user' }]);
    expect(moved.indexOf(0)).toBe(moved.indexOf(own[1]) + 1);
    expect(moved.toSorted((a, b) => a - b)).toEqual(orderOf([]));
    const first = orderOf([{ edit: 'move', key: 'b0', by: -1, side: 'user' }]);
    expect(first).toEqual(orderOf([]));
  });

  it('shuffles everything by a seed, and what comes later stays later', () => {
    const rows = orderOf([]);
    const one = orderOf([{ edit: 'shuffle', seed: 1 }]);
    expect(one).not.toEqual(rows);
    expect(one.toSorted((a, b) => a - b)).toEqual(rows);
    expect(orderOf([{ edit: 'shuffle', seed: 2 }])).not.toEqual(one);
    // Whatever the order was before.
    const moved: SimulatedLog = [
      { edit: 'move', key: 'b0', by: 1, side: 'user' },
      { edit: 'shuffle', seed: 2 },
      { edit: 'shuffle', seed: 1 },
    ];
    expect(orderOf(moved)).toEqual(one);
    expect(orderOf([...moved, { edit: 'shuffle', seed: null }])).toEqual(orderOf(moved.slice(0, 1)));
    const review = { key: 's1', person: 'u0', item: 'i0', rating: 3, aspects: [null, null], text: '' };
    expect(orderOf([{ edit: 'shuffle', seed: 1 }, review])).toEqual([...one, rows.length]);
    expect(orderOf([{ edit: 'delete', key: 'b4' }, ...moved])).toEqual(one.filter((row) => row !== 4));
  });

  it('mixes rows well: no place is anybody’s', () => {
    const n = orderOf([]).length;
    const first = new Set(
      Array.from({ length: 200 }, (_, seed) => orderOf([{ edit: 'shuffle', seed }]).indexOf(0)),
    );
    expect(first.size).toBeGreaterThan(Math.min(n, 200) / 2);
  });

  it('names the entry that cannot be', () => {
    const make = (log: SimulatedLog) => () => new Scenario(catalogue, log);
    expect(make([{ edit: 'delete', key: 'b9999' }])).toThrow(/entry 1, key: no-interaction name "b9999"/);
    expect(
      make([
        { edit: 'delete', key: 'b1' },
        { edit: 'delete', key: 'b1' },
      ]),
    ).toThrow(/entry 2, key/);
    expect(make([{ edit: 'change', key: 'b1', rating: 9, aspects: [null, null], text: null }])).toThrow(
      /entry 1, rating: outside value 9/,
    );
    expect(make([{ edit: 'change', key: 'b1', rating: 3, aspects: [], text: null }])).toThrow(/aspects/);
    expect(make([{ edit: 'clamp', side: 'user', d: 99, to: 0 }])).toThrow(/entry 1, d: no-place .*index 99/);
    expect(make([{ edit: 'clamp', side: 'user', d: 0, to: 2 }])).toThrow(/entry 1, to: outside value 2/);
    expect(make([{ edit: 'freeze', side: 'all', gate: 'update', to: 1 } as never])).toThrow(
      /entry 1, side: not-among allowed \["user","item","both"\]/,
    );
    expect(make([{ edit: 'shuffle', seed: 0.5 }])).toThrow(/entry 1, seed/);
  });
});
