import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Milliseconds. */
const GLIDE = 200;

/**
 * Rows of a list, named by `data-item`, glide from where they were in it to where they are; new ones fade in. Only as far
 * as they can be seen.
 */
export function useGlide(list: RefObject<HTMLElement | null>): void {
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement);
    const before = places.current;
    // Within the list: what grows above it moves all of it at once.
    places.current = new Map(rows.map((row) => [row.dataset.item ?? '', row.offsetTop - rows[0].offsetTop]));
    // What a row opens moves those below it, and is no change of the list.
    if ([...before.keys()].join('\n') === [...places.current.keys()].join('\n')) return;
    if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const gliding = rows.flatMap((row) => {
      const [from, to] = [before, places.current].map((all) => all.get(row.dataset.item ?? ''));
      return from === to ? [] : [{ row, from, to }];
    });
    if (gliding.length === 0) return;
    // All are measured before the first is moved, so that the page is laid out once.
    const seen = gliding.map(({ row, from = 0, to = 0 }) => inSight(row.getBoundingClientRect(), from - to));
    gliding.forEach(({ row, from, to }, k) => {
      if (!seen[k]) return;
      const start =
        from === undefined || to === undefined ? { opacity: 0 } : { transform: `translateY(${from - to}px)` };
      row.animate([start, { opacity: 1, transform: 'none' }], { duration: GLIDE, easing: 'ease-out' });
    });
  });
}

/** Whether something is to be seen where it is, or on its way there from so many pixels below. */
const inSight = ({ top, bottom }: DOMRect, below: number): boolean =>
  bottom + Math.max(below, 0) > 0 && top + Math.min(below, 0) < window.innerHeight;
