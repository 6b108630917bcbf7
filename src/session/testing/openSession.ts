import type { FakeEngine } from '../../engine/testing/fakeEngine';
import type { LinkState } from '../link';
import { startSession, useSession } from '../store';
import { SCREENS } from './screens';

/** The address that the session wrote last. */
export const address = { hash: '' };

/** What a session needs of a browser. */
export function stubWindow(): void {
  const replaceState = (_: unknown, __: string, url: string) => {
    address.hash = decodeURIComponent(new URL(url).hash.slice(1));
  };
  Object.assign(globalThis, {
    window: { location: { href: 'http://localhost/' }, history: { replaceState }, scrollTo: () => {} },
  });
}

/** All that is asked and answered without waiting for more. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const initial = useSession.getInitialState();

/** Opens a page on a fake engine, from the state before any; its questions are open. */
export async function openSession(
  engine: FakeEngine,
  link: Partial<LinkState>,
  putAside: Parameters<typeof startSession>[1]['putAside'] = () => true,
): Promise<void> {
  useSession.setState(initial, true);
  void startSession(() => engine.client, {
    bundleUrl: 'memory:',
    screens: SCREENS,
    backend: null,
    hash: JSON.stringify(link),
    opened: async () => {},
    putAside,
  });
  await settle();
}

/** Answers all that is open, and what is asked then, in its order. */
export async function drain(engine: FakeEngine): Promise<void> {
  await settle();
  while (engine.open.length > 0) {
    engine.answer(0);
    await settle();
  }
}
