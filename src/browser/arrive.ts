/** Where the focus goes when another view is shown: what was pressed in the old one is gone with it. */

export interface Arrival {
  /** A place of the view, by its `data-arrival`, which is scrolled to; null for its top, and what it says first. */
  readonly at: string | null;
  /** Whether a key led here from anywhere, the header too; else the focus is moved only where it was lost. */
  readonly byKey: boolean;
}

/** What is read first in a view: what it names itself, else what it found, else its first heading. */
const FIRST = ['main [data-skip]', 'main h1:not(.visually-hidden)', 'main .headline h2', 'main h2'];
/** After any of these somebody is elsewhere already. */
const MOVES = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

const seen = (selector: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility());

/** What is read first of the view that is shown; undefined as long as it has nothing to say. */
export function firstOf(): HTMLElement | undefined {
  for (const selector of FIRST) {
    const found = seen(selector);
    if (found) return found;
  }
  return undefined;
}

/** Focuses anything, a heading too. */
export function focusOn(target: HTMLElement): void {
  // Of what nobody reaches this makes something that can be focused; what they reach stays where it was in the order.
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

let leave = (): void => {};

/**
 * Puts the focus on a place of the view that is about to be drawn, as soon as that is there: its code or its answer may take
 * a while, and what stood there meanwhile may be replaced. It ends with the next thing that somebody does.
 */
export function arrive({ at, byKey }: Arrival): void {
  leave();
  scrollTo(0, 0);
  const old = document.querySelector('main');
  const had = document.activeElement;
  let target: HTMLElement | undefined;
  const look = () => {
    const now = document.activeElement;
    const lost = now === null || now === document.body;
    if (!lost && now !== target && !(byKey && now === had)) return;
    if (document.querySelector('main') === old) return;
    const found = at === null ? firstOf() : seen(`[data-arrival="${at}"]`);
    if (!found || (found === target && !lost)) return;
    target = found;
    focusOn(found);
    // Where it stands in the upper half already, nothing has to move.
    if (at !== null && found.getBoundingClientRect().top > innerHeight / 2) found.scrollIntoView();
  };
  const watch = new MutationObserver(look);
  // The key or press that leads here is still on its way.
  const listen = setTimeout(() => {
    for (const one of MOVES) addEventListener(one, end, { capture: true, passive: true });
  });
  const end = () => {
    clearTimeout(listen);
    watch.disconnect();
    for (const one of MOVES) removeEventListener(one, end, true);
  };
  leave = end;
  watch.observe(document.body, { childList: true, subtree: true });
  requestAnimationFrame(look);
}
