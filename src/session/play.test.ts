import { describe, expect, it } from 'vitest';
import type { DatasetInfo } from '../engine/start';
import { hiddenIn, isClosed, openPlay, showEverything, staysHere, usePlay } from './play';
import { playIn } from './playAddress';
import type { Session } from './session';
import { newSession } from './testing/openSession';
import { selectPerson, setGallery } from './verbs';

const opened = async (search: string, person: string): Promise<Session> => {
  const session = newSession({});
  session.around.setAddress(`http://localhost/${search}`);
  const asked = playIn({ search });
  if (!asked) throw new Error('no free play');
  const link = { ...session.store.getState(), log: [], times: 1, model: null, problems: [], person };
  session.dispatch({ type: 'opened', link });
  await session.act(openPlay(asked)(link, {} as DatasetInfo));
  return session;
};

describe('free play', () => {
  it('hides the middle with all that stands in it, and the choosers with what is fixed', () => {
    expect(hiddenIn({ hide: ['nav'], fixed: false })).toEqual(['nav']);
    expect(hiddenIn({ hide: ['form', 'change', 'written', 'profiles', 'log-file'], fixed: false })).toContain(
      'middle',
    );
    expect(hiddenIn({ hide: [], fixed: true })).toEqual(['people', 'datasets']);
    expect([staysHere({ hide: [], fixed: false }), staysHere({ hide: ['nav'], fixed: false })]).toEqual([
      false,
      true,
    ]);
  });

  it('closes what stands in a hidden part, until all is shown', async () => {
    const session = await opened('?play&hide=nav,form', 'u1');
    const closed = (id: string) => session.act(isClosed({ id }));
    expect(['map', 'write-review', 'undo', 'new-person', 'help'].map(closed)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    session.act(showEverything);
    expect(['map', 'write-review'].map(closed)).toEqual([false, false]);
    expect(session.around.address()).toBe('http://localhost/?play');
  });

  it('keeps to one person and one data set, and says so', async () => {
    const session = await opened('?play&fixed&hide=cellar', 'u1');
    const { getState } = session.store;
    session.act(selectPerson('u2'));
    session.act(setGallery(true));
    expect(getState()).toMatchObject({ person: 'u1', galleryOpen: false });
    expect(getState().notice.map(({ is }) => is)).toEqual(['no-part', 'fixed-person']);
    session.act(showEverything);
    session.act(selectPerson('u2'));
    session.act(setGallery(true));
    expect(getState()).toMatchObject({ person: 'u2', galleryOpen: true });
  });

  it('gives somebody new the name of the link, and nobody else; that is no step to undo', async () => {
    const { store, of } = await opened('?play&name=Ana', 'new-1');
    expect(store.getState().history).toMatchObject({
      present: [{ edit: 'name', person: 'new-1', name: 'Ana' }],
      past: [],
    });
    expect(of(usePlay).getState()).toEqual({ hide: [], fixed: false, large: false });
    expect((await opened('?play&name=Ana', 'u1')).store.getState().history.present).toEqual([]);
  });
});
