import { type Alteration, UNALTERED } from '../../model/alteration';
import type { JointStep } from '../../model/joint';
import { openStream, type States, statesOf, streamBatch } from '../../model/replay';
import type { InteractionIds } from '../../model/tbatch';
import { dispose, type Tensor2D, type Tensor3D, tidy } from '../../model/tf';
import type { Weights } from '../../model/weights';
import { slicer } from './nextTask';

export interface StreamOptions {
  /** What to keep of a batch; the tensors are handed to `onBatch`, who owns them. */
  readonly keep?: (step: JointStep) => Tensor3D[];
  /** After each batch: its rows, and what was kept of it. */
  readonly onBatch?: (rows: Int32Array, kept: Tensor3D[]) => void;
  /** How the cells are altered; `start` must be, too. */
  readonly alteration?: Alteration | null;
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
  let stream = openStream(weights, start, options.alteration ?? UNALTERED);
  dispose([start.users, start.items]);
  try {
    for (const rows of batches) {
      const { table, kept } = tidy(() => {
        const batch = streamBatch(stream, x, log, rows);
        return { table: batch.table, kept: options.keep?.(batch.step) ?? [] };
      });
      dispose(stream.table);
      stream = { ...stream, table };
      options.onBatch?.(rows, kept);
      await breathe();
    }
    return statesOf(stream);
  } finally {
    dispose([stream.table, stream.cell as never]);
  }
}
