import { type Shown, shownFigures } from '../../ui/figure/figure';
import type { Grid } from '../../ui/figure/grid';
import type { Caption } from './caption';
import type { Look } from './compose';
import { lookOfPage } from './look';
import { type Drawing, paint } from './paint';
import { readTable } from './readTable';
import { captionOf, unique } from './titles';

export type Found = Caption & { readonly key: string } & (
    | { readonly kind: 'figure'; readonly drawing: Drawing; readonly look: Look }
    | { readonly kind: 'table'; readonly grid: Grid }
    | { readonly kind: 'unreadable' }
  );

/** Smaller drawings are icons and samples of a legend, in pixels. */
const LEAST_SIDE = 60;
/** Where a drawing is a sign on something to press. */
const WITHIN = 'button, a, label, [data-figure] *';

/**
 * Everything of the present view that can be saved, in the order in which one reads. A figure is inline SVG, a canvas, or
 * what the attribute `data-figure` marks: a chart made of HTML, or a drawing together with its axes and its legend.
 */
export function findAll(): Found[] {
  const look = lookOfPage();
  const shown = shownFigures();
  const within = (element: Element | null): boolean =>
    element !== null && (shown.get(element)?.drawn || within(element.parentElement));
  const read = Array.from(document.querySelectorAll('main, [data-number-drawer]')).flatMap((place) =>
    Array.from(place.querySelectorAll('[data-figure], svg, canvas, table')),
  );
  const all = [...shown.keys(), ...read.filter((one) => !shown.has(one) && !within(one))];
  const found = all.sort(inOrder).flatMap((one) => {
    const figure = shown.get(one);
    return figure ? registered(one, figure, within(one.parentElement), look) : foundIn(one, look);
  });
  return unique(found).map((one, k) => ({ ...one, key: `${one.kind}-${k}` }));
}

type New = Found extends infer One ? (One extends Found ? Omit<One, 'key'> : never) : never;

const inOrder = (one: Element, other: Element): number =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** What a figure says of itself; one within another is not drawn twice. */
function registered(
  element: Element,
  { title, summary, drawn: draws, grid }: Shown,
  within: boolean,
  look: Look,
): New[] {
  const isSeen = element.checkVisibility() && !element.closest('.visually-hidden');
  const data = grid && isThere(element) ? grid() : null;
  return [
    ...(draws && isSeen && !within ? [{ title, summary, ...drawn(element, look) }] : []),
    ...(data && data.rows.length > 0 ? [{ title, summary, kind: 'table' as const, grid: data }] : []),
  ];
}

function foundIn(element: Element, look: Look): New[] {
  const found: New[] = [];
  const caption = captionOf(element);
  if (isFigure(element)) {
    found.push({ ...caption, ...drawn(element, look) });
  }
  if (element instanceof HTMLTableElement && isThere(element)) {
    const grid = readTable(element);
    if (grid.rows.length > 0) found.push({ ...caption, kind: 'table', grid });
  }
  return found;
}

type Drawn = { kind: 'figure'; drawing: Drawing; look: Look } | { kind: 'unreadable' };

function drawn(element: Element, look: Look): Drawn {
  try {
    return { kind: 'figure', drawing: paint(element), look };
  } catch {
    return { kind: 'unreadable' };
  }
}

function isFigure(element: Element): boolean {
  if (!element.checkVisibility() || element.closest('.visually-hidden')) return false;
  if (element.matches('[data-figure]')) return !element.parentElement?.closest('[data-figure]');
  if (element.matches('table, svg svg') || element.closest(WITHIN)) return false;
  const { width, height } = element.getBoundingClientRect();
  return Math.min(width, height) >= LEAST_SIDE;
}

/** A table counts in a closed fold too, but not in a part of the view that is not shown. */
const isThere = (table: Element): boolean =>
  (table.closest('details:not([open])') ?? table).checkVisibility();
