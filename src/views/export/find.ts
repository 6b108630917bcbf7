import { type Shown, shownFigures } from '../../ui/figure/figure';
import type { Grid } from '../../ui/figure/grid';
import type { Caption } from './caption';
import type { Look } from './compose';
import { lookOfPage } from './look';
import { type Drawing, paint } from './paint';
import { unique } from './titles';

export type Found = Caption & { readonly key: string } & (
    | { readonly kind: 'figure'; readonly drawing: Drawing; readonly look: Look }
    | { readonly kind: 'table'; readonly grid: Grid }
  );

/** Where figures are to be saved from: not dialogs in front of the page. */
const PLACES = 'main, [data-number-drawer]';

/** Everything of the present view that can be saved, in the order in which one reads. */
export function findAll(): Found[] {
  const look = lookOfPage();
  const shown = shownFigures();
  const isDrawn = (element: Element | null): boolean =>
    element !== null && (shown.get(element)?.drawn || isDrawn(element.parentElement));
  const found = [...shown]
    .filter(([element]) => element.closest(PLACES))
    .sort(([one], [other]) => inOrder(one, other))
    .flatMap(([element, figure]) => foundIn(element, figure, isDrawn(element.parentElement), look));
  return unique(found).map((one, k) => ({ ...one, key: `${one.kind}-${k}` }));
}

type New = Found extends infer One ? (One extends Found ? Omit<One, 'key'> : never) : never;

const inOrder = (one: Element, other: Element): number =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** What a figure says of itself; one within another is not drawn twice. */
function foundIn(
  element: Element,
  { title, summary, drawn: draws, grid }: Shown,
  within: boolean,
  look: Look,
): New[] {
  const isSeen = element.checkVisibility() && !element.closest('.visually-hidden');
  const data = grid && isThere(element) ? grid() : null;
  return [
    ...(draws && isSeen && !within
      ? [{ title, summary, kind: 'figure' as const, drawing: paint(element), look }]
      : []),
    ...(data && data.rows.length > 0 ? [{ title, summary, kind: 'table' as const, grid: data }] : []),
  ];
}

/** A table counts in a closed fold too, but not in a part of the view that is not shown. */
const isThere = (table: Element): boolean =>
  (table.closest('details:not([open])') ?? table).checkVisibility();
