/** Attributes that say what is chosen or pointed at. */
const CHOSEN = ['aria-pressed', 'aria-current', 'aria-selected', 'data-lit'] as const;

/** How a name that is cut on the page is written out. */
const WHOLE = '; white-space: normal; overflow: visible; text-overflow: clip; -webkit-line-clamp: none';

/**
 * Does something while a part of the page stands as it should on paper, before the browser can show it: nothing is chosen
 * or pointed at, no name is cut, nothing is scrolled.
 */
export function posed<Result>(root: Element, work: () => Result): Result {
  // A colour on its way from chosen to not would be neither.
  const still = document.createElement('style');
  still.textContent = '* { transition: none !important }';
  document.head.append(still);
  const undo = [root, ...root.querySelectorAll('*')].flatMap((one) => [
    ...unscrolled(one),
    ...unchosen(one),
    ...uncut(one),
  ]);
  try {
    return work();
  } finally {
    for (const step of undo.reverse()) step();
    still.remove();
  }
}

type Undo = () => void;

/** What is scrolled would lie below what is fixed. */
function unscrolled(one: Element): Undo[] {
  const place = one.scrollLeft;
  if (place <= 0) return [];
  one.scrollLeft = 0;
  return [
    () => {
      one.scrollLeft = place;
    },
  ];
}

const unchosen = (one: Element): Undo[] =>
  CHOSEN.flatMap((name) => {
    const value = one.getAttribute(name);
    if (value === null || value === 'false') return [];
    one.setAttribute(name, 'false');
    return [() => one.setAttribute(name, value)];
  });

function uncut(one: Element): Undo[] {
  if (!(one instanceof HTMLElement)) return [];
  const { textOverflow, webkitLineClamp = 'none' } = getComputedStyle(one);
  if (textOverflow !== 'ellipsis' && webkitLineClamp === 'none') return [];
  const style = one.getAttribute('style');
  one.style.cssText += WHOLE;
  return [() => (style === null ? one.removeAttribute('style') : one.setAttribute('style', style))];
}
