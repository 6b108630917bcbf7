/** The colours of the page and the size of its notes, as a canvas needs them. */
export interface Palette {
  readonly person: string;
  readonly item: string;
  readonly paper: string;
  readonly line: string;
  readonly ink: string;
  readonly soft: string;
  readonly font: string;
}

const NAMES = ['person', 'item', 'paper', 'line', 'ink', 'soft'] as const;

/** Read anew for each picture, since the scheme may have changed. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const colors = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return { ...Object.fromEntries(colors), font: `${style.fontSize} ${style.fontFamily}` };
}
