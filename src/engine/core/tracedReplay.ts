import { scheduleTBatches } from '../../model/tbatch';
import type { Side } from '../../vocabulary';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import type { Features } from './features';
import { Trace } from './replayTrace';
import { everybodyAtFirst, streamBatches } from './stream';

export interface TracedReplay {
  readonly trace: Trace;
  /** Row-major [users, D] and [items, D]: states after the whole log. */
  readonly states: Record<Side, Float32Array>;
  readonly batches: number;
}

/**
 * Streams the whole log from the initial states and keeps the trace.
 * @param onProgress interactions done so far
 */
export async function replayWithTrace(
  brain: Brain,
  { bundle: { interactions }, initial, user, item }: Catalogue,
  features: Features,
  onProgress: (done: number) => void,
): Promise<TracedReplay> {
  const log = { users: interactions.user, items: interactions.item };
  const batches = scheduleTBatches(log);
  const trace = new Trace(interactions.user.length, brain.config.stateSize);
  const start = everybodyAtFirst(initial, { user: user.count, item: item.count });
  const states = await streamBatches(brain, start, features, log, batches, { trace, onProgress });
  return { trace, states, batches: batches.length };
}
