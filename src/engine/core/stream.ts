import type { Refinement } from '../../model/refine';
import { refineBatch, type States } from '../../model/replay';
import type { InteractionIds } from '../../model/tbatch';
import { dispose, type Tensor2D, tidy } from '../../model/tf';
import type { Weights } from '../../model/weights';
import { slicer } from './nextTask';

export interface StreamOptions {
  /** What to keep of a batch; the tensor is handed to `onBatch`, who owns it. */
  readonly keep?: (refinement: Refinement) => Tensor2D;
  /** After each batch: its rows, and what was kept of it. */
  readonly onBatch?: (rows: Int32Array, kept: Tensor2D | null) => void | Promise<void>;
}

/**
 * Streams t-batches through the cells, giving way to pending messages in between. Takes over `start` and frees it;
 * the caller owns the result.
 * @param x [number of interactions, D]
 */
export async function streamBatches(
  weights: Weights,
  start: States,
  x: Tensor2D,
  log: InteractionIds,
  batches: readonly Int32Array[],
  options: StreamOptions = {},
): Promise<States> {
  const breathe = slicer();
  let states = start;
  try {
    for (const rows of batches) {
      const before = states;
      const out = tidy(() => {
        const step = refineBatch(weights, before, x, log, rows);
        return { states: step.states, kept: options.keep?.(step.refinement) ?? null };
      });
      states = out.states;
      dispose([before.users, before.items]);
      await options.onBatch?.(rows, out.kept);
      await breathe();
    }
    return states;
  } catch (error) {
    dispose([states.users, states.items]);
    throw error;
  }
}
