import { createRoot } from 'react-dom/client';
import { arrive } from './browser/arrive';
import { drawn } from './browser/drawn';
import { painted } from './browser/painted';
import { createEngineClient, type EngineClient } from './engine/client';
import type { BackendName } from './engine/start';
import { lessonIn, SHEET, sheetIn, TEACH, teaches } from './session/lessonAddress';
import { listenForKeys } from './session/listenForKeys';
import { open } from './session/opening';
import { openPlay } from './session/play';
import { playHash, playIn } from './session/playAddress';
import { keepLog, putAside } from './session/saved';
import { createSession, type Keeping, type Verb } from './session/session';
import { watchStart } from './session/stall';
import { bearTranslators } from './ui/translators';
import { App } from './views/App';
import { allActions, VIEWS } from './views/registry';

const BACKENDS: readonly BackendName[] = ['webgpu', 'wasm', 'cpu'];

/** The page itself, on an engine that has begun to read its bundle. */
export function show(root: HTMLElement, engine: EngineClient, bundleUrl: string): void {
  bearTranslators();
  let begun: EngineClient | null = engine;
  const another = (): EngineClient => {
    const one = begun ?? createEngineClient();
    begun = null;
    return one;
  };
  const session = createSession(another, {
    screens: VIEWS,
    bundleUrl,
    backend: BACKENDS.find((name) => name === new URLSearchParams(location.search).get('backend')) ?? null,
    keeping: keepingFor(location),
    address: () => location.href,
    setAddress: (url) => history.replaceState(null, '', url),
    scrollToTop: () => scrollTo(0, 0),
    arrive,
    drawn: async () => {
      // No view is drawn before its code is there; one that does not come is told where it stands.
      const { screen } = session.store.getState();
      await VIEWS.find(({ name }) => name === screen)
        ?.load()
        .catch(() => {});
      await drawn();
    },
    painted,
  });
  createRoot(root).render(<App session={session} />);
  session.act(listenForKeys(allActions));
  // A link pasted into the address bar of an open page is a new start.
  addEventListener('hashchange', () => location.reload());
  session.act(watchStart());
  void session.act(open(hashOf(location)));
}

/** What an address opens; one for a class, where nothing else is named in it, what it is for. */
function hashOf(address: Location): string {
  const play = playIn(address);
  if (play) return playHash(play, address.hash);
  return address.hash || (sheetIn(address) ? `#view=${SHEET}` : teaches(address) ? `#view=${TEACH}` : '');
}

/** In a lesson nothing is kept but its record, in free play nothing but the address: what somebody wrote of their own stays as it is. */
function keepingFor({ search, hash }: Location): Keeping {
  const asked = lessonIn({ search });
  const play = playIn({ search });
  const putNothing: Keeping['putAside'] = () => () => true;
  const nothing = async () => {};
  if (play) return { opened: openPlay(play), failed: nothing, putAside: putNothing };
  if (!asked) return { opened: keepLog, failed: nothing, putAside };
  const lesson: Verb<Promise<void>> = async (session) => {
    const { openLesson } = await import('./session/lesson');
    await session.act(openLesson(asked, hash.length > 1));
  };
  return { opened: () => lesson, failed: lesson, putAside: putNothing };
}
