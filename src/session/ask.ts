import { createStore, type StoreApi } from 'zustand';
import { asEngineError, type EngineError, isSuperseded } from '../engine/engineError';

/** What was asked last, and what is known. */
export interface Asked<R, T, P = never> {
  readonly asked: R | null;
  readonly asking: boolean;
  /** How far the answer to `asked` is, where that is told. */
  readonly progress: P | null;
  readonly answer: T | null;
  /** What `answer` belongs to: `asked` itself, or what was asked before while its answer stays. */
  readonly of: R | null;
  /** Why there is no answer to `asked`. */
  readonly failure: EngineError | null;
}

export interface AskRules<R, T, P> {
  /** The signal says when nobody waits for it any more: to be looked at between steps. */
  readonly ask: (request: R, tell: (progress: P) => void, signal: AbortSignal) => Promise<T>;
  /** Whether the answer to `held` stays until there is one to `request`; it does unless this says no. */
  readonly keeps?: (held: R, request: R) => boolean;
  /** Whether the answer that stays does so beside a failure too. */
  readonly outlives?: boolean;
  /** Milliseconds to wait before asking: of what is asked meanwhile the last one counts. */
  readonly pause?: (request: R, before: R | null) => number;
  /** Called where there is no answer: true where something was done about it, and it is to be asked again. */
  readonly mends?: (error: unknown) => Promise<boolean>;
  /** What else an answer changes; called just before it can be seen. */
  readonly answered?: (answer: T, before: T | null, request: R) => void;
  /** Ends the work on an answer that nobody waits for any more. */
  readonly stop?: () => void;
  /** Whether to ask again when a question of somebody else took over. */
  readonly insists?: boolean;
}

/** What is asked of the engine from here, and what is known of the answer; what may be asked lies in engine/questions. */
export interface Inquiry<R, T, P = never> extends StoreApi<Asked<R, T, P>> {
  readonly ask: (request: R) => Promise<void>;
  /** Gives up what is under way; what is known stays. */
  readonly stop: () => void;
  /** Gives up what is under way, and forgets what is known. */
  readonly clear: () => void;
}

const NOTHING = { asked: null, asking: false, progress: null, answer: null, of: null, failure: null };

/** A question that somebody asks by a verb; the latest one counts. Stale answers, progress and failures end here. */
export function inquiry<R, T, P = never>(rules: AskRules<R, T, P>, seen = nobody): Inquiry<R, T, P> {
  const store = createStore<Asked<R, T, P>>((_set, _get, api) => {
    api.subscribe = watched(api.subscribe, seen);
    return NOTHING;
  });
  const { getState: get, setState: set } = store;
  let latest = new AbortController();

  async function ask(request: R): Promise<void> {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    const { asked: before, of } = get();
    const kept = of !== null && (rules.keeps?.(of, request) ?? true);
    set({ ...(!kept && NOTHING), asked: request, asking: true, progress: null });
    const tell = (progress: P) => {
      if (!signal.aborted && get().asking) set({ progress });
    };
    const pause = rules.pause?.(request, before) ?? 0;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    while (!signal.aborted) {
      try {
        const answer = await rules.ask(request, tell, signal);
        if (signal.aborted) return;
        rules.answered?.(answer, get().answer, request);
        return set({ answer, of: request, asking: false, progress: null, failure: null });
      } catch (error) {
        if (signal.aborted) return;
        const failure = await failureOf(error);
        if (signal.aborted) return;
        if (failure !== null)
          return set({ ...(!rules.outlives && NOTHING), asked: request, asking: false, failure });
        if (isSuperseded(error) && !rules.insists) return set({ asking: false });
      }
    }
  }

  /** Null where it is none. */
  async function failureOf(error: unknown): Promise<EngineError | null> {
    try {
      return isSuperseded(error) || (await rules.mends?.(error)) ? null : asEngineError(error);
    } catch (another) {
      return asEngineError(another);
    }
  }

  function stop(): void {
    if (!get().asking) return;
    latest.abort();
    set({ asking: false });
    rules.stop?.();
  }

  function clear(): void {
    stop();
    if (get().asked !== null) set(NOTHING);
  }

  return Object.assign(store, { ask, stop, clear });
}

