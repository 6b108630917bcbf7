import { type Refinement, refine } from '../refine';
import type { States } from '../replay';
import type { InteractionIds } from '../tbatch';
import { gather, type Tensor2D, tensor1d, tensor2d, tensorScatterUpdate, tidy } from '../tf';
import type { Weights } from '../weights';

/** Replaces `rows` of `states` by `values`; a test of gradients swaps in a version that has one. */
export type ScatterRows = (states: Tensor2D, rows: Int32Array, values: Tensor2D) => Tensor2D;

const scatterRows: ScatterRows = (states, rows, values) =>
  tidy(() => tensorScatterUpdate(states, tensor2d(rows, [rows.length, 1], 'int32'), values) as Tensor2D);

/**
 * The plainest replay, by which the fast one is measured: one interaction through {@link refine}.
 * @param x [number of interactions, D], of which `row` is used.
 */
export function refineRow(
  weights: Weights,
  states: States,
  x: Tensor2D,
  log: InteractionIds,
  row: number,
  scatter: ScatterRows = scatterRows,
): { states: States; refinement: Refinement } {
  return tidy(() => {
    const [user, item] = [Int32Array.of(log.users[row]), Int32Array.of(log.items[row])];
    const refinement = refine(
      weights,
      gather(x, tensor1d([row], 'int32')),
      gather(states.users, tensor1d(user, 'int32')),
      gather(states.items, tensor1d(item, 'int32')),
    );
    return {
      refinement,
      states: {
        users: scatter(states.users, user, refinement.user.next),
        items: scatter(states.items, item, refinement.item.next),
      },
    };
  });
}
