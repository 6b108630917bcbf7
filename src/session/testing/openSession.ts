import type { EngineClient } from '../../engine/client';
import type { SimulatedLog } from '../../engine/simulatedLog';
import type { FakeEngine } from '../../engine/testing/fakeEngine';
import type { LinkState } from '../link';
import { open } from '../opening';
import { createSession, type Session } from '../session';
import { SCREENS } from './screens';

/** All that is asked and answered without waiting for more. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A session that has not been opened, in a browser of which there is only an address. */
export function newSession(
  client: Partial<EngineClient>,
  putAside: (log: SimulatedLog) => boolean = () => true,
): Session {
  let address = 'http://localhost/';
  return createSession(() => client as EngineClient, {
    screens: SCREENS,
    bundleUrl: 'memory:',
    backend: null,
    keeping: {
      opened: () => async () => {},
      failed: async () => {},
      putAside: (log) => () => putAside(log),
    },
    address: () => address,
    setAddress: (url) => {
      address = url;
    },
    scrollToTop: () => {},
    arrive: () => {},
    drawn: async () => {},
    painted: async () => {},
  });
}

/** What a session wrote into its address. */
export const hashOf = ({ around }: Session): string =>
  decodeURIComponent(new URL(around.address()).hash.slice(1));

/** Opens a session on a fake engine; its questions are open. */
export async function openSession(
  engine: FakeEngine,
  link: Partial<LinkState>,
  putAside?: (log: SimulatedLog) => boolean,
): Promise<Session> {
  const session = newSession(engine.client, putAside);
  void session.act(open(JSON.stringify(link)));
  await settle();
  return session;
}

/** Answers all that is open, and what is asked then, in its order. */
export async function drain(engine: FakeEngine): Promise<void> {
  await settle();
  while (engine.open.length > 0) {
    engine.answer(0);
    await settle();
  }
}
