import { type FocusEvent, type KeyboardEvent, type RefCallback, type RefObject, useCallback } from 'react';
import { painted } from '../browser/painted';

const FOCUSABLE = 'button:not(:disabled), a[href]';
/** What a row says of itself that may make it, or no longer let it be, the stop. */
const TELLING = ['aria-current', 'aria-pressed', 'aria-disabled', 'disabled', 'inert'];
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
 * @param list takes the element, too, where its owner needs it
 */
export function useOneStop<E extends HTMLElement>(
  list?: RefObject<E | null>,
): {
  readonly ref: RefCallback<E>;
  readonly onKeyDown: (event: KeyboardEvent<E>) => void;
  readonly onFocus: (event: FocusEvent<E>) => void;
} {
  const ref = useCallback(
    (root: E) => {
      if (list) list.current = root;
      arrange(root);
      // Rows come, go and change without their list being drawn. Where Tab goes nobody asks before they are to be seen.
      let waiting = false;
      const observer = new MutationObserver(async () => {
        if (waiting) return;
        waiting = true;
        await painted();
        waiting = false;
        arrange(root);
      });
      observer.observe(root, { subtree: true, childList: true, attributeFilter: TELLING });
      return () => {
        observer.disconnect();
        if (list) list.current = null;
      };
    },
    [list],
  );
  return {
    ref,
    onFocus({ currentTarget, target }) {
      const found = stopsIn(currentTarget);
      if (found.includes(target as HTMLElement)) setStop(found, target);
    },
    onKeyDown(event) {
      const { currentTarget, target, key } = event;
      const found = stopsIn(currentTarget);
      if (!found.includes(target as HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = nextOf(key, found, target as HTMLElement, [...currentTarget.children]);
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}

/** What can be seen; all while the whole list is hidden, so that it is one stop as soon as it shows. */
function stopsIn(root: HTMLElement): readonly HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)];
  // Asks for styles alone: a rectangle would have the whole page laid out at each change.
  const seen = all.filter((one) => one.checkVisibility() && !one.closest('[inert]'));
  return seen.length > 0 ? seen : all;
}

function arrange(root: HTMLElement): void {
  const found = stopsIn(root);
  setStop(
    found,
    found.find((one) => one === document.activeElement) ??
      found.find((one) =>
        one.matches('[aria-current="true"], [aria-current="page"], [aria-pressed="true"]'),
      ) ??
      found.find((one) => one.getAttribute('aria-disabled') !== 'true') ??
      found[0],
  );
}

function setStop(found: readonly HTMLElement[], stop: EventTarget | undefined): void {
  for (const one of found) {
    const tabIndex = one === stop ? '0' : '-1';
    // The same once more would have the styles of the row computed again.
    if (one.getAttribute('tabindex') !== tabIndex) one.setAttribute('tabindex', tabIndex);
  }
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
