import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeEngines } from '../engine/testing/fakeEngine';
import { review } from '../engine/testing/review';
import type { Session } from './session';
import { beNew, NOTHING_SAID, ownReview, say, startAgain, typeOf, useStart } from './start';
import { drain, openSession } from './testing/openSession';
import { removeReview, selectPerson, stepHistory } from './verbs';

// Links of plain JSON: what real ones are made of is tested beside them.
vi.mock('./link', async () => (await import('./testing/plainLinks')).plainLinks);

let session: Session;
const get = () => session.store.getState();
const log = () => get().history.present;

let make: Awaited<ReturnType<typeof fakeEngines>>;
beforeAll(async () => {
  make = await fakeEngines();
});

async function open(link: Parameters<typeof openSession>[1]): Promise<void> {
  const engine = make();
  session = await openSession(engine, link);
  await drain(engine);
}
beforeEach(() => open({ person: 'new-1' }));

it('what is said is a review like any other, which Explore shows, and undo takes back', () => {
  session.act(say('i3', { rating: 5, text: ' smoky ' }));
  expect(log()).toMatchObject([{ key: 's1', person: 'new-1', item: 'i3', rating: 5, text: 'smoky' }]);
  expect(get()).toMatchObject({ person: 'new-1', item: 'i3', shown: 's1' });
  session.act(stepHistory('undo'));
  expect(log()).toEqual([]);
});

it('said once more of the same it is changed, of something else or once deleted it is another', () => {
  session.act(say('i3', { rating: 5, text: 'smoky' }));
  session.act(say('i3', { rating: 1, text: 'bitter' }));
  expect(log()).toMatchObject([{ key: 's1' }, { edit: 'change', key: 's1', rating: 1, text: 'bitter' }]);
  session.act(say('i4', { rating: null, text: 'malty' }));
  expect(log().at(-1)).toMatchObject({ key: 's2', item: 'i4' });
  session.act(removeReview('s1'));
  expect(ownReview(get(), 'i3')).toBeNull();
  session.act(say('i3', { rating: 2, text: '' }));
  expect(log().at(-1)).toMatchObject({ key: 's3', item: 'i3', rating: 2 });
});

it('nothing said is no review', () => {
  session.act(say('i3', NOTHING_SAID));
  session.act(say('i3', { rating: null, text: '  ' }));
  expect(log()).toEqual([]);
});

it('is about somebody new: who stays, the last of the log, or one of whom nothing is known', async () => {
  session.act(beNew);
  expect(get().person).toBe('new-1');
  session.act(selectPerson('u1'));
  session.act(beNew);
  expect(get().person).toBe('new-1');
  const written = [review('s1', { person: 'new-2' }), review('s2', { person: 'u2' })];
  await open({ person: 'u1', log: written });
  session.act(beNew);
  expect(get().person).toBe('new-2');
});

it('begins again with nothing written, typed or guessed', () => {
  session.act(typeOf('i3', { rating: 5, text: 'smoky' }));
  session.of(useStart).setState({ item: 'i3', guess: 'i4' });
  session.act(say('i3', { rating: 5, text: 'smoky' }));
  session.act(startAgain);
  expect(log()).toEqual([]);
  expect(session.of(useStart).getState()).toEqual({ item: null, typed: {}, guess: null, saidAt: null });
  expect(get().person).toBe('new-1');
});
