import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

const FOCUSABLE = 'button:not(:disabled), a[href]';
type Step = (at: number, size: number) => number;
const on: Step = (at, size) => Math.min(at + 1, size - 1);
const back: Step = (at) => Math.max(at - 1, 0);

/** From row to row, to the first of each. */
const ROWS: Readonly<Record<string, Step>> = { ArrowDown: on, ArrowUp: back };
/** Through all of all rows. */
const ALL: Readonly<Record<string, Step>> = {
  ArrowRight: on,
  ArrowLeft: back,
  Home: () => 0,
  End: (_, size) => size - 1,
};

/**
 * Makes a long list, or a row of buttons, one stop of the Tab key: the arrow keys go through it, up and down from row to row, to the sides
 * through what a row holds, and Tab leaves it (the roving tabindex of the ARIA Authoring Practices). The stop is what is current, else where the focus was last, else the first.
 */
export function useOneStop<E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const ref = useRef<E | null>(null);
  const all = () =>
    [...(ref.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((one) =>
      // Asks for styles alone: a rectangle would have the whole page laid out after every drawing.
      one.checkVisibility(),
    );
  // After every drawing, since rows come and go.
  useEffect(() => {
    const found = all();
    const stop =
      found.find((one) => one === document.activeElement) ??
      found.find((one) =>
        one.matches('[aria-current="true"], [aria-current="page"], [aria-pressed="true"]'),
      ) ??
      found.find((one) => one.getAttribute('aria-disabled') !== 'true') ??
      found[0];
    for (const one of found) setTabIndex(one, one === stop ? 0 : -1);
  });
  return {
    ref,
    onKeyDown(event) {
      const found = all();
      const target = event.target as HTMLElement;
      if (!found.includes(target) || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = nextOf(event.key, found, target, [...(ref.current?.children ?? [])]);
      if (!next) return;
      event.preventDefault();
      for (const one of found) setTabIndex(one, one === next ? 0 : -1);
      next.focus();
    },
  };
}

/** Only where it is another: the same once more would have the styles of the row computed again. */
function setTabIndex(one: HTMLElement, tabIndex: number): void {
  if (one.tabIndex !== tabIndex || !one.hasAttribute('tabindex')) one.tabIndex = tabIndex;
}

/** Where a key leads; nowhere where it is none of those that go through a list. */
function nextOf(
  key: string,
  found: readonly HTMLElement[],
  from: HTMLElement,
  rows: readonly Element[],
): HTMLElement | undefined {
  if (key in ALL) return found[ALL[key](found.indexOf(from), found.length)];
  if (!(key in ROWS)) return undefined;
  const firsts = rows.flatMap((row) => found.find((one) => row.contains(one)) ?? []);
  const at = rows
    .filter((row) => firsts.some((one) => row.contains(one)))
    .findIndex((row) => row.contains(from));
  return firsts[ROWS[key](at, firsts.length)];
}
