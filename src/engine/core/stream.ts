import { type Alteration, UNALTERED } from '../../model/alteration';
import type { InteractionIds } from '../../model/tbatch';
import { getBackend } from '../../model/tf';
import type { Side } from '../../vocabulary';
import type { Brain } from './brain';
import type { Features } from './features';
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
 * Streams t-batches through the cells, giving way to pending messages in between.
 * @param start states before, row-major [n, D]: taken over, and written into
 * @returns states after, row-major [n, D]
 */
export async function streamBatches(
  brain: Brain,
  start: Record<Side, Float32Array>,
  features: Features,
  log: InteractionIds,
  batches: readonly Int32Array[],
  { trace, onProgress, alteration = UNALTERED }: StreamOptions = {},
): Promise<Record<Side, Float32Array>> {
  const breathe = slicer();
  const open = isNear() && areSmall(batches) ? openPlain : openTensors;
  const stream = await open({ brain, start, features, log, alteration, trace: trace ?? null });
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

/** States [n, D] of everybody before any interaction, row-major. @param initial u_0 and i_0 [D] */
export function everybodyAtFirst(
  initial: Record<Side, Float32Array>,
  counts: Record<Side, number>,
): Record<Side, Float32Array> {
  const rows = (side: Side) => {
    const D = initial[side].length;
    return Float32Array.from({ length: counts[side] * D }, (_, k) => initial[side][k % D]);
  };
  return { user: rows('user'), item: rows('item') };
}
