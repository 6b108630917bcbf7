import type { Look } from './compose';
import { type Found, findAll } from './find';

const SCHEME = 'data-mantine-color-scheme';

/** The things of the view and the colours of the page, as seen at one moment. */
export interface Snapshot {
  readonly found: readonly Found[];
  readonly look: Look;
}

/** Looks at the view; in light colours, if asked, whatever it has on the screen. */
export function takeSnapshot(light: boolean): Snapshot {
  const root = document.documentElement;
  const scheme = root.getAttribute(SCHEME);
  if (!light || scheme === 'light') return seen();
  // A colour on its way from one scheme to the other would be neither.
  const still = document.createElement('style');
  still.textContent = '* { transition: none !important }';
  document.head.append(still);
  root.setAttribute(SCHEME, 'light');
  try {
    return seen();
  } finally {
    root.setAttribute(SCHEME, scheme ?? 'light');
    still.remove();
  }
}

function seen(): Snapshot {
  const page = getComputedStyle(document.documentElement);
  const color = (name: string): string => page.getPropertyValue(name).trim();
  const family = getComputedStyle(document.body).fontFamily;
  return {
    found: findAll(),
    look: { paper: color('--paper'), ink: color('--ink'), soft: color('--soft'), family },
  };
}
