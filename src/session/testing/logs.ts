import fc from 'fast-check';
import { LONGEST_NAME, plainName } from '../../engine/personName';
import type { LogEntry, SimulatedLog } from '../../engine/simulatedLog';
import type { Modality } from '../../vocabulary';
import type { Store } from '../savedStorage';

/** Text may hold anything; −0 has no form of its own in JSON. */
const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0));
const key = fc.string({ minLength: 1 });
const text = fc.string({ unit: 'binary' });
const aspects = fc.array(number, { maxLength: 4 });

/** What somebody may be called, of any letters there are. */
export const anyName = fc.string({ unit: 'binary', maxLength: LONGEST_NAME / 2 }).map(plainName);

const edit: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({ edit: fc.constant('delete' as const), key }),
  fc.record({
    edit: fc.constant('move' as const),
    key,
    by: fc.constantFrom(-1 as const, 1 as const),
    side: fc.constantFrom('user' as const, 'item' as const),
  }),
  fc.record({ edit: fc.constant('change' as const), key, rating: number, aspects, text: fc.option(text) }),
  fc.record({
    edit: fc.constant('mute' as const),
    key: fc.option(key),
    modality: fc.constantFrom<Modality>('text', 'rating', 'aspects'),
    muted: fc.boolean(),
  }),
  fc.record({
    edit: fc.constant('freeze' as const),
    side: fc.constantFrom('user' as const, 'item' as const, 'both' as const),
    gate: fc.constantFrom('update' as const, 'reset' as const),
    to: fc.constantFrom(0 as const, 1 as const, null),
  }),
  fc.record({
    edit: fc.constant('clamp' as const),
    side: fc.constantFrom('user' as const, 'item' as const),
    d: fc.nat(31),
    to: number,
  }),
  fc.record({ edit: fc.constant('counterpart' as const), with: fc.constantFrom('initial' as const, null) }),
  fc.record({ edit: fc.constant('shuffle' as const), seed: fc.option(fc.nat()) }),
  fc.record({
    edit: fc.constant('name' as const),
    person: fc.nat(30).map((n) => `new-${n + 1}`),
    name: anyName,
  }),
);

const review: fc.Arbitrary<LogEntry> = fc.record({
  key: fc.constant(''),
  person: key,
  item: key,
  rating: number,
  aspects,
  text,
});

/** Any log of reviews and edits; reviews have keys of their own. */
export const anyLog: fc.Arbitrary<SimulatedLog> = fc
  .array(fc.oneof(review, edit), { maxLength: 12 })
  .map((log) => log.map((entry, k) => ('edit' in entry ? entry : { ...entry, key: `s${k + 1}` })));

/** A localStorage in memory that is full above `room` letters. */
export function memoryStore(room = Number.POSITIVE_INFINITY): Store & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (name) => map.get(name) ?? null,
    setItem: (name, value) => {
      const others = [...map].filter(([other]) => other !== name).map(([, text]) => text.length);
      if (others.reduce((a, b) => a + b, value.length) > room) throw new Error('full');
      map.set(name, value);
    },
    removeItem: (name) => void map.delete(name),
  };
}
