import { type Alteration, UNALTERED } from '../../model/alteration';
import type { States } from '../../model/replay';
import type { InteractionIds } from '../../model/tbatch';
import { dispose, getBackend, type Tensor2D } from '../../model/tf';
import type { Weights } from '../../model/weights';
import { slicer } from './nextTask';
import { openPlain } from './plainStream';
import type { Trace } from './replayTrace';
import { openTensors } from './tensorStream';

export interface StreamOptions {
  /** Takes what the cells do at each row. */
  readonly trace?: Trace;
  /** After each batch: interactions done so far. */
  readonly onProgress?: (done: number) => void;
  /** How the cells are altered; `start` must be, too. */
  readonly alteration?: Alteration | null;
}

/**
 * T-batches of fewer rows than this, on average, are small. Measured on WASM with D = 64: with 3 rows plain numbers take
 * half the time of tensors, with 9 four fifths; with 35 they take a quarter more.
 */
const SMALL = 16;

const areSmall = (batches: readonly Int32Array[]): boolean =>
  batches.reduce((rows, batch) => rows + batch.length, 0) < SMALL * batches.length;

/** Whether the backend computes where the numbers lie, so that a read is a copy. */
const isNear = (): boolean => getBackend() !== 'webgpu';

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
  { trace, onProgress, alteration = UNALTERED }: StreamOptions = {},
): Promise<States> {
  const breathe = slicer();
  const open = isNear() && areSmall(batches) ? openPlain : openTensors;
  const streamed = { weights, start, x, log, alteration, trace: trace ?? null };
  const stream = await open(streamed).finally(() => dispose([start.users, start.items]));
  try {
    let done = 0;
    for (const rows of batches) {
      await stream.advance(rows);
      done += rows.length;
      onProgress?.(done);
      await breathe();
    }
    return await stream.finish();
  } finally {
    stream.dispose();
  }
}
