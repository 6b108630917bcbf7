import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeEngines } from '../engine/testing/fakeEngine';
import { actions } from './actions';
import type { Session } from './session';
import { drain, openSession } from './testing/openSession';
import { addEmptyReview, addReview, editDraft, selectItem } from './verbs';

// Links of plain JSON: what real ones are made of is tested beside them.
vi.mock('./link', async () => (await import('./testing/plainLinks')).plainLinks);

let session: Session;
const get = () => session.store.getState();
const added = () => get().history.present;

let make: Awaited<ReturnType<typeof fakeEngines>>;
beforeAll(async () => {
  make = await fakeEngines();
});
beforeEach(async () => {
  const engine = make();
  session = await openSession(engine, { person: 'u1', item: 'i2' });
  await drain(engine);
});

it('a review that says nothing is added by an act of its own alone', () => {
  expect(actions.addReview.enabled(get(), session.of)).toBe(false);
  session.act(addReview);
  expect(added()).toEqual([]);
  session.act(addEmptyReview);
  expect(added()).toMatchObject([{ item: 'i2', text: '', rating: null }]);
});

it('a text of spaces says nothing, a rating or an aspect does', () => {
  session.act(editDraft({ text: '  ' }));
  session.act(addReview);
  expect(added()).toEqual([]);
  session.act(editDraft({ rating: 4 }));
  expect(actions.addReview.enabled(get(), session.of)).toBe(true);
  session.act(addReview);
  expect(added()).toMatchObject([{ item: 'i2', rating: 4, text: '' }]);
  // It is no empty one that somebody meant to add.
  session.act(editDraft({ text: 'good' }));
  session.act(addEmptyReview);
  expect(added()).toHaveLength(1);
});

it('what was begun in the item box is never added as a review of another item', () => {
  session.act(editDraft({ sought: 'Heine', rating: 4 }));
  session.act(addReview);
  expect(added()).toEqual([]);
  expect(get().draft).toMatchObject({ sought: 'Heine', refused: true, rating: 4 });
  session.act(editDraft({ item: 'i3', sought: null, refused: false }));
  session.act(addReview);
  expect(added()).toMatchObject([{ item: 'i3', rating: 4 }]);
});

it('an empty review is refused too while the item box names no item', () => {
  session.act(editDraft({ sought: 'Heine' }));
  session.act(addEmptyReview);
  expect(added()).toEqual([]);
  expect(get().draft.refused).toBe(true);
});

it('an item that is chosen elsewhere ends what was begun in the item box', () => {
  session.act(editDraft({ sought: 'Heine', rating: 4 }));
  session.act(selectItem('i5'));
  session.act(addReview);
  expect(added()).toMatchObject([{ item: 'i5', rating: 4 }]);
});
