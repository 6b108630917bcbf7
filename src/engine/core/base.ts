import type { Side } from '../../model/gru';
import { scheduleTBatches } from '../../model/tbatch';
import { dispose, type Tensor2D, tensor2d } from '../../model/tf';
import type { Source } from '../api';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { streamBatches } from './stream';
import type { Trace, TracedReplay } from './trace';

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
  const D = brain.config.stateSize;
  const skip = new Set(rows);
  const { affected, starts } = affectedRows(user, item, rows);
  const before = {
    user: statesBefore(catalogue, live, 'user', starts.user, D),
    item: statesBefore(catalogue, live, 'item', starts.item, D),
  };
  const schedule = scheduleTBatches({
    users: affected.map((row) => user[row]),
    items: affected.map((row) => item[row]),
  });
  const batches = schedule.map((batch) => batch.map((k) => affected[k]));
  const start = {
    users: tensor2d(before.user, [catalogue.user.count, D]),
    items: tensor2d(before.item, [catalogue.item.count, D]),
  };
  const states = await streamBatches(brain.weights, start, x, { users: user, items: item }, batches);
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

/** Rows whose states change without `removed`, and for each entity so touched the first row at which they may. */
function affectedRows(user: Int32Array, item: Int32Array, removed: readonly number[]) {
  const starts = { user: new Map<number, number>(), item: new Map<number, number>() };
  const gone = new Set(removed);
  const affected: number[] = [];
  for (let row = removed[0]; row < user.length; row++) {
    const out = gone.has(row);
    if (!out && !starts.user.has(user[row]) && !starts.item.has(item[row])) continue;
    if (!starts.user.has(user[row])) starts.user.set(user[row], row);
    if (!starts.item.has(item[row])) starts.item.set(item[row], row);
    if (!out) affected.push(row);
  }
  return { affected, starts };
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
  const { update, candidate } = live.trace[side];
  for (const [entity, first] of starts) {
    const h = Float32Array.from(catalogue.initial[side]);
    for (const row of catalogue[side].rows[entity]) {
      if (row >= first) break;
      for (let d = 0; d < D; d++) {
        const z = update[row * D + d];
        h[d] = Math.fround(Math.fround(1 - z) * candidate[row * D + d]) + Math.fround(z * h[d]);
      }
    }
    states.set(h, entity * D);
  }
  return states;
}