/** Called when the first looks at a store; what it gives is called when the last looks away. */
type Seen = () => () => void;
const nobody: Seen = () => () => {};

function watched<L>(subscribe: (listener: L) => () => void, seen: Seen): typeof subscribe {
  let watchers = 0;
  let unseen = () => {};
  return (listener) => {
    const end = subscribe(listener);
    if (watchers++ === 0) unseen = seen();
    return () => {
      end();
      if (--watchers === 0) unseen();
    };
  };
}

/** Calls a listener with each change; gives a function that ends that. */
export type Source = (listener: () => void) => () => void;

export interface ResourceRules<R, T, P> extends AskRules<R, T, P> {
  /**
   * What to ask now: null where there is nothing, and what was known is forgotten; undefined where that is not known
   * yet, and all stays as it is.
   * @param held what the answer that is known belongs to
   */
  readonly of: (held: R | null) => R | null | undefined;
  /** What `of` follows. */
  readonly sources: readonly Source[];
  /**
   * Whether what is asked is answered first and the request waits, of those that wait the last one: where answers come
   * one after another, as when somebody drags through time, nothing would be seen before that ends.
   */
  readonly finishes?: (asked: R, request: R) => boolean;
  /** Answers to the same request are the same while this is. */
  readonly stamp?: (() => unknown) | undefined;
}

/**
 * A question that asks itself while somebody looks, which is while its store has a subscriber: whenever a source
 * changes, what there is to ask is compared with what was asked. Unseen it parks: what changes meanwhile asks nothing,
 * and whoever looks again gets what was known, or the latest.
 */
export function resource<R, T, P = never>(rules: ResourceRules<R, T, P>): Inquiry<R, T, P> {
  let stamp: unknown;
  const mends = async (error: unknown) => {
    try {
      return (await rules.mends?.(error)) ?? false;
    } finally {
      // What there is to ask may be another by now; nothing waits for an answer that will not come.
      look(false);
    }
  };
  const asked = inquiry({ insists: true, ...rules, ...(rules.mends && { mends }) }, () => {
    const ends = rules.sources.map((source) => source(() => look()));
    look();
    return () => {
      for (const end of ends) end();
      // What can be ended need not be waited for.
      if (rules.stop) asked.stop();
    };
  });

  function look(waits = true): void {
    const now = asked.getState();
    const request = rules.of(now.of);
    if (request === undefined) return;
    if (request === null) {
      asked.clear();
      return;
    }
    const known = now.asking || (now.failure === null && now.of === now.asked);
    const at = rules.stamp?.();
    if (known && at === stamp && same(request, now.asked)) return;
    if (waits && now.asking && at === stamp && rules.finishes?.(now.asked as R, request)) return;
    stamp = at;
    void asked.ask(request).then(next);
  }

  /** What was let wait for an answer. */
  function next(): void {
    if (rules.finishes && asked.getState().failure === null) look();
  }

  return asked;
}

/** The answer to this very request; undefined while it is not known. */
export function answerTo<R, T, P>(inquiry: Inquiry<R, T, P>, request: R | null): T | undefined {
  const { of, answer } = inquiry.getState();
  return request !== null && same(of, request) ? (answer as T) : undefined;
}

/** Remembers the last answers, those under way too: what is the same is asked once. */
export function remembered<R, T>(most: number, ask: (request: R) => Promise<T>): (request: R) => Promise<T> {
  let known: { readonly request: R; readonly answer: Promise<T> }[] = [];
  return (request) => {
    const held = known.find((one) => same(one.request, request));
    if (held) return held.answer;
    const answer = ask(request);
    known = [{ request, answer }, ...known].slice(0, most);
    answer.catch(() => {
      known = known.filter((one) => one.answer !== answer);
    });
    return answer;
  };
}

/** Whether two requests are the same, part by part. Logs share their entries, so that most of it is found at once. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ofA, ofB] = [a, b] as Record<string, unknown>[];
  const names = Object.keys(ofA);
  return (
    names.length === Object.keys(ofB).length &&
    names.every((name) => name in ofB && same(ofA[name], ofB[name]))
  );
}
