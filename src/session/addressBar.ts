import { copyText } from '../browser/clipboard';
import { same } from './ask';
import { noteLeft } from './left';
import { encodeLink, type LinkState } from './link';
import type { Session, SessionState, Verb } from './session';
import { viewed } from './view';

function linkStateOf(state: SessionState): LinkState {
  const { screen, person, item, at, axes, settings, numbers, history, start } = state;
  const { present: log, times } = history;
  const model = start?.dataset.modelHash ?? null;
  return { screen, person, item, at, axes, settings, numbers, log, times, model };
}

async function urlOf({ around }: Session, state: LinkState): Promise<string> {
  const url = new URL(around.address());
  url.hash = await encodeLink(state, around.screens);
  return url.href;
}

/** The address of what is on the screen now. */
export const currentUrl: Verb<Promise<string>> = (session) =>
  urlOf(session, linkStateOf(session.store.getState()));

/** Puts what somebody decided into the address, once it is shown or cannot be, so that the address is always the link. */
export const followAddress: Verb = (session) => {
  const { store, of, around } = session;
  let last: LinkState | null = null;
  const write = async () => {
    const state = linkStateOf(store.getState());
    const { asking, asked } = of(viewed).getState();
    // Of moments that are passed through, none is a place to come back to.
    if (asking || asked?.at !== state.at || same(state, last)) return;
    last = state;
    const url = await urlOf(session, state);
    // A browser takes its time for an address, and what it leads to is looked at first.
    await around.painted();
    if (last !== state) return;
    around.setAddress(url);
    const { start } = store.getState();
    if (start) noteLeft(url, start.dataset.name, state.log);
  };
  store.subscribe(() => void write());
  of(viewed).subscribe(() => void write());
};

/** Copies the link of what is on the screen now, even if the address has not caught up yet. */
export const copyLink: Verb<Promise<void>> = async (session) => {
  const url = await session.act(currentUrl);
  const { getState, setState } = session.store;
  if (await copyText(url)) setState({ copied: getState().copied + 1 });
  else setState({ notice: [{ is: 'copy-by-hand', url }] });
};
