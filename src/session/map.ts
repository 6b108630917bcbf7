import { create } from 'zustand';
import type { MapView } from '../engine/api';
import { isSuperseded } from '../engine/engineError';
import { reasonOf } from './reason';
import { engine, useSession } from './store';

export interface MapState {
  readonly map: MapView | null;
  /** Why there is no map of what is chosen now, in words. */
  readonly failure: string | null;
}

/** The last map that was drawn; kept while one looks at another view. */
export const useMap = create<MapState>(() => ({ map: null, failure: null }));

/** Asks for the map of what is chosen now; only the answer to the latest question is kept. */
export async function loadMap(): Promise<void> {
  const { person, item, history, at, axes } = useSession.getState();
  if (!person) return;
  const isAsked = () => {
    const now = useSession.getState();
    return (
      now.axes === axes &&
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
    const superseded = isSuperseded(error);
    if (superseded || !isAsked()) return;
    useMap.setState({ failure: reasonOf(error) });
  }
}
