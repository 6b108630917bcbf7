import type { Side } from '../vocabulary';
import { type PlainCell, type PlainStep, plainStep } from './plainCell';
import type { InteractionIds } from './tbatch';

/** A replay under way whose states are plain numbers. */
export interface PlainStream {
  readonly cell: PlainCell;
  /** States of all users and of all items, row-major [n, D]; a t-batch writes into them. */
  readonly states: Record<Side, Float32Array>;
  /** Writes the features x_τ [D] of a row into an array from a place on. */
  readonly readFeatures: (row: number, into: Float32Array, at: number) => void;
}

/** Refines the states of a stream by one t-batch, as `streamBatch` does. @returns the step, row k belonging to `rows[k]` */
export async function plainBatch(
  { cell, states: { user, item }, readFeatures }: PlainStream,
  log: InteractionIds,
  rows: Int32Array,
): Promise<PlainStep> {
  const { D } = cell;
  const met = new Float32Array(rows.length * 3 * D);
  rows.forEach((row, k) => {
    const at = k * 3 * D;
    readFeatures(row, met, at);
    copy(user, log.users[row] * D, met, at + D, D);
    copy(item, log.items[row] * D, met, at + 2 * D, D);
  });
  const step = await plainStep(cell, met);
  rows.forEach((row, k) => {
    const at = k * 2 * D;
    copy(step.next, at, user, log.users[row] * D, D);
    copy(step.next, at + D, item, log.items[row] * D, D);
  });
  return step;
}

/** By hand: a view for each of a hundred thousand short vectors costs more than the vector. */
function copy(from: Float32Array, at: number, to: Float32Array, place: number, length: number): void {
  for (let d = 0; d < length; d++) to[place + d] = from[at + d];
}
