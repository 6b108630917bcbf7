import { type HTMLAttributes, type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { BarFigure } from './bars';
import { type Content, type Grid, gridOf } from './grid';
import type { Key } from './key';

export type Attributes = HTMLAttributes<HTMLElement> & Readonly<Record<`data-${string}`, unknown>>;

/** One column of a figure: what its rows hold, and how that is written. */
export interface Column<Row> {
  /** As it is saved, and shown. */
  readonly head: string;
  /** What is shown in place of the head. */
  readonly shownHead?: ReactNode;
  /** What a row holds here, in full precision; left out where the column only draws. */
  readonly value?: (row: Row, k: number) => Content;
  /** A number as text. */
  readonly as?: (value: number) => string;
  /** What a cell shows, if not its value as text. */
  readonly show?: (row: Row, k: number) => ReactNode;
  /** Of the cells of a row. */
  readonly cell?: (row: Row) => Attributes;
  /** Of its cells and its head. */
  readonly className?: string | undefined;
}

/** What a figure is, however it is shown: a title, a sentence, and its numbers. */
export interface FigureData<Row> {
  readonly title: string;
  /** What is seen, in one sentence. */
  readonly summary?: string | null | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** The same as bars, drawn anew where it is saved as a picture; left out where the page is drawn as it is. */
  readonly bars?: (() => BarFigure) | undefined;
  /** What its colours and shapes mean, where the drawing itself does not say it. */
  readonly signs?: Key | undefined;
}

/** A figure that is on the page. */
export interface Shown {
  readonly title: string;
  readonly summary: string | null;
  /** Whether it is a drawing, or holds one. */
  readonly drawn: boolean;
  /** How it is drawn where it is saved; null where the page is drawn as it is. */
  readonly bars: (() => BarFigure) | null;
  /** What stands below it where it is saved. */
  readonly signs: Key;
  /** Its numbers; null where they stand in a table beside it. */
  readonly grid: (() => Grid) | null;
}

const shown = new Map<Element, { readonly current: Shown }>();

/** Every figure that is on the page now, and where. */
export const shownFigures = (): Map<Element, Shown> =>
  new Map(Array.from(shown, ([element, { current }]) => [element, current]));

/** Tells of a figure, for whoever saves what is on the page, as long as the element is there that this is the `ref` of. */
export function useShown<Row>(
  { title, summary = null, columns, rows, bars, signs = [] }: FigureData<Row>,
  drawn: boolean,
): (element: Element | null) => (() => void) | undefined {
  const figure: Shown = {
    title,
    summary,
    drawn,
    bars: bars ?? null,
    signs,
    grid: columns.length > 0 ? () => dataOf({ columns, rows }) : null,
  };
  const latest = useRef(figure);
  useEffect(() => {
    latest.current = figure;
  });
  return useCallback((element: Element | null) => {
    if (!element) return;
    shown.set(element, latest);
    return () => shown.delete(element);
  }, []);
}

/** Its numbers as columns and rows. */
export const dataOf = <Row>({ columns, rows }: Pick<FigureData<Row>, 'columns' | 'rows'>): Grid =>
  gridOf(columns.flatMap(({ head, value }) => (value ? [{ name: head, contents: rows.map(value) }] : [])));

export type NamedValue = readonly [name: string, value: number];

/** Columns of the terms of a choice score. */
export const TERMS: readonly Column<NamedValue>[] = [
  { head: 'part', value: ([name]) => name },
  { head: 'choice score', value: ([, value]) => value },
];

/** What is seen of named values, as a sentence: "Weights from smoky (−0.30) to fruity (+0.61)." Null where there is none. */
export function spread(
  what: string,
  of: readonly NamedValue[],
  as: (value: number) => string,
): string | null {
  const sorted = of.toSorted(([, one], [, other]) => one - other);
  const [low, high] = [sorted.at(0), sorted.at(-1)].map((one) => one && `${one[0]} (${as(one[1])})`);
  if (low === undefined) return null;
  return low === high ? `${what}: ${low}.` : `${what} from ${low} to ${high}.`;
}
