import { type LogStatistics, PASSES } from '../../model/bias';
import { type JointCell, jointCell, jointStep } from '../../model/joint';
import { scheduleTBatches } from '../../model/tbatch';
import {
  dispose,
  gatherND,
  reshape,
  type Tensor2D,
  type Tensor3D,
  tensor2d,
  tensor3d,
  tidy,
} from '../../model/tf';
import { SIDES, type Side } from '../../vocabulary';
import type { Brain } from './brain';
import type { Moment } from './moment';
import { slicer } from './nextTask';
import type { Scorable } from './scorable';
import type { Proceed } from './worlds';

/** Counterfactual worlds that are advanced together: each holds a state of everybody. */
const TOGETHER = 64;

/**
 * For each of some rows the world of a moment without it, exactly as a replay from scratch would make it. All worlds go
 * through the t-batches side by side. Rows that rest on the one left out are streamed again, and no others; rows of
 * different worlds never rest on each other, so those of a t-batch are one matrix operation.
 * @param x features of all rows of the moment's world [rows, D]
 * @param removed rows that have happened by the moment
 * @param onReplayed how many of them are replayed, with the fraction that those under way have come
 * @returns the counterfactuals in the order of `removed`, some at a time
 */
export async function* withoutEach(
  brain: Brain,
  moment: Moment,
  x: Tensor2D,
  removed: Int32Array,
  proceed: Proceed,
  onReplayed: (rows: number) => void,
): AsyncGenerator<Without[]> {
  const { world, end } = moment;
  const breathe = slicer();
  // A row less takes nothing from the order in which the others may run.
  const batches = scheduleTBatches(world.log, world.scenario.order.subarray(0, end));
  const before = pairsBefore(moment, brain.config.stateSize);
  const cell = jointCell(brain.weights, world.scenario.alteration);
  try {
    for (let from = 0; from < removed.length; from += TOGETHER) {
      const rows = removed.subarray(from, from + TOGETHER);
      const worlds = Array.from(rows, (row) => new Without(moment, row, before));
      for (const [k, batch] of batches.entries()) {
        await advance(cell, worlds, x, batch);
        onReplayed(from + (worlds.length * (k + 1)) / batches.length);
        await breathe();
        proceed();
      }
      yield worlds;
    }
  } finally {
    dispose(cell as never);
  }
}

/** Takes all worlds over one t-batch. */
async function advance(
  cell: JointCell,
  worlds: readonly Without[],
  x: Tensor2D,
  batch: Int32Array,
): Promise<void> {
  const steps: { readonly world: Without; readonly row: number }[] = [];
  for (const world of worlds)
    for (let k = 0; k < batch.length; k++) if (world.rests(batch[k])) steps.push({ world, row: batch[k] });
  const n = steps.length;
  if (n === 0) return;
  const D = x.shape[1];
  const pairs = new Float32Array(n * 2 * D);
  steps.forEach(({ world, row }, k) => {
    world.readPair(row, pairs, k * 2 * D);
  });
  const next = tidy(() => {
    const rows = Int32Array.from(steps, ({ row }) => row);
    const ofRows = reshape(gatherND(x, tensor2d(rows, [n, 1], 'int32')), [1, n, D]) as Tensor3D;
    return jointStep(cell, ofRows, tensor3d(pairs, [1, n, 2 * D])).next;
  });
  try {
    const values = (await next.data()) as Float32Array;
    steps.forEach(({ world, row }, k) => {
      world.writePair(row, values, k * 2 * D);
    });
  } finally {
    dispose(next);
  }
}

/** The world of a moment without one row; it holds the states that are others, and shares the rest. */
class Without implements Scorable {
  readonly world: Moment['world'];
  /** Whether the state of an entity is another one, people before items. */
  private readonly moved: Uint8Array;
  /** The states that are [people + items, D]. */
  private readonly held: Float32Array;
  private readonly D: number;

