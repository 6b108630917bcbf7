import { create } from 'zustand';
import type { Side } from '../vocabulary';
import { resource } from './resource';
import { engine, useSession } from './store';

export interface DimensionState {
  readonly side: Side;
  /** From 0. */
  readonly d: number;
}

/** The dimension that is looked at; kept while one looks at another view. */
export const useDimension = create<DimensionState>(() => ({ side: 'item', d: 0 }));

const { getState: get, setState: set } = useDimension;

export const setDimensionSide = (side: Side): void => set({ side });

export function setDimension(d: number): void {
  const D = useSession.getState().start?.dataset.stateSize ?? 1;
  set({ d: Math.max(0, Math.min(D - 1, d)) });
}

/** What can be said of that dimension. */
export const useDimensionReport = resource({
  of: ({ history, at }) => ({ log: history.present, at, ...get() }),
  sources: [useDimension.subscribe],
  ask: (request) => engine().dimension(request),
  // People and items have states of their own: what a dimension means on one side says nothing of the other.
  keeps: (held, request) => held.side === request.side,
});
