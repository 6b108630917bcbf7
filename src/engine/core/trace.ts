import type { Side } from '../../model/gru';
import type { Refinement } from '../../model/refine';
import { initialStates } from '../../model/replay';
import { scheduleTBatches } from '../../model/tbatch';
import { concat, dispose, type Tensor2D } from '../../model/tf';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { streamBatches } from './stream';

/** What the cell of one side did at every log row; all row-major [interactions, D]. */
export interface SideTrace {
  /** z: share of the old state that was kept. */
  readonly update: Float32Array;
  /** n: candidate state. */
  readonly candidate: Float32Array;
  /** r: how much of the old state the candidate saw. */
  readonly reset: Float32Array;
}

export type Trace = Record<Side, SideTrace>;

export interface TracedReplay {
  readonly trace: Trace;
  /** Row-major [users, D] and [items, D]: states after the whole log. */
  readonly userStates: Float32Array;
  readonly itemStates: Float32Array;
  readonly batches: number;
}

const PARTS = ['update', 'candidate', 'reset'] as const;

/** Rows that are read back at once: hundreds of small reads would each wait for a GPU. */
const READ_ROWS = 4096;

const emptySide = (length: number): SideTrace => ({
  update: new Float32Array(length),
  candidate: new Float32Array(length),
  reset: new Float32Array(length),
});

/** The six parts of a batch of B below one another [6B, D]: whole blocks are cheap to join, columns are not. */
const traceOf = ({ user, item }: Refinement): Tensor2D =>
  concat([...PARTS.map((part) => user[part]), ...PARTS.map((part) => item[part])], 0);

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
  const D = brain.config.stateSize;
  const log = { users: interactions.user, items: interactions.item };
  const batches = scheduleTBatches(log);
  const total = interactions.user.length;
  const trace: Trace = { user: emptySide(total * D), item: emptySide(total * D) };

  let waiting: { rows: Int32Array; kept: Tensor2D }[] = [];
  let waitingRows = 0;
  let done = 0;
  const flush = async () => {
    const ready = waiting;
    waiting = [];
    waitingRows = 0;
    if (ready.length === 0) return;
    const parts = ready.map((one) => one.kept);
    const all = parts.length === 1 ? parts[0] : (concat(parts, 0) as Tensor2D);
    if (parts.length > 1) dispose(parts);
    const values = (await all.data()) as Float32Array;
    dispose(all);
    spread(
      trace,
      D,
      ready.map((one) => one.rows),
      values,
    );
  };

  try {
    const start = initialStates(brain.weights, manifest.counts.users, manifest.counts.items);
    const states = await streamBatches(brain.weights, start, x, log, batches, {
      keep: traceOf,
      onBatch: async (rows, kept) => {
        if (kept) waiting.push({ rows, kept });
        waitingRows += rows.length;
        done += rows.length;
        if (waitingRows >= READ_ROWS) await flush();
        onProgress(done);
      },
    });
    try {
      await flush();
      const [userStates, itemStates] = (await Promise.all([
        states.users.data(),
        states.items.data(),
      ])) as Float32Array[];
      return { trace, userStates, itemStates, batches: batches.length };
    } finally {
      dispose([states.users, states.items]);
    }
  } finally {
    dispose(waiting.map((one) => one.kept));
  }
}

/** Puts read-back blocks, six of [B, D] for each batch, to their places in the trace. */
function spread(trace: Trace, D: number, batches: readonly Int32Array[], values: Float32Array): void {
  const columns = [...PARTS.map((part) => trace.user[part]), ...PARTS.map((part) => trace.item[part])];
  let at = 0;
  for (const rows of batches)
    for (const column of columns)
      for (const row of rows) {
        // Copied by hand: a view for each of these short runs costs more than the copy.
        for (let k = row * D, end = k + D; k < end; k++) column[k] = values[at++];
      }
}