  /** @param before see {@link pairsBefore} */
  constructor(
    private readonly moment: Moment,
    readonly row: number,
    private readonly before: Float32Array,
  ) {
    this.world = moment.world;
    const { user, item } = this.world.counts;
    this.D = before.length / (2 * this.world.scenario.rows);
    this.moved = new Uint8Array(user + item);
    this.held = new Float32Array((user + item) * this.D);
  }

  happened(): Int32Array {
    const all = this.moment.happened();
    const place = all.indexOf(this.row);
    const others = new Int32Array(all.length - 1);
    others.set(all.subarray(0, place));
    others.set(all.subarray(place + 1), place);
    return others;
  }

  keywords(row: number) {
    return this.moment.keywords(row);
  }

  told(row: number): number {
    return this.moment.told(row);
  }

  /** Whether a row rests on the one that is left out. That one itself leaves both states as they were. */
  rests(row: number): boolean {
    const { moved } = this;
    if (row !== this.row) return moved[this.place('user', row)] === 1 || moved[this.place('item', row)] === 1;
    this.writePair(row, this.before, row * 2 * this.D);
    return false;
  }

  /** Puts the states of both sides before a row, [2D], into `pairs` at a place. */
  readPair(row: number, pairs: Float32Array, at: number): void {
    const { D, before, held, moved } = this;
    const [user, item] = [this.place('user', row), this.place('item', row)];
    if (moved[user]) copy(held, user * D, pairs, at, D);
    else copy(before, row * 2 * D, pairs, at, D);
    if (moved[item]) copy(held, item * D, pairs, at + D, D);
    else copy(before, row * 2 * D + D, pairs, at + D, D);
  }

  /** Takes over the states of both sides after a row, [2D], from a place of `pairs`. */
  writePair(row: number, pairs: Float32Array, at: number): void {
    const { D, held, moved } = this;
    const [user, item] = [this.place('user', row), this.place('item', row)];
    moved[user] = moved[item] = 1;
    copy(pairs, at, held, user * D, D);
    copy(pairs, at + D, held, item * D, D);
  }

  rowsOf(side: Side, entity: number): Int32Array {
    return this.moment.rowsOf(side, entity).filter((row) => row !== this.row);
  }

  state(side: Side, entity: number): Float32Array {
    const { D } = this;
    // Somebody who has done nothing stands in no table.
    if (entity >= this.world.counts[side]) return this.moment.state(side, entity);
    const at = this.first(side) + entity;
    return this.moved[at] ? this.held.subarray(at * D, (at + 1) * D) : this.moment.state(side, entity);
  }

  states(side: Side): Float32Array {
    const { D } = this;
    const all = this.moment.states(side).slice();
    const first = this.first(side);
    for (let entity = 0; entity < this.world.counts[side]; entity++) {
      const at = first + entity;
      if (this.moved[at]) all.set(this.held.subarray(at * D, (at + 1) * D), entity * D);
    }
    return all;
  }

  statistics(): LogStatistics {
    return this.moment.fit(PASSES, this.row);
  }

  private first(side: Side): number {
    return side === 'user' ? 0 : this.world.counts.user;
  }

  private place(side: Side, row: number): number {
    return this.first(side) + this.world.columns[side][row];
  }
}

/** By hand: two views for each of a million short vectors cost more than the vectors. */
function copy(from: Float32Array, at: number, to: Float32Array, place: number, length: number): void {
  for (let d = 0; d < length; d++) to[place + d] = from[at + d];
}

/** States of both sides just before every row that has happened, [rows, 2D], the user's half first. */
function pairsBefore(moment: Moment, D: number): Float32Array {
  const { world } = moment;
  const pairs = new Float32Array(world.scenario.rows * 2 * D);
  for (const side of SIDES)
    for (let entity = 0; entity < world.counts[side]; entity++) {
      const rows = moment.rowsOf(side, entity);
      const states = world.statesAlong(side, rows);
      rows.forEach((row, k) => {
        pairs.set(states[k], row * 2 * D + (side === 'user' ? 0 : D));
      });
    }
  return pairs;
}
