import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogEntry, SimulatedLog } from '../engine/simulatedLog';
import { type Echo, type FakeEngine, fakeEngines } from '../engine/testing/fakeEngine';
import { review } from '../engine/testing/review';
import { errorWords } from '../views/shared/problemWords';
import { saidWords } from '../views/shared/saidWords';
import { START } from './address';
import type { LinkState } from './link';
import type { Session } from './session';
import { drain, hashOf, openSession, settle } from './testing/openSession';
import { addEdit, addReviews, selectItem, selectPerson, setAt, showDifference, stepHistory } from './verbs';

// Links of plain JSON: what real ones are made of is tested beside them.
vi.mock('./link', async () => (await import('./testing/plainLinks')).plainLinks);

let session: Session;
const get = () => session.store.getState();
const present = () => get().history.present;
const asked = () => (get().view as unknown as Echo).asked;

let make: () => FakeEngine;
let engine: FakeEngine;
const aside: SimulatedLog[] = [];
const putAside = (log: SimulatedLog) => aside.push(log) > 0;

beforeAll(async () => {
  make = await fakeEngines();
});
beforeEach(() => {
  engine = make();
  aside.length = 0;
});

/** Answers questions until one of this name is the first. */
async function until(name: string): Promise<void> {
  while (engine.open[0] && engine.open[0].name !== name) {
    engine.answer(0);
    await settle();
  }
}

/** What is shown belongs to the session. */
function expectAtRest(): void {
  const { person, item, at, failure } = get();
  expect(failure).toBeNull();
  expect(asked()).toMatchObject({ person, item, at });
  expect(asked().log).toBe(present());
  expect(JSON.parse(hashOf(session))).toEqual({ log: present(), person, item, at });
}

/** 31 entries of which the sixteenth does not fit. */
const log: LogEntry[] = Array.from({ length: 31 }, (_, k) =>
  review(`s${k + 1}`, k === 15 ? { item: 'i99' } : { item: `i${k % 9}`, person: 'u1' }),
);
const sound = log.filter((_, k) => k !== 15);

describe('a link that was made with another model', () => {
  const inside: LogEntry[] = [
    { edit: 'clamp', side: 'user', d: 1, to: 0.5 },
    { edit: 'freeze', side: 'item', gate: 'reset', to: 0 },
  ];
  const reviews = [review('s1', { item: 'i3' }), review('s2', { item: 'i4' })];
  const numbers = [{ of: 'factor', person: 'u1', d: 1 }] as const;
  const link = { log: [reviews[0], ...inside, reviews[1]], person: 'u1', numbers };

  it('keeps its reviews and replays them; what was set inside that model is left out, and said', async () => {
    session = await openSession(engine, { ...link, model: 'f'.repeat(12) });
    await drain(engine);
    expectAtRest();
    expect(present()).toEqual(reviews);
    expect(get()).toMatchObject({ numbers: [], history: { past: [], future: [] } });
    expect(saidWords(get().notice)).toBe(
      'This link was made with another version of the model. The reviews were replayed with the present one, so numbers differ. What was set or opened inside that model means nothing in this one and was left out: 1 held dimension, 1 frozen gate and the number that was opened.',
    );
  });

  it('keeps all of it where it was made with this one, or does not say', async () => {
    const { modelHash } = engine.report.dataset;
    for (const model of [modelHash.slice(0, 12), null]) {
      engine = make();
      session = await openSession(engine, { ...link, model });
      await drain(engine);
      expect(present()).toEqual(link.log);
      expect(get().numbers).toEqual(numbers);
      expect(get().notice).toEqual([]);
    }
  });
});

