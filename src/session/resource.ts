import { type Question, type ResourceRules, resource as resourceOf, type Source } from './ask';
import { type SessionState, useSession } from './store';

/** Changes of a part of the session. */
export const changesOf =
  (part: (state: SessionState) => unknown): Source =>
  (listener) =>
    useSession.subscribe((now, before) => {
      if (part(now) !== part(before)) listener();
    });

/** The view changes once all that it shows has been worked out, so the engine is free again. */
const viewChanges = changesOf(({ view }) => view);

type Rules<R, T, P> = Omit<ResourceRules<R, T, P>, 'of' | 'sources'> & {
  readonly of: (session: SessionState, held: R | null) => R | null | undefined;
  /** What it follows beside the view. */
  readonly sources?: readonly Source[];
};

/** A resource of the session; a replay after a restart may have other numbers in the last place. */
export const resource = <R, T, P = never>(rules: Rules<R, T, P>): Question<R, T, P> =>
  resourceOf({
    stamp: () => useSession.getState().replay,
    ...rules,
    of: (held) => rules.of(useSession.getState(), held),
    sources: [viewChanges, ...(rules.sources ?? [])],
  });
