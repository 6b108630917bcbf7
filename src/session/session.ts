import { createStore, type StoreApi } from 'zustand';
import type { Arrival } from '../browser/arrive';
import type { EngineClient } from '../engine/client';
import type { EngineError } from '../engine/engineError';
import type { View } from '../engine/questions/view';
import type { SimulatedLog } from '../engine/simulatedLog';
import type { BackendName, DatasetInfo, Progress, ReplayReport, StartReport } from '../engine/start';
import type { ReadLink, Screens } from './link';
import type { Said } from './said';
import { BLANK, reduce, type Spine, type SpineEvent } from './spine';

/** What could not be done, and why. */
export interface Failure {
  readonly of: 'start' | 'view';
  readonly error: EngineError;
}

/** What somebody decided, and what is known of it. */
export interface SessionState extends Spine {
  readonly progress: Progress | null;
  readonly start: StartReport | null;
  readonly replay: ReplayReport | null;
  readonly failure: Failure | null;
  /** What is said above the screen, e.g. about a damaged link. */
  readonly notice: readonly Said[];
  readonly view: View | null;
  /** From asking for what is on the screen to having all of it, in milliseconds. */
  readonly elapsed: number | null;
  readonly helpOpen: boolean;
  /** Whether the gallery of data sets is open. */
  readonly galleryOpen: boolean;
  /** Whether the list of what can be saved is open. */
  readonly savingOpen: boolean;
  /** How often a link was copied; a change confirms it. */
  readonly copied: number;
  /** Whether keys without Ctrl, ⌘ or Alt do something. */
  readonly plainKeys: boolean;
}

const INITIAL: SessionState = {
  ...BLANK,
  progress: null,
  start: null,
  replay: null,
  failure: null,
  notice: [],
  view: null,
  elapsed: null,
  helpOpen: false,
  galleryOpen: false,
  savingOpen: false,
  copied: 0,
  plainKeys: true,
};

/** Where logs are kept beside the address. */
export interface Keeping {
  /** Called when the data set is known, before anything of it is shown; may change the log. */
  readonly opened: (link: ReadLink, dataset: DatasetInfo) => Verb<Promise<void>>;
  /** Called when there is no data set to be shown: what is kept may lead on. */
  readonly failed: Verb<Promise<void>>;
  /** Puts a log aside of which entries are about to be left out. False where nothing can be kept. */
  readonly putAside: (log: SimulatedLog) => Verb<boolean>;
}

/** What a session stands in. */
export interface Surroundings {
  readonly screens: Screens;
  readonly bundleUrl: string;
  /** The only backend that will do; null for the best there is. */
  readonly backend: BackendName | null;
  readonly keeping: Keeping;
  readonly address: () => string;
  /** Puts another address in place of the present one; nothing is loaded. */
  readonly setAddress: (url: string) => void;
  readonly scrollToTop: () => void;
  /** Shows another view from its top, or from a place of it, and has what is read first focused once that is drawn. */
  readonly arrive: (to: Arrival) => void;
  /** Resolves once what has been decided is on the screen. */
  readonly drawn: () => Promise<void>;
  /** Resolves once what has been changed by now is on the screen, whether or not more is to come. */
  readonly painted: () => Promise<void>;
}

/** What is done with a session: a value, so that it can be listed, named and tested. */
export type Verb<R = void> = (session: Session) => R;

/** Lets something happen to what somebody decided. */
export const does =
  (event: SpineEvent): Verb =>
  ({ dispatch }) =>
    dispatch(event);

/** What every session has of its own; made when it is first asked for. */
export interface Key<A> {
  readonly make: (session: Session) => A;
}

export const key = <A>(make: Key<A>['make']): Key<A> => ({ make });

/** One page that is open: an engine, what somebody decided, and all that follows from both. */
export interface Session {
  readonly engine: EngineClient;
  /** A second engine, not started; whoever asks for it disposes of it. */
  readonly another: () => EngineClient;
  readonly around: Surroundings;
  readonly store: StoreApi<SessionState>;
  /** Lets something happen to what somebody decided. */
  readonly dispatch: (event: SpineEvent) => void;
  /** What this session has of its own under a key. */
  readonly of: <A>(key: Key<A>) => A;
  readonly act: <R>(verb: Verb<R>) => R;
}

/** Begins a session that nothing has happened to. All that it holds, it holds itself: two of them share nothing. */
export function createSession(make: () => EngineClient, around: Surroundings): Session {
  const own = new Map<Key<unknown>, unknown>();
  const store = createStore<SessionState>(() => INITIAL);
  const session: Session = {
    engine: make(),
    another: make,
    around,
    store,
    dispatch: (event) => store.setState(reduce(store.getState(), event)),
    of<A>(key: Key<A>): A {
      if (!own.has(key)) own.set(key, key.make(session));
      return own.get(key) as A;
    },
    act: (verb) => verb(session),
  };
  return session;
}
