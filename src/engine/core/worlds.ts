import { scheduleTBatches } from '../../model/tbatch';
import type { Tensor2D } from '../../model/tf';
import { SIDES, type Side } from '../../vocabulary';
import { alterationKey } from '../alterations';
import { isSuperseded } from '../engineError';
import type { LogEntry, SimulatedLog } from '../simulatedLog';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { Features, type LogFeatures } from './features';
import { Lru } from './lru';
import { Readings } from './readings';
import { Trace } from './replayTrace';
import { Scenario } from './scenario';
import { streamBatches } from './stream';
import { columnsOf, initialOf, placesOf, previousOf, World } from './world';

/** Worlds kept, so that undo finds the very numbers of before without running anything. */
const KEPT = 24;

/** Gives way between pieces of work; throws to give up. */
export type Proceed = () => void;

/**
 * Makes the world of any log, exactly as a replay from scratch would: an edit anywhere changes all that depends on it,
 * on both sides. Only rows that rest on something changed are streamed again, see {@link affectedBy}.
 */
export class Worlds {
  private readonly held = new Lru<string, Promise<World>>(KEPT);
  private readonly readings: Readings;
  /** A short name for each log ever seen, so that keys do not grow with the log. */
  private readonly names = new Map<string, string>();
  /** The key after an entry, with the key before it: of one request, many logs have the very same entries. */
  private readonly named = new WeakMap<LogEntry, { readonly before: string; readonly after: string }>();
  private outcomes = 0;

  /**
   * @param root the world of the bundle's own log, replayed
   * @param features x_τ of the bundle's own log without the modalities that are named; stays its owner's
   */
  constructor(
    private readonly brain: Brain,
    private readonly catalogue: Catalogue,
    private readonly root: World,
    private readonly features: (muted: Scenario['muted']) => LogFeatures,
  ) {
    this.readings = new Readings(brain, catalogue);
  }

  /** The world after a log. @throws RequestError naming the entry that cannot be. */
  async at(log: SimulatedLog, proceed: Proceed = () => {}): Promise<World> {
    if (log.length === 0) return this.root;
    const keys = this.prefixKeys(log);
    const key = keys[log.length];
    for (;;) {
      const held = this.held.get(key);
      if (!held) break;
      const world = await unlessGivenUp(held);
      if (world) return world;
      proceed();
    }
    const scenario = new Scenario(this.catalogue, log);
    // From the nearest world that is still known: most logs are an earlier one and an entry more.
    let length = log.length - 1;
    while (length > 0 && !this.held.has(keys[length])) length--;
    const made = (async () => {
      const held = length > 0 && this.held.get(keys[length]);
      const parent = held ? await unlessGivenUp(held) : this.root;
      return this.advance(parent ?? (await this.at(log.slice(0, length), proceed)), scenario, key, proceed);
    })();
    this.held.set(key, made);
    made.catch(() => {
      if (this.held.get(key) === made) this.held.delete(key);
    });
    return made;
  }

  /** x_τ of all rows of a world [rows, D]; the caller owns it. */
  featuresOf({ scenario, readings }: World): Tensor2D {
    return new Features(this.features(scenario.muted), scenario.rows, readings).tensor();
  }

  /** Keys of all prefixes, the empty one first. A whole entry counts: an edited review is another one. */
  private prefixKeys(log: SimulatedLog): string[] {
    const keys = [this.root.key];
    for (const [k, entry] of log.entries()) keys.push(this.keyAfter(keys[k], entry));
    return keys;
  }

  private keyAfter(before: string, entry: LogEntry): string {
    const held = this.named.get(entry);
    if (held?.before === before) return held.after;
    const long = `${before}|${JSON.stringify(entry)}`;
    const after = this.names.get(long) ?? `${this.root.key}-${this.names.size + 1}`;
    this.names.set(long, after);
    this.named.set(entry, { before, after });
    return after;
  }

