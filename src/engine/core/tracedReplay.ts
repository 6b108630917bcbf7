import { type Alteration, UNALTERED } from '../../model/alteration';
import { initialStates, type States } from '../../model/replay';
import { type InteractionIds, scheduleTBatches } from '../../model/tbatch';
import { concat, dispose, type Tensor2D, type Tensor3D } from '../../model/tf';
import type { Weights } from '../../model/weights';
import type { Side } from '../../vocabulary';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { TRACED, Trace } from './replayTrace';
import { streamBatches } from './stream';

export interface TracedReplay {
  readonly trace: Trace;
  /** Row-major [users, D] and [items, D]: states after the whole log. */
  readonly states: Record<Side, Float32Array>;
  readonly batches: number;
}

/**
 * Streams the whole log from the initial states and keeps the trace.
 * @param x [interactions, D]
 * @param onProgress interactions done so far
 */
export async function replayWithTrace(
  brain: Brain,
  catalogue: Catalogue,
  x: Tensor2D,
  onProgress: (done: number) => void,
): Promise<TracedReplay> {
  const { interactions, manifest } = catalogue.bundle;
  const log = { users: interactions.user, items: interactions.item };
  const batches = scheduleTBatches(log);
  const trace = new Trace(interactions.user.length, brain.config.stateSize);
  const start = initialStates(brain.weights, manifest.counts.users, manifest.counts.items);
  const states = await streamWithTrace(brain.weights, start, x, log, batches, trace, onProgress);
  return { trace, states, batches: batches.length };
}

/** Rows that are read back at once: hundreds of small reads would each wait for a GPU. */
const READ_ROWS = 2048;

/** The parts of a t-batch of size B, in the order of {@link TRACED}, each [1, B, 2D]. */
interface Kept {
  readonly rows: Int32Array;
  readonly parts: readonly Tensor3D[];
}

/**
 * {@link streamBatches} that adds every row to a trace. Takes over `start`.
 * @param batches of the whole log, or of the rows that an edit affects
 * @returns row-major states of users and of items
 */
export async function streamWithTrace(
  weights: Weights,
  start: States,
  x: Tensor2D,
  log: InteractionIds,
  batches: readonly Int32Array[],
  trace: Trace,
  onProgress: (done: number) => void,
  alteration: Alteration | null = UNALTERED,
): Promise<Record<Side, Float32Array>> {
  const reading: Promise<void>[] = [];
  let waiting: Kept[] = [];
  let waitingRows = 0;
  let done = 0;
  // Not awaited in between: a GPU goes on with the next batches meanwhile.
  const read = () => {
    const one = readInto(trace, waiting);
    // It is awaited at the end; until then a failure must not count as unhandled.
    one.catch(() => {});
    reading.push(one);
    waiting = [];
    waitingRows = 0;
  };
  try {
    const states = await streamBatches(weights, start, x, log, batches, {
      alteration,
      keep: (step) => TRACED.map((part) => step[part]),
      onBatch: (rows, parts) => {
        waiting.push({ rows, parts });
        waitingRows += rows.length;
        done += rows.length;
        if (waitingRows >= READ_ROWS) read();
        onProgress(done);
      },
    });
    try {
      if (waiting.length > 0) read();
      await Promise.all(reading);
      const [user, item] = await Promise.all([states.users.data(), states.items.data()]);
      return { user: user as Float32Array, item: item as Float32Array };
    } finally {
      dispose([states.users, states.items]);
    }
  } finally {
    dispose(waiting.flatMap((one) => one.parts));
  }
}

/** Reads what was kept, frees it, and adds it to the trace. */
async function readInto(trace: Trace, kept: readonly Kept[]): Promise<void> {
  const parts = TRACED.flatMap((_, k) => kept.map((one) => one.parts[k]));
  const all = concat(parts, 1);
  dispose(parts);
  try {
    trace.add(
      kept.map((one) => one.rows),
      (await all.data()) as Float32Array,
    );
  } finally {
    dispose(all);
  }
}
