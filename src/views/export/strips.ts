import type { Grid } from './grid';

/** A vector that is drawn as a strip: its name and its numbers, joined by spaces. */
export interface StripValues {
  readonly name: string;
  readonly values: string;
}

/** Strips side by side as columns, a row for each place; shorter ones end in nothing. */
export function gridOfStrips(strips: readonly StripValues[]): Grid {
  const vectors = strips.map(({ values }) => (values === '' ? [] : values.split(' ').map(Number)));
  const length = Math.max(0, ...vectors.map((vector) => vector.length));
  return {
    columns: ['place', ...strips.map(({ name }) => name)],
    rows: Array.from({ length }, (_, k) => [k, ...vectors.map((vector) => vector[k] ?? null)]),
  };
}

/** The strips within an element. */
export const stripsIn = (element: Element): StripValues[] =>
  Array.from(element.querySelectorAll<HTMLElement>('[data-values]'), (strip) => ({
    name: (strip.firstElementChild?.textContent ?? strip.dataset.symbol ?? '').trim(),
    values: strip.dataset.values ?? '',
  }));
