import { alteredInitial, keptWhole } from '../../model/alteration';
import { nextState } from '../../model/plainCell';
import type { InteractionIds } from '../../model/tbatch';
import type { Side } from '../../vocabulary';
import type { Source } from '../answers';
import type { Catalogue } from './catalogue';
import type { Reading } from './readings';
import type { Trace, Traced } from './replayTrace';
import type { Scenario } from './scenario';

/** Users and items of all rows of a scenario, deleted ones included. */
export function columnsOf(catalogue: Catalogue, scenario: Scenario): Record<Side, Int32Array> {
  const { user, item } = catalogue.bundle.interactions;
  const columns = { user: new Int32Array(scenario.rows), item: new Int32Array(scenario.rows) };
  columns.user.set(user);
  columns.item.set(item);
  for (const [row, one] of scenario.changed) {
    columns.user[row] = one.user;
    columns.item[row] = one.item;
  }
  return columns;
}

/** States [D] that everybody begins with in a scenario. */
export function initialOf(
  { initial }: Catalogue,
  { alteration }: Pick<Scenario, 'alteration'>,
): Record<Side, Float32Array> {
  if (!alteration) return initial;
  const of = (side: Side) => alteredInitial(initial[side], alteration[side]);
  return { user: of('user'), item: of('item') };
}

export interface WorldParts {
  readonly key: string;
  readonly source: Source;
  readonly catalogue: Catalogue;
  readonly scenario: Scenario;
  readonly columns: Record<Side, Int32Array>;
  /** As {@link placesOf} and {@link previousOf} find them, where they are known already. */
  readonly places?: Int32Array;
  readonly previous?: Record<Side, Int32Array>;
  /** Gates of all rows; null for the shipped states, which carry none. */
  readonly trace: Trace | null;
  /** Row-major final states [entities, D], new people after the bundle's own. */
  readonly states: Record<Side, Float32Array>;
  /** Of added and changed rows. */
  readonly readings: ReadonlyMap<number, Reading>;
  /**
   * Names what the cells made of each row: as long as a row and all that it rests on stay, so does its number, from
   * world to world. 0 for what the bundle's own log makes of it.
   */
  readonly outcomes: Int32Array;
}

/** All that came of one scenario: the states, the gates of every row, and who took part in what. Never changed. */
export class World {
  readonly key: string;
  readonly source: Source;
  readonly scenario: Scenario;
  readonly trace: Trace | null;
  readonly states: Record<Side, Float32Array>;
  readonly readings: ReadonlyMap<number, Reading>;
  readonly outcomes: Int32Array;
  readonly columns: Record<Side, Int32Array>;
  /** Place of each row in the order; −1 where it is deleted. */
  readonly places: Int32Array;
  /** As {@link initialOf} gives them. */
  readonly initial: Record<Side, Float32Array>;
  /** Before each row, the row of the same user (item); −1 at the first. */
  readonly previous: Record<Side, Int32Array>;
  private readonly catalogue: Catalogue;
  /** Size of a state. */
  readonly D: number;
  private readonly starts: Record<Side, Int32Array>;
  private readonly sequences: Record<Side, Int32Array>;
  /** Dimensions whose update gate is held at 1; null as trained. */
  private readonly whole: Record<Side, readonly boolean[]> | null;

  constructor(parts: WorldParts) {
    const { catalogue, scenario } = parts;
    this.key = parts.key;
    this.source = parts.source;
    this.catalogue = catalogue;
    this.scenario = scenario;
    this.trace = parts.trace;
    this.states = parts.states;
    this.readings = parts.readings;
    this.outcomes = parts.outcomes;
    this.columns = parts.columns;
    this.D = catalogue.config.stateSize;
    this.initial = initialOf(catalogue, scenario);
    const { alteration } = scenario;
    this.whole = alteration && {
      user: keptWhole(alteration.user, this.D),
      item: keptWhole(alteration.item, this.D),
    };
    this.places = parts.places ?? placesOf(scenario);
    this.previous = parts.previous ?? previousOf(parts.columns, scenario);
    const counts = this.counts;
    const [user, item] = [
      sequencesOf(parts.columns.user, scenario, counts.user),
      sequencesOf(parts.columns.item, scenario, counts.item),
    ];
    this.starts = { user: user.starts, item: item.starts };
    this.sequences = { user: user.rows, item: item.rows };
  }

