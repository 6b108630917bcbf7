import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { deletedIn, reviewsIn } from '../engine/edits';
import type { EffectRequest } from '../engine/questions/effect';
import type { TimelineRequest } from '../engine/questions/timeline';
import { type FakeEngine, fakeEngines } from '../engine/testing/fakeEngine';
import { review } from '../engine/testing/review';
import { useAttended } from './attended';
import { useCompared } from './compare';
import { setSizing, useLeftOut } from './leftOut';
import { useMap } from './map';
import type { Key, Session } from './session';
import { drain, openSession, settle } from './testing/openSession';
import { pick, setSide, useDrawn, usePickedEffect, useTimeline, useWaterfall } from './timeline';
import { addReviews, editDraft, removeReview, selectItem, selectPerson, setAt, setAxes } from './verbs';

// Links of plain JSON: what real ones are made of is tested beside them.
vi.mock('./link', async () => (await import('./testing/plainLinks')).plainLinks);

let make: () => FakeEngine;
let engine: FakeEngine;
let session: Session;
/** What was asked since the last look, beside what the view takes. */
let asked: { readonly name: string; readonly request: unknown }[] = [];
const names = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { name } of asked.splice(0)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

/** Answers at once: the history is the reviews of the log, and whatever else is what was asked. */
const answers = {
  timeline: ({ log, side, id }: TimelineRequest) => ({
    entries: reviewsIn(log)
      .filter(({ person, item }) => (side === 'user' ? person : item) === id)
      .filter(({ key }) => !deletedIn(log).has(key))
      .map(({ key, item }) => ({ key, itemName: item, remaining: 1 })),
  }),
  effect: ({ key }: EffectRequest) => ({ cause: { key } }),
  reasons: (request: unknown) => request,
  leaveOneOut: () => ({ entries: [] }),
  stopLeaveOneOut: () => {},
  compare: (request: unknown) => request,
  map: (request: unknown) => request,
  attend: () => [],
};

const client = () => ({
  ...engine.client,
  ...Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      async (request: never) => {
        asked.push({ name, request });
        return answer(request);
      },
    ]),
  ),
});

/** All is answered, and what waits for a moment to come to rest is asked. */
async function rest(): Promise<void> {
  await drain(engine);
  await vi.runAllTimersAsync();
  await drain(engine);
}

const looks: (() => void)[] = [];
const look = (...resources: Key<{ subscribe(listener: () => void): () => void }>[]) => {
  looks.push(...resources.map((one) => session.of(one).subscribe(() => {})));
};
const lookAway = () => {
  for (const leave of looks.splice(0)) leave();
};

vi.useFakeTimers({ toFake: ['setTimeout'] });
beforeAll(async () => {
  make = await fakeEngines();
});
beforeEach(async () => {
  lookAway();
  engine = make();
  session = await openSession({ client: client() } as unknown as FakeEngine, {
    person: 'u1',
    item: 'i1',
    log: [review('s1', { person: 'u1' }), review('s2', { person: 'u1' })],
  });
  await drain(engine);
  asked = [];
});

const onTimeline = () => look(useDrawn, useWaterfall, usePickedEffect, useLeftOut, useCompared);

