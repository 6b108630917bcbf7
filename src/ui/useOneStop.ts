import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

const FOCUSABLE = 'button:not(:disabled), a[href]';
const STEPS: Readonly<Record<string, (at: number, size: number) => number>> = {
  ArrowDown: (at, size) => Math.min(at + 1, size - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, size) => size - 1,
};

/**
 * Makes a long list one stop of the Tab key: the arrow keys go through it, and Tab leaves it (the roving tabindex of the ARIA
 * Authoring Practices). The stop is what is current, else where the focus was last, else the first.
 */
export function useOneStop<E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const ref = useRef<E | null>(null);
  const all = () => [...(ref.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  // After every drawing, since rows come and go.
  useEffect(() => {
    const found = all();
    const stop =
      found.find((one) => one === document.activeElement) ??
      found.find((one) => one.matches('[aria-current="true"], [aria-pressed="true"]')) ??
      found[0];
    for (const one of found) one.tabIndex = one === stop ? 0 : -1;
  });
  return {
    ref,
    onKeyDown(event) {
      const step = STEPS[event.key];
      const found = all();
      const at = found.indexOf(event.target as HTMLElement);
      if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = found[step(at, found.length)];
      for (const one of found) one.tabIndex = one === next ? 0 : -1;
      next.focus();
    },
  };
}
