import { contributions, norm, type WordWeight } from '../../model/attribution';
import { type LogStatistics, logStatistics, PASSES, type RatedLog } from '../../model/bias';
import type { Side } from '../../vocabulary';
import type { AttendedToken, Source } from '../answers';
import type { Catalogue } from './catalogue';
import { Census } from './census';
import { attendedTokens, keywordsOf, keywordsOfRow } from './readText';
import { STORED } from './scenario';
import { personId, personLabel } from './summaries';
import type { WordEffects } from './wordEffects';
import type { World } from './world';

/** What one side's cell did at an interaction; all [D]. */
export interface CellTrace {
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly update: Float32Array;
  readonly reset: Float32Array;
}

/**
 * A world as it stood after some first places of its order: the present, or any moment of its past. Everything that
 * the page shows is read from one moment.
 */
export class Moment {
  readonly key: string;
  readonly source: Source;
  /** Whether the whole order has happened. */
  readonly present: boolean;
  private statistics_: LogStatistics | null = null;
  private census_: Census | null = null;

  /** @param end how many places of the order have happened */
  constructor(
    readonly world: World,
    readonly end: number,
    private readonly catalogue: Catalogue,
    private readonly effects: WordEffects,
  ) {
    this.present = end >= world.scenario.order.length;
    this.key = this.present ? world.key : `${world.key}@${end}`;
    this.source = world.source;
  }

  /** The moment just before, or just after, a row of the same world. */
  just(row: number, after: boolean): Moment {
    const { world, catalogue, effects } = this;
    return new Moment(world, world.places[row] + Number(after), catalogue, effects);
  }

  get newPeople(): readonly string[] {
    return this.world.scenario.newPeople;
  }

  /** Id of an entity; of a new person who stands in no log yet, the one that was asked for. */
  idOf(side: Side, entity: number, asked?: string): string {
    return side === 'user'
      ? personId(this.catalogue, this.newPeople, entity, asked)
      : this.catalogue.bundle.items.id[entity];
  }

  /** "Person 12" or the name of an item; `asked` as for {@link idOf}. */
  nameOf(side: Side, entity: number, asked?: string): string {
    return side === 'user'
      ? personLabel(this.catalogue, this.world.scenario, entity, asked)
      : this.catalogue.bundle.items.name[entity];
  }

  /** Rows that have happened, in their order. */
  happened(): Int32Array {
    return this.world.scenario.order.subarray(0, this.end);
  }

  /** Rows of an entity that have happened, oldest first. */
  rowsOf(side: Side, entity: number): Int32Array {
    const rows = this.world.rowsOf(side, entity);
    if (this.present) return rows;
    const first = rows.findIndex((row) => this.world.places[row] >= this.end);
    return first < 0 ? rows : rows.subarray(0, first);
  }

  /** State of an entity [D]: u_0 or i_0 where nothing of it has happened. */
  state(side: Side, entity: number): Float32Array {
    return this.present
      ? this.world.state(side, entity)
      : this.world.stateAfter(side, this.rowsOf(side, entity));
  }

  /** Row-major states of all entities of one side [entities, D]. */
  states(side: Side): Float32Array {
    if (this.present) return this.world.states[side];
    const D = this.catalogue.config.stateSize;
    const count = this.world.counts[side];
    const all = new Float32Array(count * D);
    for (let entity = 0; entity < count; entity++) all.set(this.state(side, entity), entity * D);
    return all;
  }

  /** Counts and damped biases over what has happened, exactly. */
  statistics(): LogStatistics {
    this.statistics_ ??= this.fit(PASSES);
    return this.statistics_;
  }

  /** {@link statistics} as they stand after fewer passes, or as if one row had not happened. */
  fit(passes: number, without: number | null = null): LogStatistics {
    const { counts, places } = this.world;
    const skip = without === null ? undefined : new Set([places[without]]);
    return logStatistics(this.catalogue.config, this.rated(), counts.user, counts.item, skip, passes);
  }

  /** Who met what, in the order in which it happened, with the overall ratings that the model meets. */
  rated(): RatedLog {
    const { scenario, columns } = this.world;
    const order = scenario.order.subarray(0, this.end);
    // Filled by hand: this runs for every review, and a call for each of many thousand rows is felt.
    const log = {
      users: new Int32Array(order.length),
      items: new Int32Array(order.length),
      ratings: new Float64Array(order.length),
    };
    for (let k = 0; k < order.length; k++) {
      log.users[k] = columns.user[order[k]];
      log.items[k] = columns.item[order[k]];
      log.ratings[k] = scenario.givenRating(order[k]);
    }
    return log;
  }

  /** Who took part in how much of what has happened. */
  census(): Census {
    this.census_ ??= new Census(this.catalogue, this.world.scenario, this.end);
    return this.census_;
  }

  /** ‖c_τ‖ of some rows of an entity, all that it has had by now: as shipped, or from the chain of its gates. */
  remaining(side: Side, rows: Int32Array): number[] {
    const { world, catalogue } = this;
    if (!world.trace) {
      const { remainingUser, remainingItem } = catalogue.bundle.interactions;
      return Array.from(rows, (row) => (side === 'user' ? remainingUser : remainingItem)[row]);
    }
    return this.parts(side, rows).steps.map(norm);
  }

  /** The exact additive split of the state of an entity over its rows, see {@link contributions}. */
  parts(side: Side, rows: Int32Array) {
    const gates = (part: 'update' | 'candidate') =>
      Array.from(rows, (row) => this.world.gate(side, part, row));
    return contributions(this.world.initial[side], gates('update'), gates('candidate'));
  }

  /** What the cell of one side did at a row. */
  cell(side: Side, row: number): CellTrace {
    const { world } = this;
    const before = world.stateBefore(side, row);
    const rows = world.rowsOf(side, world.columns[side][row]);
    return {
      before,
      after: world.stateAfter(side, rows.subarray(0, rows.indexOf(row) + 1)),
      update: world.gate(side, 'update', row),
      reset: world.gate(side, 'reset', row),
    };
  }

  /** The words of a text that was read here; they must have been measured. */
  tokens(row: number): AttendedToken[] {
    const reading = this.world.readings.get(row);
    if (!reading?.text || !reading.attention) return [];
    return attendedTokens(this.catalogue, reading.text, reading.attention, this.effects.of(this.world, row));
  }

  /** Rating that the text of a row tells alone; NaN where the model meets none. */
  told(row: number): number {
    if (this.world.scenario.given(row).text === null) return Number.NaN;
    return this.world.readings.get(row)?.told ?? this.catalogue.told(row);
  }

  /** m_τ of a row, furthest from 0 first. */
  keywords(row: number): WordWeight[] {
    const { text } = this.world.scenario.given(row);
    if (text === null) return [];
    if (text === STORED) return keywordsOfRow(this.catalogue, row);
    const read = this.world.readings.get(row);
    return read?.text ? keywordsOf(this.catalogue, read.text, read.tones) : [];
  }
}
