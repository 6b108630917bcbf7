import type { Caption } from './caption';
import type { Look } from './compose';
import type { Grid } from './grid';
import { lookOfPage } from './look';
import { type Drawing, paint } from './paint';
import { readTable } from './readTable';
import { gridOfRecords, recordsIn } from './records';
import { gridOfStrips, stripsIn } from './strips';
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
  const found = Array.from(document.querySelectorAll('main, [data-number-drawer]')).flatMap((place) =>
    Array.from(place.querySelectorAll('[data-figure], svg, canvas, table')).flatMap((one) =>
      foundIn(one, look),
    ),
  );
  return unique(found).map((one, k) => ({ ...one, key: `${one.kind}-${k}` }));
}

type New = Found extends infer One ? (One extends Found ? Omit<One, 'key'> : never) : never;

function foundIn(element: Element, look: Look): New[] {
  const found: New[] = [];
  const caption = captionOf(element);
  if (isFigure(element)) {
    found.push({ ...caption, ...drawn(element, look) });
    const strips = stripsIn(element);
    if (strips.length > 0) found.push({ ...caption, kind: 'table', grid: gridOfStrips(strips) });
    const records = recordsIn(element);
    if (records.length > 0) found.push({ ...caption, kind: 'table', grid: gridOfRecords(records) });
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