  private async advance(parent: World, scenario: Scenario, key: string, proceed: Proceed): Promise<World> {
    const { catalogue, brain } = this;
    const columns = columnsOf(catalogue, scenario);
    const places = placesOf(scenario);
    const previous = previousOf(columns, scenario);
    const affected = affectedBy(parent, scenario, columns, previous);
    const readings = await this.readings.of(
      scenario,
      [...scenario.changed.keys()].filter((row) => places[row] >= 0),
    );
    proceed();
    const trace = new Trace(scenario.rows, brain.config.stateSize, parent.trace ?? undefined);
    const outcomes = new Int32Array(scenario.rows);
    outcomes.set(parent.outcomes);
    for (const row of affected) outcomes[row] = ++this.outcomes;

    const states = await streamBatches(
      brain,
      this.statesBefore(parent, scenario, columns, places, affected),
      new Features(this.features(scenario.muted), scenario.rows, readings),
      { users: columns.user, items: columns.item },
      scheduleTBatches({ users: columns.user, items: columns.item }, affected),
      { trace, onProgress: proceed, alteration: scenario.alteration },
    );
    trace.forgetUnused();
    return new World({
      key,
      source: 'live',
      catalogue,
      scenario,
      columns,
      places,
      previous,
      trace,
      states,
      readings,
      outcomes,
    });
  }

  /** The parent's final states, but of each entity that affected rows touch the state just before the first of them. */
  private statesBefore(
    parent: World,
    scenario: Scenario,
    columns: Record<Side, Int32Array>,
    places: Int32Array,
    affected: Int32Array,
  ): Record<Side, Float32Array> {
    const { catalogue } = this;
    const D = this.brain.config.stateSize;
    const touched = new Uint8Array(scenario.rows);
    for (const row of affected) touched[row] = 1;
    const result = {} as Record<Side, Float32Array>;
    for (const side of SIDES) {
      const count = side === 'user' ? catalogue.user.count + scenario.newPeople.length : catalogue.item.count;
      const states = new Float32Array(count * D);
      states.set(parent.states[side]);
      const initial = initialOf(catalogue, scenario)[side];
      // Who has no row at all stands where everybody begins, which an alteration moves.
      const altered = scenario.alteration !== null || parent.scenario.alteration !== null;
      for (let entity = altered ? 0 : parent.counts[side]; entity < count; entity++)
        if (parent.rowsOf(side, entity).length === 0) states.set(initial, entity * D);
      const ids = columns[side];
      const moved = new Set<number>();
      for (const row of affected) moved.add(ids[row]);
      for (const row of parent.scenario.order) if (places[row] < 0) moved.add(parent.columns[side][row]);
      for (const entity of moved) {
        // The rows that stay: of a sequence, always the first ones.
        const rows = parent.rowsOf(side, entity);
        const end = rows.findIndex((row) => touched[row] === 1 || places[row] < 0);
        const kept = end < 0 ? rows : rows.subarray(0, end);
        states.set(kept.length > 0 ? parent.stateAfter(side, kept) : initial, entity * D);
      }
      result[side] = states;
    }
    return result;
  }
}

/** A world that is being made; null where whoever asked for it first wants it no more: others may still. */
const unlessGivenUp = (made: Promise<World>): Promise<World | null> =>
  made.catch((error: unknown) => {
    if (isSuperseded(error)) return null;
    throw error;
  });

/**
 * Rows of a scenario of which a world with another scenario says nothing, in order: what the cells make of a row rests
 * on its features and on what they made of the rows before it of its user and of its item, and on nothing else.
 */
export function affectedBy(
  parent: World,
  scenario: Scenario,
  columns: Record<Side, Int32Array>,
  previous: Record<Side, Int32Array> = previousOf(columns, scenario),
): Int32Array {
  const earlier = parent.scenario;
  const everywhere =
    [...earlier.muted].sort().join() !== [...scenario.muted].sort().join() ||
    alterationKey(earlier.alteration) !== alterationKey(scenario.alteration);
  const anew = (row: number): boolean => {
    if (row >= earlier.rows || parent.places[row] < 0 || everywhere) return true;
    if (!earlier.changed.has(row) && !scenario.changed.has(row)) return false;
    return (
      earlier.changed.get(row) !== scenario.changed.get(row) && earlier.content(row) !== scenario.content(row)
    );
  };
  const affected = new Uint8Array(scenario.rows);
  /** Whether another row comes before it than did, or one of which nothing is known. */
  const rests = (side: Side, row: number): boolean => {
    const before = previous[side][row];
    return before !== parent.previous[side][row] || (before >= 0 && affected[before] === 1);
  };
  const rows: number[] = [];
  for (const row of scenario.order) {
    if (!rests('user', row) && !rests('item', row) && !anew(row)) continue;
    affected[row] = 1;
    rows.push(row);
  }
  return Int32Array.from(rows);
}