describe('what a view asks', () => {
  it('is each question once, and for a review each once more', async () => {
    onTimeline();
    await rest();
    // Of the histories one is that of the data, which is compared with.
    expect(names()).toEqual({ timeline: 3, reasons: 1, effect: 1, compare: 1 });
    session.act(addReviews([review('s3', { person: 'u1' })]));
    await rest();
    expect(names()).toEqual({ timeline: 2, reasons: 1, effect: 1, compare: 1 });
  });

  it('is nothing where only the side, the mark or the axes of another are chosen', async () => {
    onTimeline();
    await rest();
    names();
    session.act(setAxes('people'));
    session.store.setState({ view: { ...session.store.getState().view } as never });
    await rest();
    expect(names()).toEqual({});
    session.act(pick('s2'));
    await rest();
    expect(names()).toEqual({ effect: 1 });
    expect(session.of(usePickedEffect).getState().answer).toEqual({ cause: { key: 's2' } });
    session.act(setSide('item'));
    await rest();
    expect(names()).toEqual({ timeline: 1, effect: 1 });
  });

  it('is nothing while nobody looks, and then what has changed', async () => {
    onTimeline();
    look(useMap);
    await rest();
    lookAway();
    names();
    for (const item of ['i2', 'i3', 'i4']) {
      session.act(selectItem(item));
      await drain(engine);
    }
    await rest();
    expect(names()).toEqual({});
    look(useMap);
    await rest();
    expect(names()).toEqual({ map: 1 });
    // Back at what it was when one left.
    lookAway();
    session.act(selectItem('i1'));
    await drain(engine);
    onTimeline();
    await rest();
    expect(names()).toEqual({});
  });

  it('is never about an interaction that has gone', async () => {
    onTimeline();
    await rest();
    session.act(pick('s2'));
    await rest();
    names();
    session.act(removeReview('s2'));
    await rest();
    expect(names()).toEqual({ timeline: 2, reasons: 1, compare: 1 });
    expect(session.of(useTimeline).getState().picked).toBeNull();
    expect(session.of(usePickedEffect).getState().answer).toBeNull();
  });

  it('is about the heaviest mark of whoever is chosen while nobody looks, and “nothing” only where that was chosen', async () => {
    onTimeline();
    await rest();
    const picked = () => session.of(useTimeline).getState().picked;
    const linked = () => session.store.getState().settings.picked;
    const goTo = async (person: string) => {
      lookAway();
      session.act(selectPerson(person));
      await drain(engine);
      onTimeline();
      // What is told of somebody else does not stand there meanwhile.
      expect(session.of(useDrawn).getState().answer).toBeNull();
      await rest();
    };
    session.act(addReviews([review('s3', { person: 'u2' })]));
    await rest();
    expect(picked()).toBe('s1');
    await goTo('u2');
    expect([picked(), linked()]).toEqual(['s3', 's3']);
    expect(session.of(usePickedEffect).getState().answer).toEqual({ cause: { key: 's3' } });
    session.act(pick(null));
    expect([picked(), linked()]).toEqual([null, 'none~user~u2']);
    // It was said of another history.
    await goTo('u1');
    expect([picked(), linked()]).toEqual(['s1', 's1']);
  });

  it('follows a moment that is dragged through, what is dear only where that rests', async () => {
    onTimeline();
    await rest();
    names();
    for (const at of ['s1', 's2', null, 's1']) {
      session.act(setAt(at));
      await drain(engine);
    }
    await rest();
    const { timeline, effect, compare } = names();
    expect(timeline).toBeGreaterThan(1);
    expect({ effect, compare }).toEqual({ effect: 1, compare: 1 });
  });

  it('is leave-one-out only while it is wanted, and its answer stays until the history changes', async () => {
    onTimeline();
    await rest();
    names();
    session.act(setSizing('without'));
    await settle();
    session.act(setSizing('left'));
    session.act(setSizing('without'));
    await rest();
    expect(names()).toEqual({ leaveOneOut: 1 });
    session.act(setSizing('left'));
    expect(session.of(useLeftOut).getState().answer).not.toBeNull();
    session.act(addReviews([review('s3', { person: 'u1' })]));
    await rest();
    expect(names()).not.toHaveProperty('leaveOneOut');
    expect(session.of(useLeftOut).getState().answer).toBeNull();
  });

  it('is what the words of a draft do, once for a text and what it meets', async () => {
    look(useAttended);
    for (const text of ['g', 'go', 'good']) session.act(editDraft({ text }));
    await rest();
    expect(names()).toEqual({ attend: 1 });
    session.act(selectItem('i5'));
    await rest();
    expect(names()).toEqual({ attend: 1 });
    session.act(editDraft({ text: '' }));
    expect(session.of(useAttended).getState().answer).toBeNull();
  });
});
