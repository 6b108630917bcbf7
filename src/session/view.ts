import { isOfKind } from '../engine/engineError';
import type { View, ViewRequest } from '../engine/questions/view';
import type { ReplayReport } from '../engine/start';
import { resource, same } from './ask';
import { mend } from './mending';
import { fail } from './notice';
import { changesOf } from './part';
import { key, type Verb } from './session';

/** How many recommendations and how many words of a profile are shown. */
export const LIST_LENGTH = 10;
const PROFILE_WORDS = 12;

interface Shown {
  readonly view: View;
  readonly elapsed: number;
}

const FOLLOWED = ['start', 'person', 'item', 'history', 'at', 'shown', 'replay'] as const;

/** The view of what somebody decided: asked whenever that changes, and mended where the data set cannot take it. */
export const viewed = key((session) => {
  const { engine, store } = session;
  const { getState, setState } = store;
  let replayed: ReplayReport | null = null;
  return resource<ViewRequest, Shown>({
    of: () => {
      const { start, person, item, history, at, shown } = getState();
      if (!start || !person) return undefined;
      const { present: log, times } = history;
      return { log, person, item, at, shown, times, k: LIST_LENGTH, words: PROFILE_WORDS };
    },
    sources: FOLLOWED.map((name) => changesOf(session, (state) => state[name])),
    // While a new worker replays, what the one before answered stays.
    stamp: () => {
      replayed = getState().replay ?? replayed;
      return replayed;
    },
    finishes: (under, request) => same({ ...under, at: null }, { ...request, at: null }),
    async ask(request) {
      const since = performance.now();
      const view = await engine.view(request);
      return { view, elapsed: performance.now() - since };
    },
    mends: async (error) => isOfKind(error, 'request') && session.act(mend),
    outlives: true,
    answered: (shown) => setState({ ...shown, failure: null }),
  });
});

/** Shows the view from now on. Resolves with the first answer, or once there is none. */
export const watchView: Verb<Promise<void>> = ({ of, act }) =>
  new Promise((resolve) => {
    of(viewed).subscribe(({ asking, failure }, before) => {
      if (failure !== null && failure !== before.failure) act(fail('view', failure));
      if (!asking) resolve();
    });
  });

/** Asks once more for what is on the screen. */
export const lookAgain: Verb = ({ of }) => {
  const { asked } = of(viewed).getState();
  if (asked) void of(viewed).ask(asked);
};
