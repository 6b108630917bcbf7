import { describe, expect, it } from 'vitest';
import type { View } from '../engine/questions/view';
import type { SimulatedInteraction } from '../engine/simulatedLog';
import { loopIn } from './loop';
import type { SessionState } from './session';
import { newSession } from './testing/openSession';
import { undoable } from './undoable';

const session = (candidates: number, change: Partial<SessionState> = {}): SessionState => ({
  ...newSession({}).store.getState(),
  person: 'u1',
  view: { candidates } as View,
  start: { dataset: { counts: { items: 60 } } } as SessionState['start'],
  ...change,
});

describe('who goes through the rounds, and how many', () => {
  it('offers no more rounds than leave something to recommend', () => {
    const chosen = (rounds: number, candidates: number) =>
      loopIn({ who: 'chosen', rounds }, session(candidates));
    expect(chosen(10, 1500)).toEqual({ person: 'u1', offered: [5, 10, 20], rounds: 10 });
    expect(chosen(20, 20)).toMatchObject({ offered: [5, 10], rounds: 10 });
    expect(chosen(20, 5)).toMatchObject({ offered: [], rounds: null });
  });

  it('gives somebody new a name that nobody has, and all items', () => {
    const review: SimulatedInteraction = {
      key: 's1',
      person: 'new-1',
      item: 'i1',
      rating: 3,
      aspects: [],
      text: '',
    };
    const loop = { who: 'new', rounds: 20 } as const;
    expect(loopIn(loop, session(0))).toEqual({ person: 'new-1', offered: [5, 10, 20], rounds: 20 });
    expect(loopIn(loop, session(0, { history: undoable([review]) }))).toMatchObject({ person: 'new-2' });
    expect(loopIn(loop, session(0, { person: 'new-1' }))).toMatchObject({ person: 'new-2' });
  });
});
