import type { StyleNumber } from './SeriesMark';

export interface CurvePoint {
  readonly x: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Series {
  readonly key: string;
  readonly label: string;
  readonly points: readonly CurvePoint[];
  readonly style: StyleNumber;
  /** Whether the band of the interval is drawn. */
  readonly band: boolean;
}

export interface CurveProps {
  readonly series: readonly Series[];
  /** Places on the axis, ascending. */
  readonly xs: readonly number[];
  /** Those with a label and with markers; all where absent. */
  readonly xTicks?: readonly number[];
  readonly xText: (x: number) => string;
  /** All values that the axis must hold, so that panels beside one another share it. */
  readonly yValues: readonly number[];
  readonly digits: number;
  /** What goes to the right and what goes up, with its unit. */
  readonly xLabel: string;
  readonly yLabel: string;
}

/** What the axis must hold: bands only where they are drawn. */
export const valuesOf = (series: readonly Series[]): number[] =>
  series.flatMap(({ points, band }) => points.flatMap((one) => (band ? [one.low, one.high] : [one.value])));
