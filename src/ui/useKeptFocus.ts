import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Focus stays in a list whose rows come and go: when the row that has it leaves, the row in its place takes it. A row that
 * only moves keeps it, as its elements stay.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
  const had = useRef<{ readonly row: Element; readonly place: number } | null>(null);
  useLayoutEffect(() => {
    const now = list.current;
    if (!now) return;
    const rowOf = (target: EventTarget | null): Element | undefined =>
      [...now.children].find((row) => target instanceof Node && row.contains(target));
    if (had.current && !had.current.row.isConnected && document.activeElement === document.body)
      now.children[Math.min(had.current.place, now.children.length - 1)]
        ?.querySelector<HTMLElement>('button, a, input')
        ?.focus({ preventScroll: true });
    // As it moves, so does its place.
    else if (had.current?.row.isConnected)
      had.current = { ...had.current, place: [...now.children].indexOf(had.current.row) };
    const note = (event: FocusEvent) => {
      const row = rowOf(event.target);
      had.current = row ? { row, place: [...now.children].indexOf(row) } : null;
    };
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null && !rowOf(relatedTarget)) had.current = null;
    };
    now.addEventListener('focusin', note);
    now.addEventListener('focusout', forget);
    return () => {
      now.removeEventListener('focusin', note);
      now.removeEventListener('focusout', forget);
    };
  });
}
