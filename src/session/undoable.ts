/** A value as it was at one step, and how many times popularity counted then; see `engine/choice.ts: DIAL`. */
export interface Step<T> {
  readonly present: T;
  readonly times: number;
}

/** A value with its past and future. Selection and view state are no part of it, so they never wipe redo. */
export interface Undoable<T> extends Step<T> {
  readonly past: readonly Step<T>[];
  readonly future: readonly Step<T>[];
}

export const undoable = <T>(present: T, times = 1): Undoable<T> => ({ past: [], present, times, future: [] });

const stepOf = <T>({ present, times }: Step<T>): Step<T> => ({ present, times });

/** Makes `next` the present; what was undone before is forgotten. */
export const commit = <T>(history: Undoable<T>, next: T, times = history.times): Undoable<T> => ({
  past: [...history.past, stepOf(history)],
  present: next,
  times,
  future: [],
});

export function undo<T>(history: Undoable<T>): Undoable<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return { past: history.past.slice(0, -1), ...previous, future: [stepOf(history), ...history.future] };
}

export function redo<T>(history: Undoable<T>): Undoable<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, stepOf(history)], ...next, future };
}

/**
 * Puts another state in the place of each, the steps between them staying as they are: undo finds no state of before.
 * Steps that change nothing any more are gone.
 */
export function replaceStates<T>(
  history: Undoable<T>,
  put: (state: T) => T,
  same: (a: T, b: T) => boolean,
): Undoable<T> {
  const replaced = ({ present, times }: Step<T>): Step<T> => ({ present: put(present), times });
  const now = replaced(history);
  // From the present outwards: of equal neighbours the one nearer to it stays.
  const outwards = (steps: readonly Step<T>[]): Step<T>[] => {
    const kept: Step<T>[] = [];
    for (const step of steps) {
      const next = replaced(step);
      const last = kept.at(-1) ?? now;
      if (next.times !== last.times || !same(next.present, last.present)) kept.push(next);
    }
    return kept;
  };
  const { past, future } = history;
  return { past: outwards(past.toReversed()).reverse(), ...now, future: outwards(future) };
}
