import { create } from 'zustand';
import type { BackendName, Place, Progress, Snapshot } from '../engine/api';
import { largestDifference } from '../engine/largestDifference';
import { reasonOf } from './reason';
import { engine, LIST_LENGTH, secondEngine, useSession } from './store';

/** How far two backends are apart on one state of the page. */
export interface BackendDifference {
  readonly other: BackendName;
  /** What was compared. */
  readonly place: Place & { readonly person: string };
  /** Largest absolute differences of all states of people and items, and of the person’s predicted ratings. */
  readonly states: { readonly user: number; readonly item: number };
  readonly ratings: number;
  /** Places of the recommendation list that hold another item, of how many. */
  readonly places: { readonly differing: number; readonly total: number };
  /** Of the replay of the data set on the backend of the page, and on the other one. */
  readonly milliseconds: { readonly here: number; readonly there: number };
}

export interface ComparisonState {
  /** Null while nothing is compared. */
  readonly running: { readonly other: BackendName; readonly progress: Progress | null } | null;
  readonly result: BackendDifference | null;
  readonly failure: string | null;
}

/** A second engine on another backend, and what came of it. */
export const useComparison = create<ComparisonState>(() => ({ running: null, result: null, failure: null }));

const { setState: set } = useComparison;

/** Ends the second engine that is under way. */
let stop: (() => void) | null = null;

/** Gives up the comparison. */
export function stopComparison(): void {
  stop?.();
  stop = null;
  set({ running: null });
}

/** Replays everything on another backend in a worker of its own, and tells how far apart the numbers are. */
export async function compareWith(other: BackendName): Promise<void> {
  const { history, at, person, replay } = useSession.getState();
  if (!person || !replay) return;
  stopComparison();
  const { engine: second, bundleUrl } = secondEngine();
  const mine = () => second.dispose();
  stop = mine;
  const isMine = () => stop === mine;
  const onProgress = (progress: Progress) => {
    if (isMine()) set({ running: { other, progress } });
  };
  const died = new Promise<never>((_, reject) => {
    second.onRestart(({ cause }) => reject(new Error(`The second engine stopped: ${cause}`)));
  });
  died.catch(() => {});
  set({ running: { other, progress: null }, result: null, failure: null });
  try {
    const place = { log: history.present, at, person };
    const compare = async (): Promise<BackendDifference> => {
      const { backend } = await second.start({ bundleUrl, backend: other }, onProgress);
      if (backend.name !== other) {
        const outcome = backend.tried.find(({ name }) => name === other)?.outcome;
        throw new Error(`The backend ${other} ${outcome ?? 'did not start'}`);
      }
      const replayed = await second.replay(onProgress);
      const [here, there] = await Promise.all([engine().snapshot(place), second.snapshot(place)]);
      return {
        other,
        place,
        ...differenceOf(here, there),
        milliseconds: { here: replay.milliseconds, there: replayed.milliseconds },
      };
    };
    const result = await Promise.race([compare(), died]);
    if (isMine()) set({ result });
  } catch (error) {
    if (isMine()) set({ failure: reasonOf(error) });
  } finally {
    second.dispose();
    if (isMine()) stopComparison();
  }
}

/** How far apart two snapshots of one place are. */
export function differenceOf(
  here: Snapshot,
  there: Snapshot,
): Pick<BackendDifference, 'states' | 'ratings' | 'places'> {
  const total = Math.min(LIST_LENGTH, here.ranking.length);
  let differing = 0;
  for (let k = 0; k < total; k++) if (here.ranking[k] !== there.ranking[k]) differing++;
  return {
    states: {
      user: largestDifference(here.states.user, there.states.user),
      item: largestDifference(here.states.item, there.states.item),
    },
    ratings: largestDifference(here.ratings, there.ratings),
    places: { differing, total },
  };
}
