/** The colours of the page, as a canvas needs them. */
export interface Palette {
  readonly person: string;
  readonly item: string;
  readonly paper: string;
  readonly line: string;
  readonly ink: string;
  readonly soft: string;
}

const NAMES = ['person', 'item', 'paper', 'line', 'ink', 'soft'] as const;

/** Read anew for each picture, since the scheme may have changed. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as unknown as Palette;
}
