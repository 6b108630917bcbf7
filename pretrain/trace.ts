import { concat, dispose, gather, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { contributions, norm } from '../src/model/attribution';
import { feedbackTensors, fuseFeatures } from '../src/model/features';
import type { Side } from '../src/model/gru';
import { initialStates, refineBatch } from '../src/model/replay';
import { scheduleTBatches } from '../src/model/tbatch';
import type { Tensor2D } from '../src/model/tf';
import type { WeightValues } from '../src/model/weights';
import type { Prepared } from './prepare';
import { range } from './random';
import { streamOf } from './train-stream';
import { toVariables } from './variables';

/** The whole log replayed: final states [entities, D], and what each interaction still contributes to them. */
export interface FullReplay {
  readonly users: Float32Array;
  readonly items: Float32Array;
  /** ‖c_τ‖ per interaction, in the user's and in the item's final state. */
  readonly remaining: Record<Side, Float32Array>;
  /** States before each interaction [interactions, D]. */
  readonly before: Record<Side, Float32Array>;
}

/** Replays the complete log of a bundle with the weights that ship. */
export function replayAll(data: Prepared, vectors: Float32Array, values: WeightValues): FullReplay {
  const { config } = data;
  const D = config.stateSize;
  const n = data.users.length;
  const weights = toVariables(config, values);
  const stream = streamOf(data, vectors, range(n));
  const [ratings, presence] = feedbackTensors(config, stream.feedback);
  const x = fuseFeatures(weights, tensor2d(vectors, [n, config.embedSize]), ratings, presence);
  let states = initialStates(weights, data.userIds.length, data.itemIds.length);
  const gates = { user: [] as Tensor2D[], item: [] as Tensor2D[] };
  const order: number[] = [];
  const before = { user: new Float32Array(n * D), item: new Float32Array(n * D) };
  for (const rows of scheduleTBatches(data)) {
    for (const side of ['user', 'item'] as const) {
      const ids = data[`${side}s`];
      const met = gather(
        states[`${side}s`],
        tensor1d(
          Int32Array.from(rows, (r) => ids[r]),
          'int32',
        ),
      );
      const values = met.dataSync();
      dispose(met);
      rows.forEach((row, k) => {
        before[side].set(values.subarray(k * D, (k + 1) * D), row * D);
      });
    }
    const step = refineBatch(weights, states, x, data, rows);
    for (const side of ['user', 'item'] as const) {
      const { update, candidate, reset, next } = step.refinement[side];
      gates[side].push(concat([update, candidate], 1) as Tensor2D);
      dispose([update, candidate, reset, next]);
    }
    dispose([states.users, states.items]);
    states = step.states;
    for (const row of rows) order.push(row);
  }
  const remaining = {} as Record<Side, Float32Array>;
  for (const side of ['user', 'item'] as const) {
    const trace = concat(gates[side], 0).dataSync() as Float32Array;
    const place = new Int32Array(n);
    order.forEach((row, k) => {
      place[row] = k;
    });
    const histories = new Map<number, number[]>();
    data[`${side}s`].forEach((id, row) => {
      const list = histories.get(id);
      if (list) list.push(row);
      else histories.set(id, [row]);
    });
    remaining[side] = new Float32Array(n);
    for (const rows of histories.values()) {
      const part = (row: number, k: number) =>
        trace.subarray((place[row] * 2 + k) * D, (place[row] * 2 + k + 1) * D);
      const { steps } = contributions(
        values[`${side}/initial`],
        rows.map((r) => part(r, 0)),
        rows.map((r) => part(r, 1)),
      );
      rows.forEach((row, k) => {
        remaining[side][row] = norm(steps[k]);
      });
    }
  }
  return {
    users: states.users.dataSync() as Float32Array,
    items: states.items.dataSync() as Float32Array,
    remaining,
    before,
  };
}
