import { contributions, norm } from '../src/model/attribution';
import { feedbackTensors, fuseFeatures } from '../src/model/features';
import { initialStates, openStream, statesOf, streamBatch } from '../src/model/replay';
import { scheduleTBatches } from '../src/model/tbatch';
import type { WeightValues } from '../src/model/weights';
import { streamOf } from '../src/training/stream';
import { toVariables } from '../src/training/variables';
import { SIDES, type Side } from '../src/vocabulary';
import type { Prepared } from './prepare';
import { range } from './random';
import { concat, dispose, type Tensor3D, tensor2d } from './tf';

/** The whole log replayed: final states [entities, D], and what each interaction still contributes to them. */
export interface FullReplay {
  readonly users: Float32Array;
  readonly items: Float32Array;
  /** ‖c_τ‖ per interaction, in the user's and in the item's final state. */
  readonly remaining: Record<Side, Float32Array>;
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
  let run = openStream(weights, initialStates(weights, data.userIds.length, data.itemIds.length));
  const kept = { update: [] as Tensor3D[], candidate: [] as Tensor3D[] };
  const place = new Int32Array(n);
  let done = 0;
  for (const rows of scheduleTBatches(data)) {
    const { table, step } = streamBatch(run, x, data, rows);
    kept.update.push(step.update);
    kept.candidate.push(step.candidate);
    dispose([run.table, step.reset, step.next]);
    run = { ...run, table };
    for (const row of rows) place[row] = done++;
  }
  const update = concat(kept.update, 1).dataSync() as Float32Array;
  const candidate = concat(kept.candidate, 1).dataSync() as Float32Array;
  const remaining = {} as Record<Side, Float32Array>;
  for (const side of SIDES) {
    const histories = new Map<number, number[]>();
    data[`${side}s`].forEach((id, row) => {
      const list = histories.get(id);
      if (list) list.push(row);
      else histories.set(id, [row]);
    });
    remaining[side] = new Float32Array(n);
    for (const rows of histories.values()) {
      const part = (of: Float32Array, row: number) => {
        const start = (2 * place[row] + (side === 'user' ? 0 : 1)) * D;
        return of.subarray(start, start + D);
      };
      const { steps } = contributions(
        values[`${side}/initial`],
        rows.map((r) => part(update, r)),
        rows.map((r) => part(candidate, r)),
      );
      rows.forEach((row, k) => {
        remaining[side][row] = norm(steps[k]);
      });
    }
  }
  const states = statesOf(run);
  return {
    users: states.users.dataSync() as Float32Array,
    items: states.items.dataSync() as Float32Array,
    remaining,
  };
}
