import { expect, it } from 'vitest';
import { UnreadDrop } from '../browser/files';
import { openDropped } from './exchange';
import { useOwnSet } from './ownSet';
import { newSession } from './testing/openSession';

it('says which dropped folder could not be read and what to do, and that an empty one holds no data set', async () => {
  const { act, of, store } = newSession({});
  const why = () => of(useOwnSet).getState().failure?.why;
  await act(openDropped(Promise.reject(new UnreadDrop('my-set/locked', 'denied'))));
  expect(why()).toEqual({
    kind: 'data',
    file: 'my-set/locked',
    place: null,
    problem: { is: 'unread', reason: 'denied' },
    remedy: 'access',
  });
  expect(store.getState().galleryOpen).toBe(true);
  await act(openDropped(Promise.resolve([])));
  expect(why()).toMatchObject({ file: 'manifest.json', problem: { is: 'missing' }, remedy: 'folder' });
  // What is no fault of the files is not taken for one.
  await expect(act(openDropped(Promise.reject(new Error('bug'))))).rejects.toThrow('bug');
});
