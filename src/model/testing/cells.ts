import fc from 'fast-check';
import { SIDES } from '../../vocabulary';
import type { InteractionIds } from '../tbatch';
import { type Tensor2D, tensor1d, tensor2d } from '../tf';
import type { Weights } from '../weights';

/** Small cells and logs, as dice throw them. */
export const D = 3;
export const [USERS, ITEMS] = [5, 4];

export const logs = (minLength = 0) =>
  fc.array(fc.tuple(fc.nat(USERS - 1), fc.nat(ITEMS - 1)), { minLength, maxLength: 40 }).map((pairs) => ({
    users: pairs.map(([u]) => u),
    items: pairs.map(([, i]) => i),
  }));
const value = fc.float({ min: -1, max: 1, noNaN: true });
const numbers = (length: number) => fc.array(value, { minLength: length, maxLength: length });
/** Values of one cell, and of its initial state. */
export const cell = fc.record({
  initial: numbers(D),
  input_kernel: numbers(2 * D * 3 * D),
  input_bias: numbers(3 * D),
  state_kernel: numbers(D * 3 * D),
  state_bias: numbers(3 * D),
});
export type Cell = typeof cell extends fc.Arbitrary<infer T> ? T : never;

export const toWeights = (cells: { user: Cell; item: Cell }): Weights =>
  Object.fromEntries(
    SIDES.flatMap((side) => [
      [`${side}/initial`, tensor2d(cells[side].initial, [1, D])],
      [`${side}/gru/input_kernel`, tensor2d(cells[side].input_kernel, [2 * D, 3 * D])],
      [`${side}/gru/input_bias`, tensor1d(cells[side].input_bias)],
      [`${side}/gru/state_kernel`, tensor2d(cells[side].state_kernel, [D, 3 * D])],
      [`${side}/gru/state_bias`, tensor1d(cells[side].state_bias)],
    ]),
  ) as unknown as Weights;

/** Features of a log, all of them different. */
export const features = (log: InteractionIds, seed: number): Tensor2D => {
  const rows = Math.max(1, log.users.length);
  return tensor2d(
    Float32Array.from({ length: rows * D }, (_, k) => Math.sin(1.3 * k + seed)),
    [rows, D],
  );
};
