import type { Side } from '../vocabulary';
import { type Alteration, initialState, UNALTERED } from './alteration';
import { type JointCell, type JointStep, jointCell, jointStep } from './joint';
import { type InteractionIds, scheduleTBatches } from './tbatch';
import {
  add,
  concat,
  dispose,
  gatherND,
  reshape,
  slice,
  type Tensor2D,
  type Tensor3D,
  tensor2d,
  tensorScatterUpdate,
  tidy,
  zeros,
} from './tf';
import type { Weights } from './weights';

export interface States {
  /** [number of users, D] */
  readonly users: Tensor2D;
  /** [number of items, D] */
  readonly items: Tensor2D;
}

/** Learned initial states u_0 and i_0, one row for each entity: what a new user or item is. */
export function initialStates(
  weights: Weights,
  users: number,
  items: number,
  alteration: Alteration | null = UNALTERED,
): States {
  const rows = (side: Side, n: number) => {
    const initial = initialState(weights, side, alteration);
    return add(zeros([n, initial.shape[1]]), initial) as Tensor2D;
  };
  return tidy(() => ({ users: rows('user', users), items: rows('item', items) }));
}

/** A replay under way. */
export interface Stream {
  readonly cell: JointCell;
  /** Number of users: items stand behind them in the table. */
  readonly users: number;
  /** States of all users, then of all items [users + items, D]. */
  readonly table: Tensor2D;
}

/** Readies a replay from given states, the initial ones or any later ones. The caller owns its tensors. */
export function openStream(
  weights: Weights,
  start: States,
  alteration: Alteration | null = UNALTERED,
): Stream {
  return tidy(() => ({
    cell: jointCell(weights, alteration),
    users: start.users.shape[0],
    table: concat([start.users, start.items], 0) as Tensor2D,
  }));
}

/** The states a replay has come to. */
export function statesOf({ table, users }: Stream): States {
  return tidy(() => ({
    users: slice(table, [0, 0], [users, -1]),
    items: slice(table, [users, 0], [-1, -1]),
  }));
}

/** Row numbers as `gatherND` and scatter take them; `gather` would copy value by value on WASM, not row by row. */
const column = (rows: Int32Array): Tensor2D => tensor2d(rows, [rows.length, 1], 'int32');

/**
 * Refines the states of a stream by one t-batch of size B.
 * @param x [number of interactions, D]: features of the whole log, of which `rows` are used.
 * @returns the new table (the CPU backend writes it over the old one), and the step [1, B, 2D], row k belonging to `rows[k]`.
 */
export function streamBatch(
  { cell, users, table }: Stream,
  x: Tensor2D,
  log: InteractionIds,
  rows: Int32Array,
): { table: Tensor2D; step: JointStep } {
  return tidy(() => {
    const D = table.shape[1];
    const ids = new Int32Array(2 * rows.length);
    rows.forEach((row, k) => {
      ids[2 * k] = log.users[row];
      ids[2 * k + 1] = users + log.items[row];
    });
    const places = column(ids);
    // Neighbouring rows of the table become one row [h_user | h_item] for free.
    const pairs = reshape(gatherND(table, places), [1, rows.length, 2 * D]) as Tensor3D;
    const ofRows = reshape(gatherND(x, column(rows)), [1, rows.length, D]) as Tensor3D;
    const step = jointStep(cell, ofRows, pairs);
    return {
      table: tensorScatterUpdate(table, places, reshape(step.next, [ids.length, D])) as Tensor2D,
      step,
    };
  });
}

/**
 * Streams a log through the cells and returns the final states only.
 * @param batches another schedule than that of the whole log, as where only some rows are replayed
 */
export function replay(
  weights: Weights,
  start: States,
  x: Tensor2D,
  log: InteractionIds,
  batches: readonly Int32Array[] = scheduleTBatches(log),
): States {
  return tidy(() => {
    let stream = openStream(weights, start);
    for (const rows of batches) {
      const table = tidy(() => streamBatch(stream, x, log, rows).table);
      // At once: a log in order of time has thousands of t-batches, and each makes a table of its own.
      dispose(stream.table);
      stream = { ...stream, table };
    }
    return statesOf(stream);
  });
}
