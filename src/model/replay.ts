import { type Refinement, refine } from './refine';
import { type InteractionIds, scheduleTBatches } from './tbatch';
import {
  add,
  gather,
  reshape,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tensorScatterUpdate,
  tidy,
  zeros,
} from './tf';
import { matrix, type Weights } from './weights';

export interface States {
  /** [number of users, D] */
  readonly users: Tensor2D;
  /** [number of items, D] */
  readonly items: Tensor2D;
}

/** Learned initial states u_0 and i_0, one row for each entity: what a new user or item is. */
export function initialStates(weights: Weights, users: number, items: number): States {
  const rows = (side: 'user' | 'item', n: number) => {
    const initial = matrix(weights, `${side}/initial`);
    return add(zeros([n, initial.shape[1]]), initial) as Tensor2D;
  };
  return tidy(() => ({ users: rows('user', users), items: rows('item', items) }));
}

/** Replaces `rows` of `states` by `values`; the training code swaps in a version that has a gradient. */
export type ScatterRows = (states: Tensor2D, rows: Int32Array, values: Tensor2D) => Tensor2D;

export const scatterRows: ScatterRows = (states, rows, values) =>
  tidy(() => tensorScatterUpdate(states, tensor2d(rows, [rows.length, 1], 'int32'), values) as Tensor2D);

const pick = (source: ArrayLike<number>, rows: Int32Array): Int32Array =>
  Int32Array.from(rows, (r) => source[r]);

/**
 * Refines the states by one t-batch.
 * @param x [number of interactions, D]: features of the whole log, of which `rows` are used.
 */
export function refineBatch(
  weights: Weights,
  states: States,
  x: Tensor2D,
  log: InteractionIds,
  rows: Int32Array,
  scatter: ScatterRows = scatterRows,
): { states: States; refinement: Refinement } {
  return tidy(() => {
    const users = pick(log.users, rows);
    const items = pick(log.items, rows);
    const refinement = refine(
      weights,
      gather(x, tensor1d(rows, 'int32')),
      gather(states.users, tensor1d(users, 'int32')),
      gather(states.items, tensor1d(items, 'int32')),
    );
    return {
      refinement,
      states: {
        users: scatter(states.users, users, refinement.user.next),
        items: scatter(states.items, items, refinement.item.next),
      },
    };
  });
}

/** Streams a log through the cells and returns the final states only. */
export function replay(
  weights: Weights,
  start: States,
  x: Tensor2D,
  log: InteractionIds,
  scatter: ScatterRows = scatterRows,
  batches: readonly Int32Array[] = scheduleTBatches(log),
): States {
  return tidy(() => {
    let states = start;
    for (const rows of batches) states = refineBatch(weights, states, x, log, rows, scatter).states;
    // A log without interactions hands back copies, so that the caller may dispose of both.
    return batches.length > 0
      ? states
      : {
          users: reshape(states.users, states.users.shape),
          items: reshape(states.items, states.items.shape),
        };
  });
}
