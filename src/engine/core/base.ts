import { affectedRows } from '../../model/affected';
import type { Side } from '../../model/gru';
import { scheduleTBatches } from '../../model/tbatch';
import { dispose, type Tensor2D, tensor2d } from '../../model/tf';
import type { Source } from '../api';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { streamBatches } from './stream';
import type { Trace } from './trace';
import type { TracedReplay } from './tracedReplay';

/** States after the bundle's own log, on which simulated interactions build. */
export interface Base {
  /** Unique among the bases of an engine: part of cache keys. */
  readonly key: string;
  readonly source: Source;
  /** Row-major [users, D] and [items, D]. */
  readonly states: Record<Side, Float32Array>;
  /** Log rows that are left out, as in a counterfactual. */
  readonly skip: ReadonlySet<number>;
  /** Gates of every log row; null before the replay, and in a counterfactual. */
  readonly trace: Trace | null;
}

/** The base of the shipped states. */
export const storedBase = (catalogue: Catalogue): Base => ({
  key: 'stored',
  source: 'stored',
  states: { user: catalogue.bundle.userStates, item: catalogue.bundle.itemStates },
  skip: new Set(),
  trace: null,
});

/** The base of a replay on this backend. */
export const liveBase = (replayed: TracedReplay): Base => ({
  key: 'live',
  source: 'live',
  states: { user: replayed.userStates, item: replayed.itemStates },
  skip: new Set(),
  trace: replayed.trace,
});

/**
 * The base without some log rows: exactly what the replay would give if they had never happened. Only rows whose
 * inputs change are streamed again; all others keep the states of the trace.
 * @param live the replayed base
 * @param x [interactions, D]
 * @param rows log rows to leave out, ascending
 */
export async function baseWithout(
  brain: Brain,
  catalogue: Catalogue,
  live: Base & { readonly trace: Trace },
  x: Tensor2D,
  rows: readonly number[],
): Promise<Base> {
  const { user, item } = catalogue.bundle.interactions;
  const log = { users: user, items: item };
  const D = brain.config.stateSize;
  const skip = new Set(rows);
  const affected = affectedRows(log, ...rows);
  const before = {
    user: statesBefore(catalogue, live, 'user', firstRows(user, affected), D),
    item: statesBefore(catalogue, live, 'item', firstRows(item, affected), D),
  };
  const batches = scheduleTBatches(
    log,
    affected.filter((row) => !skip.has(row)),
  );
  const start = {
    users: tensor2d(before.user, [catalogue.user.count, D]),
    items: tensor2d(before.item, [catalogue.item.count, D]),
  };
  const states = await streamBatches(brain.weights, start, x, log, batches);
  const [users, items] = (await Promise.all([states.users.data(), states.items.data()])) as Float32Array[];
  dispose([states.users, states.items]);
  return {
    key: `${live.key}-${rows.join('-')}`,
    source: 'live',
    states: { user: users, item: items },
    skip,
    trace: null,
  };
}

/** For each entity of some rows, ascending, the first of them. */
function firstRows(ids: Int32Array, rows: Int32Array): Map<number, number> {
  const first = new Map<number, number>();
  for (const row of rows) if (!first.has(ids[row])) first.set(ids[row], row);
  return first;
}

/** The final states, but of each entity in `starts` the state just before its row there. */
function statesBefore(
  catalogue: Catalogue,
  live: Base & { readonly trace: Trace },
  side: Side,
  starts: ReadonlyMap<number, number>,
  D: number,
): Float32Array {
  const states = live.states[side].slice();
  for (const [entity, first] of starts) {
    const h = Float32Array.from(catalogue.initial[side]);
    for (const row of catalogue[side].rows[entity]) {
      if (row >= first) break;
      const z = live.trace.at(side, 'update', row);
      const n = live.trace.at(side, 'candidate', row);
      // Rounded as the joint step rounds.
      for (let d = 0; d < D; d++) h[d] = n[d] + Math.fround(z[d] * Math.fround(h[d] - n[d]));
    }
    states.set(h, entity * D);
  }
  return states;
}
