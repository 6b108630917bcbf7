import type { Look } from './compose';
import { plainColor } from './plainColor';

/** Colours and font of the page as they are now. */
export function lookOfPage(): Look {
  return {
    paper: colorOf('var(--paper)'),
    ink: colorOf('var(--ink)'),
    soft: colorOf('var(--soft)'),
    family: getComputedStyle(document.body).fontFamily,
  };
}

/** A colour of a style sheet, such as `var(--ink)`, as it is now: `#rrggbb`. */
export function colorOf(css: string): string {
  const probe = document.createElement('span');
  probe.style.cssText = `color: ${css}; transition: none`;
  document.body.append(probe);
  try {
    return plainColor(getComputedStyle(probe).color)?.color ?? 'none';
  } finally {
    probe.remove();
  }
}

const SCHEME = 'data-mantine-color-scheme';

/** Does something while the page has its light colours, before the browser can show them. */
export function inLightColors<Result>(work: () => Result): Result {
  const root = document.documentElement;
  const scheme = root.getAttribute(SCHEME);
  // A colour on its way from one scheme to the other would be neither.
  const still = document.createElement('style');
  still.textContent = '* { transition: none !important }';
  document.head.append(still);
  root.setAttribute(SCHEME, 'light');
  try {
    return work();
  } finally {
    root.setAttribute(SCHEME, scheme ?? 'light');
    still.remove();
  }
}
