import { describe, expect, it } from 'vitest';
import { UnreadDrop } from '../browser/files';
import { openDropped } from './exchange';
import { dismissNotice } from './notice';
import { useOwnSet } from './ownSet';
import { usePlay } from './play';
import { useSaved } from './savedState';
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

describe('where a link keeps the page to one data set', () => {
  const file = (name: string, text: string) => ({ path: name, file: new File([text], name) });

  it('says above the screen why what was dropped is not opened: the gallery stays closed', async () => {
    const { act, dispatch, of, store } = newSession({
      takeOwn: () => Promise.reject(new Error('It is not asked for.')),
    });
    dispatch({ type: 'fixed', fixed: true });
    const told = () => store.getState().notice.map(({ is }) => is);
    await act(openDropped(Promise.reject(new UnreadDrop('my-set/locked', 'denied'))));
    expect(told()).toEqual(['refused-set']);
    expect(store.getState().notice[0]).toMatchObject({ why: { file: 'my-set/locked', remedy: 'access' } });
    await act(dismissNotice);
    await act(openDropped(Promise.resolve([])));
    expect(store.getState().notice[0]).toMatchObject({ why: { file: 'manifest.json', remedy: 'folder' } });
    await act(dismissNotice);
    await act(openDropped(Promise.resolve([file('set.zip', '')])));
    expect(told()).toEqual(['fixed-dataset']);
    expect(store.getState().galleryOpen).toBe(false);
    expect(of(useOwnSet).getState().opening).toBeNull();
  });

  it('says of a log that is none where it can be seen, also where what opens one is hidden', async () => {
    const { act, of, store } = newSession({});
    store.setState({ start: { dataset: { id: 'teas' } } as never });
    of(usePlay).setState({ hide: ['log-file'] });
    await act(openDropped(Promise.resolve([file('no.json', '{"schema":99}')])));
    expect(store.getState().notice.map(({ is }) => is)).toContain('unchanged');
    expect(of(useSaved).getState().report).toBeNull();
    of(usePlay).setState({ hide: [] });
    await act(dismissNotice);
    await act(openDropped(Promise.resolve([file('no.json', '{"schema":99}')])));
    expect(store.getState().notice).toEqual([]);
    expect(of(useSaved).getState().report).not.toBeNull();
  });
});
