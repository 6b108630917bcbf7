import type { SimulatedLog } from '../engine/simulatedLog';
import { mended, questionOf } from './mend';
import { tell } from './notice';
import { key, type Session, type Verb } from './session';

const mending = key<{ now: Promise<boolean> | null }>(() => ({ now: null }));

/** Leaves out what the data set cannot take, and says so. Several may wait for it; true where something was left out. */
export const mend: Verb<Promise<boolean>> = (session) => {
  const one = session.of(mending);
  one.now ??= mendNow(session).finally(() => {
    one.now = null;
  });
  return one.now;
};

async function mendNow({ engine, store, around, dispatch, act }: Session): Promise<boolean> {
  for (;;) {
    const asked = store.getState();
    const check = await engine.check(questionOf(asked));
    const first = check.person ? null : await act(somebody([]));
    const now = store.getState();
    // What is clicked, written or undone meanwhile counts: it is looked through as well.
    if (PARTS.some((part) => now[part] !== asked[part])) continue;
    const made = mended(asked, check, first);
    if (!made) return false;
    const kept = made.before.map((log) => act(around.keeping.putAside(log)));
    dispatch({ type: 'replaced', by: made.now });
    act(tell(...made.leftOut));
    if (kept.length > 0 && kept.every(Boolean)) act(tell({ is: 'kept-whole' }));
    act(tell(...made.said));
    return true;
  }
}

const PARTS = ['history', 'person', 'item', 'at'] as const;

/** Somebody with a long history: the best first look. */
export const somebody =
  (log: SimulatedLog): Verb<Promise<string | null>> =>
  async ({ engine }) => {
    const people = await engine.searchPeople({ query: '', offset: 0, limit: 1, log });
    return people.rows[0]?.id ?? null;
  };
