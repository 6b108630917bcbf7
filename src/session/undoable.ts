/** A value with its past and future. Selection and view state are no part of it, so they never wipe redo. */
export interface Undoable<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

export const undoable = <T>(present: T): Undoable<T> => ({ past: [], present, future: [] });

/** Makes `next` the present; what was undone before is forgotten. */
export const commit = <T>(history: Undoable<T>, next: T): Undoable<T> => ({
  past: [...history.past, history.present],
  present: next,
  future: [],
});

export function undo<T>(history: Undoable<T>): Undoable<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
  };
}

export function redo<T>(history: Undoable<T>): Undoable<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}

/**
 * Puts another state in the place of each, the steps between them staying as they are: undo finds no state of before.
 * Steps that change nothing any more are gone.
 */
export function replaceStates<T>(
  { past, present, future }: Undoable<T>,
  put: (state: T) => T,
  same: (a: T, b: T) => boolean,
): Undoable<T> {
  const now = put(present);
  // From the present outwards: of equal neighbours the one nearer to it stays.
  const outwards = (states: readonly T[]): T[] => {
    const kept: T[] = [];
    for (const state of states) {
      const next = put(state);
      if (!same(next, kept.at(-1) ?? now)) kept.push(next);
    }
    return kept;
  };
  return { past: outwards(past.toReversed()).reverse(), present: now, future: outwards(future) };
}
