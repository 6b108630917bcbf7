import type { EngineClient } from '../engine/client';
import { EngineError } from '../engine/engineError';
import { largestDifference } from '../engine/largestDifference';
import type { Snapshot } from '../engine/questions/snapshot';
import type { Place } from '../engine/simulatedLog';
import type { BackendName, Progress } from '../engine/start';
import { asked } from './part';
import type { Verb } from './session';
import { LIST_LENGTH } from './view';

/** How far two backends are apart on one state of the page. */
export interface BackendDifference {
  readonly other: BackendName;
  /** What was compared. */
  readonly place: Place & { readonly person: string };
  /** Largest absolute differences of all states of people and items, and of the person’s choice scores and predicted ratings. */
  readonly states: { readonly user: number; readonly item: number };
  readonly choices: number;
  readonly ratings: number;
  /** Places of the recommendation list that hold another item, of how many. */
  readonly places: { readonly differing: number; readonly total: number };
  /** Of the replay of the data set on the backend of the page, and on the other one. */
  readonly milliseconds: { readonly here: number; readonly there: number };
}

interface BackendRequest {
  readonly other: BackendName;
  readonly place: BackendDifference['place'];
  /** How long the replay took on the backend of the page. */
  readonly here: number;
}

/** A second engine on another backend, in a worker of its own, and what came of it. */
export const useOtherBackend = asked<BackendRequest, BackendDifference, Progress>(
  ({ engine, another, around }) => ({
    async ask(request, tell, signal) {
      const second = another();
      signal.addEventListener('abort', () => second.dispose());
      const died = new Promise<never>((_, reject) => {
        second.onRestart(({ death }) => reject(new EngineError({ kind: 'other-died', death })));
      });
      died.catch(() => {});
      try {
        return await Promise.race([compareOn(engine, second, around.bundleUrl, request, tell), died]);
      } finally {
        second.dispose();
      }
    },
    keeps: () => false,
  }),
);

async function compareOn(
  first: EngineClient,
  second: EngineClient,
  bundleUrl: string,
  { other, place, here: replayed }: BackendRequest,
  tell: (progress: Progress) => void,
): Promise<BackendDifference> {
  const { backend } = await second.start({ bundleUrl, backend: other }, tell);
  if (backend.name !== other) {
    const outcome = backend.tried.find(({ name }) => name === other)?.outcome;
    throw new EngineError({ kind: 'other-backend', name: other, outcome: outcome ?? { is: 'not-started' } });
  }
  const replay = await second.replay(tell);
  const [here, there] = await Promise.all([first.snapshot(place), second.snapshot(place)]);
  const milliseconds = { here: replayed, there: replay.milliseconds };
  return { other, place, ...differenceOf(here, there), milliseconds };
}

/** Replays everything on another backend, and tells how far apart the numbers are. */
export const compareWith =
  (other: BackendName): Verb =>
  ({ store, of }) => {
    const { history, at, person, replay } = store.getState();
    if (!person || !replay) return;
    const place = { log: history.present, at, person };
    void of(useOtherBackend).ask({ other, place, here: replay.milliseconds });
  };

/** How far apart two snapshots of one place are. */
export function differenceOf(
  here: Snapshot,
  there: Snapshot,
): Pick<BackendDifference, 'states' | 'choices' | 'ratings' | 'places'> {
  const total = Math.min(LIST_LENGTH, here.ranking.length);
  let differing = 0;
  for (let k = 0; k < total; k++) if (here.ranking[k] !== there.ranking[k]) differing++;
  return {
    states: {
      user: largestDifference(here.states.user, there.states.user),
      item: largestDifference(here.states.item, there.states.item),
    },
    choices: largestDifference(here.choices, there.choices),
    ratings: largestDifference(here.ratings, there.ratings),
    places: { differing, total },
  };
}
