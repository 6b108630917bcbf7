import type { Side } from '../../vocabulary';
import type { Alteration } from '../alteration';
import type { InteractionIds } from '../tbatch';
import type { WeightName } from '../weights';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * A replay in loops over plain numbers, in Float64, that shares no line with the model: what alterations of the cells are
 * measured by.
 * @param weight values of a weight, row-major
 * @param x row-major features [interactions, D]
 * @returns row-major states after `order`
 */
export function replayByHand(
  weight: (name: WeightName) => ArrayLike<number>,
  D: number,
  counts: Record<Side, number>,
  x: ArrayLike<number>,
  log: InteractionIds,
  order: Iterable<number>,
  alteration: Alteration | null,
): Record<Side, number[]> {
  const begin = (side: Side): number[] =>
    Array.from({ length: D }, (_, d) => alteration?.[side].clamped.get(d) ?? weight(`${side}/initial`)[d]);
  const states = {
    user: Array.from({ length: counts.user }, () => begin('user')),
    item: Array.from({ length: counts.item }, () => begin('item')),
  };
  const refined = (side: Side, row: number, own: readonly number[], seen: readonly number[]): number[] => {
    const other = side === 'user' ? 'item' : 'user';
    const counterpart = alteration?.counterpart === 'initial' ? begin(other) : seen;
    const [inputKernel, inputBias] = [weight(`${side}/gru/input_kernel`), weight(`${side}/gru/input_bias`)];
    const [stateKernel, stateBias] = [weight(`${side}/gru/state_kernel`), weight(`${side}/gru/state_bias`)];
    return own.map((h, d) => {
      const held = alteration?.[side].clamped.get(d);
      if (held !== undefined) return held;
      const input = (gate: number): number => {
        const column = gate * D + d;
        let sum = inputBias[column];
        for (let k = 0; k < D; k++)
          sum +=
            x[row * D + k] * inputKernel[k * 3 * D + column] +
            counterpart[k] * inputKernel[(D + k) * 3 * D + column];
        return sum;
      };
      const state = (gate: number): number => {
        const column = gate * D + d;
        let sum = stateBias[column];
        for (let k = 0; k < D; k++) sum += own[k] * stateKernel[k * 3 * D + column];
        return sum;
      };
      const reset = alteration?.[side].gates.reset ?? sigmoid(input(0) + state(0));
      const update = alteration?.[side].gates.update ?? sigmoid(input(1) + state(1));
      const candidate = Math.tanh(input(2) + reset * state(2));
      return (1 - update) * candidate + update * h;
    });
  };
  for (const row of order) {
    const [user, item] = [log.users[row], log.items[row]];
    const [u, i] = [states.user[user], states.item[item]];
    states.user[user] = refined('user', row, u, i);
    states.item[item] = refined('item', row, i, u);
  }
  return { user: states.user.flat(), item: states.item.flat() };
}
