import { create } from 'zustand';
import type { DimensionReport } from '../engine/api';
import { reasonOf } from './reason';
import { engine, useSession } from './store';

export interface DimensionState {
  readonly side: 'user' | 'item';
  /** From 0. */
  readonly d: number;
  readonly report: DimensionReport | null;
  /** Why nothing can be said of what is chosen now, in words. */
  readonly failure: string | null;
}

/** The dimension that is looked at; kept while one looks at another view. */
export const useDimension = create<DimensionState>(() => ({
  side: 'item',
  d: 0,
  report: null,
  failure: null,
}));

const { getState: get, setState: set } = useDimension;

/** People and items have states of their own: what a dimension means on one side says nothing of the other. */
export const setDimensionSide = (side: 'user' | 'item'): void => set({ side, report: null });

export function setDimension(d: number): void {
  const D = useSession.getState().start?.dataset.stateSize ?? 1;
  set({ d: Math.max(0, Math.min(D - 1, d)) });
}

/** Asks for the dimension that is chosen now; only the answer to the latest question is kept. */
export async function loadDimension(): Promise<void> {
  const { at, history } = useSession.getState();
  const { side, d } = get();
  const isAsked = () => {
    const [now, session] = [get(), useSession.getState()];
    return (
      now.side === side && now.d === d && session.at === at && session.history.present === history.present
    );
  };
  try {
    const report = await engine().dimension({ log: history.present, at, side, d });
    if (isAsked()) set({ report, failure: null });
  } catch (error) {
    if (isAsked()) set({ report: null, failure: reasonOf(error) });
  }
}
