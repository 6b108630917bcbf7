import { type Shown, shownFigures } from '../../ui/figure/figure';
import type { Grid } from '../../ui/figure/grid';
import type { Key } from '../../ui/figure/key';
import type { Caption } from './caption';
import type { Look } from './compose';
import { drawBars } from './drawBars';
import { drawKey } from './drawKey';
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
  // Within what is drawn as the page has it; what is drawn anew holds no other figure.
  const isDrawn = (element: Element | null): boolean => {
    if (element === null) return false;
    const figure = shown.get(element);
    return (figure?.drawn && !figure.bars) || isDrawn(element.parentElement);
  };
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
  { title, summary, drawn: draws, bars, signs, grid }: Shown,
  within: boolean,
  look: Look,
): New[] {
  const isSeen = element.checkVisibility() && !element.closest('.visually-hidden');
  const data = grid && isThere(element) ? grid() : null;
  return [
    ...(draws && isSeen && !within
      ? [
          {
            title,
            summary,
            kind: 'figure' as const,
            drawing: bars ? drawBars(bars(), look) : withKey(paint(element), signs, look),
            look,
          },
        ]
      : []),
    ...(data && data.rows.length > 0 ? [{ title, summary, kind: 'table' as const, grid: data }] : []),
  ];
}

/** Pixels that words of a key need, however narrow the drawing is. */
const LEAST_KEY = 460;

/** A drawing of the page with what its colours and shapes mean below it. */
function withKey(drawing: Drawing, signs: Key, look: Look): Drawing {
  if (signs.length === 0) return drawing;
  const { left, top, height } = drawing;
  const width = Math.max(drawing.width, LEAST_KEY);
  const { markup, bottom } = drawKey(signs, look, width, top + height, left);
  return { ...drawing, markup: drawing.markup + markup, width, height: bottom - top };
}

/** A table counts in a closed fold too, but not in a part of the view that is not shown. */
const isThere = (table: Element): boolean =>
  (table.closest('details:not([open])') ?? table).checkVisibility();
