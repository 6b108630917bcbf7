import type { Tone } from './key';

export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Its place among the tones of the figure. */
  readonly tone: number;
  /** In place of that tone’s, where colours are a scale of which the key shows some. */
  readonly color?: string;
}

/** A row of bars: its name, from where to where they reach, and its value in writing. */
export interface BarRow {
  readonly name: string;
  readonly bars: readonly Bar[];
  /** Where they end in sum, if not at the end of the only one. */
  readonly mark?: number;
  /** The value in writing. */
  readonly text: string;
  /** Below a line, as a sum is. */
  readonly total?: boolean;
}

/** Bars on one axis as numbers, so that what is saved is drawn for paper and not as the page has room for it. */
export interface BarFigure {
  /** What the axis counts, and in which unit. */
  readonly axis: string;
  /** A tick of the axis in writing, if not by its digits. */
  readonly tick?: (value: number) => string;
  /** What the colours say together, before they say it one by one. */
  readonly keyHead?: string;
  /** The key of the colours: those that a bar has, or all where they are a scale. */
  readonly tones: readonly Tone[];
  readonly scale?: boolean;
  /** What the mark of a row says. */
  readonly markName?: string;
  /** A dashed line through all rows. */
  readonly reference?: { readonly name: string; readonly at: number };
  readonly rows: readonly BarRow[];
}

/** Terms one after the other from 0: what adds to the right, what takes away to the left. */
export function stacked(values: readonly number[]): BarRow['bars'] {
  const ends = { up: 0, down: 0 };
  return values.flatMap((value, tone) => {
    if (value === 0) return [];
    const side = value < 0 ? 'down' : 'up';
    const from = ends[side];
    ends[side] += value;
    return [{ from, to: ends[side], tone }];
  });
}

/** Tones of what adds and what takes away. */
export const FOR_AND_AGAINST: readonly Tone[] = [
  { name: 'adds', color: 'var(--liked)' },
  { name: 'takes away', color: 'var(--disliked)' },
];

/** One bar from 0. */
export const fromZero = (value: number, tone: number): BarRow['bars'] => [{ from: 0, to: value, tone }];

/** Parts of a sum, each from where the last one ended. */
export function waterfall(
  parts: readonly { readonly name: string; readonly value: number }[],
  as: (value: number) => string,
): BarRow[] {
  let level = 0;
  return parts.map(({ name, value }) => {
    const from = level;
    level += value;
    return { name, text: as(value), bars: [{ from, to: level, tone: value < 0 ? 1 : 0 }] };
  });
}

/** The sum below its parts, from 0. */
export const totalRow = (name: string, value: number, text: string): BarRow => ({
  name,
  text,
  total: true,
  bars: fromZero(value, TOTAL),
});

/** What adds, what takes away, and their sum. */
export const SUM_TONES: readonly Tone[] = [...FOR_AND_AGAINST, { name: 'sum', color: 'var(--ink)' }];
const TOTAL = FOR_AND_AGAINST.length;
