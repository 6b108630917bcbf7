import type { Side } from '../vocabulary';
import { choose, resource, slice } from './part';
import type { Verb } from './session';

export interface DimensionState {
  readonly side: Side;
  /** From 0. */
  readonly d: number;
}

/** The dimension that is looked at; kept while one looks at another view. */
export const useDimension = slice<DimensionState>({ side: 'item', d: 0 });

export const setDimensionSide = (side: Side): Verb => choose(useDimension, { side });

export const setDimension =
  (d: number): Verb =>
  ({ store, of }) => {
    const D = store.getState().start?.dataset.stateSize ?? 1;
    of(useDimension).setState({ d: Math.max(0, Math.min(D - 1, d)) });
  };

/** What can be said of that dimension. */
export const useDimensionReport = resource(({ engine, of }) => ({
  of: ({ history, at }) => ({ log: history.present, at, ...of(useDimension).getState() }),
  sources: [of(useDimension).subscribe],
  ask: (request) => engine.dimension(request),
  // People and items have states of their own: what a dimension means on one side says nothing of the other.
  keeps: (held, request) => held.side === request.side,
}));
