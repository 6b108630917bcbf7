import { type Alteration, UNALTERED } from '../../model/alteration';
import { initialStates, type States } from '../../model/replay';
import { type InteractionIds, scheduleTBatches } from '../../model/tbatch';
import { dispose, type Tensor2D } from '../../model/tf';
import type { Weights } from '../../model/weights';
import type { Side } from '../../vocabulary';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { Trace } from './replayTrace';
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
  const { users, items } = await streamBatches(weights, start, x, log, batches, {
    trace,
    onProgress,
    alteration,
  });
  try {
    const [user, item] = await Promise.all([users.data(), items.data()]);
    return { user: user as Float32Array, item: item as Float32Array };
  } finally {
    dispose([users, items]);
  }
}
