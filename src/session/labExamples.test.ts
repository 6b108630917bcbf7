import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../engine/questions/view';
import { useColdStart, useGoalSeek } from './experiments';
import { nowOf, useColdExample, useGoalExample, useLoopExample } from './labExamples';
import { runCold } from './labs';
import type { Session, SessionState } from './session';
import { newSession, settle } from './testing/openSession';

let session: Session;
/** Experiments that are under way: each is answered by hand. */
let running: { readonly name: string; readonly end: () => void }[];

const view = {
  candidates: 50,
  person: { history: [{ key: 'b1', itemName: 'One', rating: 3, remaining: 1, simulated: false }] },
  item: null,
  recommendations: Array.from({ length: 10 }, (_, k) => ({
    rank: k + 1,
    item: { id: `i${k}`, name: `Item ${k}` },
  })),
} as unknown as View;

beforeEach(() => {
  running = [];
  const asks = (name: string) => () =>
    new Promise((resolve) => running.push({ name, end: () => resolve({ name }) }));
  session = newSession({
    coldStart: asks('coldStart'),
    goalSeek: asks('goalSeek'),
    feedbackLoop: asks('feedbackLoop'),
    stopExperiment: async () => {},
  } as never);
  session.store.setState({
    person: 'u1',
    view,
    start: { dataset: { counts: { items: 60 } } } as SessionState['start'],
  });
});

const look = () => {
  const ends = [useColdExample, useGoalExample, useLoopExample].map((one) =>
    session.of(one as typeof useColdExample).subscribe(() => {}),
  );
  return () => ends.forEach((end) => void end());
};
const names = () => running.map(({ name }) => name);
const answer = async (k: number) => {
  running[k].end();
  await settle();
};

describe('the smallest case of each experiment', () => {
  it('is worked out once somebody looks, one after the other', async () => {
    expect(names()).toEqual([]);
    look();
    await settle();
    expect(names()).toEqual(['coldStart']);
    await answer(0);
    expect(names()).toEqual(['coldStart', 'goalSeek']);
    await answer(1);
    await answer(2);
    expect(names()).toEqual(['coldStart', 'goalSeek', 'feedbackLoop']);
    expect(session.of(useLoopExample).getState().answer).toEqual({ name: 'feedbackLoop' });
    // What somebody runs is another matter.
    expect(session.of(useGoalSeek).getState().asked).toBeNull();
  });

  it('is worked out anew for whoever is chosen while nobody looks, again one after the other', async () => {
    const lookAway = look();
    for (const k of [0, 1, 2]) await answer(k);
    lookAway();
    session.store.setState({ person: 'u2', view: { ...view } });
    const known = () =>
      [useColdExample, useGoalExample, useLoopExample].map((one) => {
        const asked = session.of(one as typeof useColdExample).getState();
        return nowOf(asked, session.store.getState());
      });
    // What was found of somebody else is nothing to show, while it waits for its turn either.
    expect(known()).toEqual([null, null, null]);
    look();
    await settle();
    expect(names().slice(3)).toEqual(['coldStart']);
    expect(known()).toEqual([null, null, null]);
    for (const k of [3, 4, 5]) await answer(k);
    expect(names().slice(3)).toEqual(['coldStart', 'goalSeek', 'feedbackLoop']);
    expect(known()).toEqual([{ name: 'coldStart' }, { name: 'goalSeek' }, { name: 'feedbackLoop' }]);
  });

  it('waits while somebody runs an experiment', async () => {
    session.act(runCold);
    look();
    await settle();
    expect(names()).toEqual(['coldStart']);
    expect(session.of(useColdStart).getState().asking).toBe(true);
    await answer(0);
    expect(names()).toEqual(['coldStart', 'coldStart']);
  });

  it('is given up when nobody looks any more', async () => {
    look()();
    await settle();
    expect(session.of(useColdExample).getState().asking).toBe(false);
    expect(names().filter((name) => name !== 'coldStart')).toEqual([]);
  });
});
