import { createContext, useContext, useEffect, useState } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import {
  type Asked,
  type Inquiry,
  inquiry,
  type ResourceRules,
  resource as resourceOf,
  type Source,
  same,
} from './ask';
import type { Key, Session, SessionState, Verb } from './session';

/** One thing a person can do: buttons, keyboard and help all come from this. */
export interface Action {
  readonly id: string;
  readonly label: string;
  /** As shown in the help, `Mod` meaning Ctrl or ⌘. */
  readonly keys: string | null;
  /** A second way to the same. */
  readonly also?: string;
  readonly enabled: (state: SessionState, of: Session['of']) => boolean;
  readonly perform: Verb<unknown>;
}

type Readable = Pick<StoreApi<unknown>, 'getState' | 'getInitialState' | 'subscribe'>;
type StateOf<A extends Readable> = ReturnType<A['getState']>;

/** A store that every session has of its own, and the hook by which a view reads it. */
export interface Part<A extends Readable> extends Key<A> {
  (): StateOf<A>;
  <T>(select: (state: StateOf<A>) => T): T;
}

const Current = createContext<Session | null>(null);
export const SessionProvider = Current.Provider;

function useCurrent(): Session {
  const session = useContext(Current);
  if (!session) throw new Error('There is no session around this view.');
  return session;
}

/** How a view performs a verb. */
export const useAct = (): Session['act'] => useCurrent().act;

/** A verb as what a button takes. */
export function useVerb(verb: Verb<unknown>): () => void {
  const act = useAct();
  return () => void act(verb);
}

/** Whether something can be done now. */
export function useEnabled({ enabled }: Pick<Action, 'enabled'>): boolean {
  const { of } = useCurrent();
  return useSession((state) => enabled(state, of));
}

export function part<A extends Readable>(make: Key<A>['make']): Part<A> {
  const use = (select = (state: unknown) => state) => useStore(useCurrent().of(use as Part<A>), select);
  return Object.assign(use, { make }) as unknown as Part<A>;
}

/** What somebody decided, and what is known of it. */
export const useSession: Part<Session['store']> = part(({ store }) => store);

/** A part that holds what somebody chose. */
export const slice = <S>(initial: S): Part<StoreApi<S>> => part(() => createStore<S>(() => initial));

/** Chooses something else in a part. */
export const choose =
  <S extends object>(of: Part<StoreApi<S>>, choice: Partial<S>): Verb =>
  (session) =>
    session.of(of).setState(choice);

/** A question that somebody asks by a verb. */
export const asked = <R, T, P = never>(
  rules: (session: Session) => Parameters<typeof inquiry<R, T, P>>[0],
): Part<Inquiry<R, T, P>> => part((session) => inquiry(rules(session)));

/** Asks a question. */
export const askFor =
  <R, T, P>(inquiry: Part<Inquiry<R, T, P>>, request: R): Verb =>
  ({ of }) =>
    void of(inquiry).ask(request);

/** Gives up what is under way of a question; what is known stays. */
export const stopAsking =
  <R, T, P>(inquiry: Part<Inquiry<R, T, P>>): Verb =>
  ({ of }) =>
    of(inquiry).stop();

/**
 * What a view wants to know by itself, of which the session holds nothing: the answer to the latest request, and the
 * one of before until then.
 * @param ask always the same
 * @param pause milliseconds in which nothing else must be wanted
 */
export function useAnswer<R, T>(
  ask: (request: R) => Verb<Promise<T>>,
  request: R | null,
  pause = 0,
): Asked<R, T> {
  const act = useAct();
  const [one] = useState(() =>
    inquiry<R, T>({ ask: (wanted) => act(ask(wanted)), pause: () => pause, insists: true }),
  );
  useEffect(() => {
    if (request === null) one.clear();
    else if (!same(one.getState().asked, request)) void one.ask(request);
  });
  useEffect(() => one.stop, [one]);
  return useStore(one);
}

/** Changes of what is taken from the session. */
export const changesOf =
  ({ store }: Session, taken: (state: SessionState) => unknown): Source =>
  (listener) =>
    store.subscribe((now, before) => {
      if (taken(now) !== taken(before)) listener();
    });

type Rules<R, T, P> = Omit<ResourceRules<R, T, P>, 'of' | 'sources'> & {
  readonly of: (state: SessionState, held: R | null) => R | null | undefined;
  /** What it follows beside the view. */
  readonly sources?: readonly Source[];
};

/**
 * A question that a session asks itself while somebody looks. It follows the view, which changes once all that it shows
 * has been worked out, so that the engine is free again; a replay after a restart may have other numbers in the last
 * place.
 */
export const resource = <R, T, P = never>(
  rules: (session: Session) => Rules<R, T, P>,
): Part<Inquiry<R, T, P>> =>
  part((session) => {
    const { of, sources = [], ...rest } = rules(session);
    const { getState } = session.store;
    return resourceOf({
      stamp: () => getState().replay,
      ...rest,
      of: (held) => of(getState(), held),
      sources: [changesOf(session, ({ view }) => view), ...sources],
    });
  });
