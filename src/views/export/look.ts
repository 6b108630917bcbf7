import type { Look } from './compose';

/** Colours and font of the page as they are now. */
export function lookOfPage(): Look {
  const page = getComputedStyle(document.documentElement);
  const color = (name: string): string => page.getPropertyValue(name).trim();
  return {
    paper: color('--paper'),
    ink: color('--ink'),
    soft: color('--soft'),
    family: getComputedStyle(document.body).fontFamily,
  };
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
