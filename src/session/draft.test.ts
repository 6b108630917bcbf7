import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeEngines } from '../engine/testing/fakeEngine';
import { actions } from './actions';
import { addEmptyReview, addReview, editDraft, selectItem, useSession } from './store';
import { drain, openSession, stubWindow } from './testing/openSession';

// Links of plain JSON: what real ones are made of is tested beside them.
vi.mock('./link', async () => (await import('./testing/plainLinks')).plainLinks);

const { getState: get } = useSession;
const added = () => get().history.present;

let make: Awaited<ReturnType<typeof fakeEngines>>;
beforeAll(async () => {
  make = await fakeEngines();
  stubWindow();
});
beforeEach(async () => {
  const engine = make();
  await openSession(engine, { person: 'u1', item: 'i2' });
  await drain(engine);
});

it('a review that says nothing is added by an act of its own alone', () => {
  expect(actions.addReview.enabled(get())).toBe(false);
  addReview();
  expect(added()).toEqual([]);
  addEmptyReview();
  expect(added()).toMatchObject([{ item: 'i2', text: '', rating: null }]);
});

it('a text of spaces says nothing, a rating or an aspect does', () => {
  editDraft({ text: '  ' });
  addReview();
  expect(added()).toEqual([]);
  editDraft({ rating: 4 });
  expect(actions.addReview.enabled(get())).toBe(true);
  addReview();
  expect(added()).toMatchObject([{ item: 'i2', rating: 4, text: '' }]);
  // It is no empty one that somebody meant to add.
  editDraft({ text: 'good' });
  addEmptyReview();
  expect(added()).toHaveLength(1);
});

it('what was begun in the item box is never added as a review of another item', () => {
  editDraft({ sought: 'Heine', rating: 4 });
  addReview();
  expect(added()).toEqual([]);
  expect(get().draft).toMatchObject({ sought: 'Heine', refused: true, rating: 4 });
  editDraft({ item: 'i3', sought: null, refused: false });
  addReview();
  expect(added()).toMatchObject([{ item: 'i3', rating: 4 }]);
});

it('an empty review is refused too while the item box names no item', () => {
  editDraft({ sought: 'Heine' });
  addEmptyReview();
  expect(added()).toEqual([]);
  expect(get().draft.refused).toBe(true);
});

it('an item that is chosen elsewhere ends what was begun in the item box', () => {
  editDraft({ sought: 'Heine', rating: 4 });
  selectItem('i5');
  addReview();
  expect(added()).toMatchObject([{ item: 'i5', rating: 4 }]);
});
