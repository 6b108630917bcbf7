import { create } from 'zustand';
import { type AxesOf, type MapView, SUPERSEDED } from '../engine/api';
import { engine, useSession } from './store';

export interface MapState {
  /** Whose axes are wanted. */
  readonly axes: AxesOf;
  readonly map: MapView | null;
  /** Why there is no map of what is chosen now, in words. */
  readonly failure: string | null;
}

/** The last map that was drawn; kept while one looks at another view. */
export const useMap = create<MapState>(() => ({ axes: 'items', map: null, failure: null }));

export const setMapAxes = (axes: AxesOf): void => useMap.setState({ axes });

/** Asks for the map of what is chosen now; only the answer to the latest question is kept. */
export async function loadMap(): Promise<void> {
  const { person, item, history, at } = useSession.getState();
  const { axes } = useMap.getState();
  if (!person) return;
  const isAsked = () => {
    const now = useSession.getState();
    return (
      useMap.getState().axes === axes &&
      now.person === person &&
      now.item === item &&
      now.at === at &&
      now.history.present === history.present
    );
  };
  try {
    const map = await engine().map({ axes, log: history.present, person, item, at });
    if (isAsked()) useMap.setState({ map, failure: null });
  } catch (error) {
    const superseded = error instanceof Error && error.name === SUPERSEDED;
    if (superseded || !isAsked()) return;
    useMap.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}
