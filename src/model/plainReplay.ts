import { type Alteration, UNALTERED } from './alteration';
import { type PlainCell, type PlainStep, plainCell, plainStep } from './plainCell';
import type { States } from './replay';
import type { InteractionIds } from './tbatch';
import { type Tensor2D, tensor2d } from './tf';
import type { Weights } from './weights';

/** A replay under way whose states are plain numbers. */
export interface PlainStream {
  readonly cell: PlainCell;
  /** Number of users: items stand behind them in the table. */
  readonly users: number;
  /** States of all users, then of all items [users + items, D]; a t-batch writes into it. */
  readonly table: Float32Array;
  /** Features of the whole log [number of interactions, D]. */
  readonly x: Float32Array;
}

/** Readies a replay as `openStream` does. The caller owns the tensors of its cell. */
export async function openPlainStream(
  weights: Weights,
  start: States,
  x: Tensor2D,
  alteration: Alteration | null = UNALTERED,
): Promise<PlainStream> {
  const [users, items, features] = await Promise.all([start.users.data(), start.items.data(), x.data()]);
  const table = new Float32Array(users.length + items.length);
  table.set(users);
  table.set(items, users.length);
  return {
    cell: plainCell(weights, alteration),
    users: start.users.shape[0],
    table,
    x: features as Float32Array,
  };
}

/** The states a replay has come to. */
export function plainStatesOf({ cell: { D }, users, table }: PlainStream): States {
  return {
    users: tensor2d(table.subarray(0, users * D), [users, D]),
    items: tensor2d(table.subarray(users * D), [table.length / D - users, D]),
  };
}

/** Refines the states of a stream by one t-batch, as `streamBatch` does. @returns the step, row k belonging to `rows[k]` */
export async function plainBatch(
  { cell, users, table, x }: PlainStream,
  log: InteractionIds,
  rows: Int32Array,
): Promise<PlainStep> {
  const { D } = cell;
  const met = new Float32Array(rows.length * 3 * D);
  rows.forEach((row, k) => {
    const at = k * 3 * D;
    copy(x, row * D, met, at, D);
    copy(table, log.users[row] * D, met, at + D, D);
    copy(table, (users + log.items[row]) * D, met, at + 2 * D, D);
  });
  const step = await plainStep(cell, met);
  rows.forEach((row, k) => {
    const at = k * 2 * D;
    copy(step.next, at, table, log.users[row] * D, D);
    copy(step.next, at + D, table, (users + log.items[row]) * D, D);
  });
  return step;
}

/** By hand: a view for each of a hundred thousand short vectors costs more than the vector. */
function copy(from: Float32Array, at: number, to: Float32Array, place: number, length: number): void {
  for (let d = 0; d < length; d++) to[place + d] = from[at + d];
}