  /** Numbers of people, new ones included, and of items. */
  get counts(): Record<Side, number> {
    const { user, item } = this.catalogue;
    return { user: user.count + this.scenario.newPeople.length, item: item.count };
  }

  get log(): InteractionIds {
    return { users: this.columns.user, items: this.columns.item };
  }

  /** Rows of an entity, oldest first; empty for one that stands in no log yet. */
  rowsOf(side: Side, entity: number): Int32Array {
    if (entity >= this.counts[side]) return new Int32Array(0);
    return this.sequences[side].subarray(this.starts[side][entity], this.starts[side][entity + 1]);
  }

  /** State of an entity [D] after all its rows. */
  state(side: Side, entity: number): Float32Array {
    const { D } = this;
    if (entity >= this.counts[side]) return this.initial[side];
    return this.states[side].subarray(entity * D, (entity + 1) * D);
  }

  /** State of an entity [D] after some first rows of its own, from the gates. */
  stateAfter(side: Side, rows: Int32Array): Float32Array {
    const h = Float32Array.from(this.initial[side]);
    for (const row of rows) this.step(side, row, h);
    return h;
  }

  /** States of an entity [D] after each of some first rows of its own, the initial state before them. */
  statesAlong(side: Side, rows: Int32Array): Float32Array[] {
    const h = Float32Array.from(this.initial[side]);
    const states = [h.slice()];
    for (const row of rows) {
      this.step(side, row, h);
      states.push(h.slice());
    }
    return states;
  }

  /** Takes a state [D] over a row, in place. */
  private step(side: Side, row: number, h: Float32Array): void {
    const [z, n] = [this.gate(side, 'update', row), this.gate(side, 'candidate', row)];
    const whole = this.whole?.[side];
    for (let d = 0; d < h.length; d++) if (!whole?.[d]) h[d] = nextState(z[d], n[d], h[d]);
  }

  /** State [D] of the user (item) of a row just before it. */
  stateBefore(side: Side, row: number): Float32Array {
    const rows = this.rowsOf(side, this.columns[side][row]);
    return this.stateAfter(side, rows.subarray(0, rows.indexOf(row)));
  }

  /** State [D] of the user (item) of a row just after it. */
  stateAfterRow(side: Side, row: number): Float32Array {
    const rows = this.rowsOf(side, this.columns[side][row]);
    return this.stateAfter(side, rows.subarray(0, rows.indexOf(row) + 1));
  }

  /** One gate of a row [D]. @throws Error before the log was replayed. */
  gate(side: Side, part: Traced, row: number): Float32Array {
    if (!this.trace) throw new Error('the log has not been replayed');
    return this.trace.at(side, part, row);
  }
}

export function placesOf(scenario: Scenario): Int32Array {
  const places = new Int32Array(scenario.rows).fill(-1);
  scenario.order.forEach((row, place) => {
    places[row] = place;
  });
  return places;
}

export function previousOf(columns: Record<Side, Int32Array>, scenario: Scenario): Record<Side, Int32Array> {
  const of = (ids: Int32Array): Int32Array => {
    const previous = new Int32Array(scenario.rows).fill(-1);
    const last = new Int32Array(1 + ids.reduce((most, id) => Math.max(most, id), -1)).fill(-1);
    for (const row of scenario.order) {
      previous[row] = last[ids[row]];
      last[ids[row]] = row;
    }
    return previous;
  };
  return { user: of(columns.user), item: of(columns.item) };
}

/** Rows of every entity, one entity after the other: those of e stand at [starts[e], starts[e + 1]). */
function sequencesOf(ids: Int32Array, { order }: Scenario, count: number) {
  const starts = new Int32Array(count + 1);
  for (const row of order) starts[ids[row] + 1]++;
  for (let entity = 0; entity < count; entity++) starts[entity + 1] += starts[entity];
  const rows = new Int32Array(order.length);
  const filled = starts.slice();
  for (const row of order) rows[filled[ids[row]]++] = row;
  return { starts, rows };
}