describe('a log of which an entry does not fit', () => {
  it('keeps the sound ones, the click and the new review made while it is mended, and undo', async () => {
    session = await openSession(engine, { person: 'u1', item: 'i1' }, putAside);
    await drain(engine);
    session.act(addReviews(log.slice(0, 10) as never));
    await drain(engine);
    session.act(addReviews(log.slice(10) as never));
    // The view is refused, and the log being looked through.
    await until('check');
    session.act(selectPerson('u2'));
    await settle();
    engine.answer(0);
    await settle();
    session.act(selectItem('i3'));
    session.act(addReviews([review('s40')]));
    await drain(engine);
    expectAtRest();
    expect(present()).toEqual([...sound, review('s40')]);
    expect(get()).toMatchObject({ person: 'u2', item: 'i3', shown: 's40' });
    const notice = saidWords(get().notice);
    expect(notice).toContain('1 of 32 entries was left out (entry 16, item: no item has the id “i99”)');
    expect(notice).toContain('The whole log is kept in this browser as it was');
    expect(aside).toEqual([[...log, review('s40')]]);

    session.act(stepHistory('undo'));
    await drain(engine);
    expect(present()).toEqual(sound);
    session.act(stepHistory('undo'));
    await drain(engine);
    expect(present()).toEqual(log.slice(0, 10));
    session.act(stepHistory('redo'));
    session.act(stepHistory('redo'));
    await drain(engine);
    expect(present()).toEqual([...sound, review('s40')]);
    expectAtRest();
  });

  it('is mended as soon as a link has brought it, with person, item and moment, all named at once', async () => {
    const unfit: LogEntry[] = [
      ...log,
      { edit: 'mute', key: 's16', modality: 'text', muted: true },
      review('s32', { person: 'nobody' }),
    ];
    session = await openSession(engine, { log: unfit, person: 'ghost', item: 'i77', at: 's16' }, putAside);
    await drain(engine);
    expectAtRest();
    expect(present()).toEqual(sound);
    expect(get()).toMatchObject({ person: 'u0', item: null, at: null });
    const notice = saidWords(get().notice);
    expect(notice).toContain('3 of 33 entries were left out (entry 16, item: no item has the id “i99”');
    expect(notice).toContain('entry 32, key: the review “s16”, which it changes, was left out');
    expect(notice).toContain('entry 33, person: nobody has the id “nobody”');
    expect(notice).toContain('Nobody here has the id “ghost”');
    expect(notice).toContain('No item here has the id “i77”');
    expect(notice).toContain('no interaction “s16”, so the present is shown');
    expect(aside).toEqual([unfit]);
  });

  it('does not keep a page from starting that names nobody', async () => {
    session = await openSession(engine, { log });
    await drain(engine);
    expectAtRest();
    expect(present()).toEqual(sound);
  });

  it('shows the first of the list where an address names nobody and nothing, and no other time', async () => {
    const looked = async (link: Partial<LinkState>) => {
      const other = make();
      other.recommended = ['i4', 'i2'];
      const opened = await openSession(other, link);
      await drain(other);
      return opened.store.getState();
    };
    expect(await looked({})).toMatchObject({ person: 'u0', item: 'i4', at: null });
    expect((await looked({ person: 'u1' })).item).toBeNull();
    expect((await looked({ item: 'i1' })).item).toBe('i1');
    expect((await looked({ screen: START })).item).toBeNull();
  });

  it('stays as it is where it cannot be looked through', async () => {
    session = await openSession(engine, { person: 'u1' });
    await drain(engine);
    session.act(addReviews(log as never));
    await until('check');
    engine.giveUp();
    await drain(engine);
    expect(errorWords(get().failure?.error ?? null)).toBe('The engine stopped 5 times in a row: lost');
    expect(present()).toEqual(log);
    session.act(selectItem('i2'));
    await drain(engine);
    expectAtRest();
    expect(present()).toEqual(sound);
  });
});

describe('the latest click', () => {
  beforeEach(async () => {
    session = await openSession(engine, { person: 'u0', log: [review('s1'), review('s2')] });
    await drain(engine);
  });

  it('wins over an answer that was on its way', async () => {
    session.act(showDifference('s1'));
    await settle();
    engine.work(0);
    session.act(showDifference('s2'));
    await settle();
    engine.answer(1);
    engine.answer(0);
    await settle();
    expect(get().shown).toBe('s2');
    engine.crash(0);
    await drain(engine);
    expect(get()).toMatchObject({ shown: 's2', view: { change: { cause: { key: 's2' } } } });
    expectAtRest();
  });

  it('is asked again when an older question took over from it', async () => {
    session.act(selectItem('i1'));
    session.act(selectItem('i2'));
    await settle();
    engine.supersede(1);
    await drain(engine);
    expect(get().item).toBe('i2');
    expectAtRest();
  });

  it('is no second edit where it is pressed twice', async () => {
    session.act(addEdit({ edit: 'delete', key: 's1' }));
    session.act(addEdit({ edit: 'delete', key: 's1' }));
    session.act(addEdit({ edit: 'delete', key: 'b0' }));
    session.act(addEdit({ edit: 'mute', key: 'b0', modality: 'text', muted: true }));
    session.act(stepHistory('undo'));
    await drain(engine);
    expect(present().slice(2)).toEqual([{ edit: 'delete', key: 's1' }]);
    expect(get().notice).toEqual([]);
  });

  it('leaves the moment that goes with its interaction, without a word', async () => {
    session.act(setAt('s2'));
    await drain(engine);
    session.act(addEdit({ edit: 'delete', key: 's2' }));
    await drain(engine);
    expect(get()).toMatchObject({ at: null, notice: [] });
    session.act(addReviews([review('s3')]));
    session.act(setAt('s3'));
    await drain(engine);
    session.act(stepHistory('undo'));
    await drain(engine);
    expect(get()).toMatchObject({ at: null, notice: [] });
    expectAtRest();
  });
});
