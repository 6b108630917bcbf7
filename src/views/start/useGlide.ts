import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Milliseconds. */
const GLIDE = 200;

/** Rows of a list, named by `data-item`, glide from where they were to where they are; new ones fade in. */
export function useGlide(list: RefObject<HTMLElement | null>): void {
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement);
    const before = places.current;
    places.current = new Map(rows.map((row) => [row.dataset.item ?? '', topOf(row)]));
    if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const row of rows) {
      const [from, to] = [before, places.current].map((all) => all.get(row.dataset.item ?? ''));
      if (from === to) continue;
      const start =
        from === undefined || to === undefined ? { opacity: 0 } : { transform: `translateY(${from - to}px)` };
      row.animate([start, { opacity: 1, transform: 'none' }], { duration: GLIDE, easing: 'ease-out' });
    }
  });
}

/** Where an element lies on the page, in pixels, wherever it glides just now. */
function topOf(element: HTMLElement): number {
  let top = 0;
  for (let at: Element | null = element; at instanceof HTMLElement; at = at.offsetParent) top += at.offsetTop;
  return top;
}
