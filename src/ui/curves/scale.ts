import { roundSignificant } from '../format';

/** A linear axis with round ticks. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Digits that tell one tick from the next. */
  readonly digits: number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** An axis over all values, with about `wanted` ticks. */
export function axisOf(values: readonly number[], wanted = 4): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || Math.abs(most) || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(least / step + 1e-9);
  const last = Math.ceil(most / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => roundSignificant((first + k) * step, 12));
  const digits = Math.max(...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  return { low: ticks[0], high: ticks.at(-1) ?? most, ticks, digits };
}

/** Intervals whose axis must not be stretched by a few far ones. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** How many times the typical reach an axis may show. */
const FAR = 6;

/**
 * An axis that always holds zero. One far value would squeeze the others to a line, so what lies beyond six times
 * the median reach is left out of the axis, to be drawn at its edge.
 */
export function axisAroundZero(extents: readonly Extent[]): Axis {
  const reaches = extents
    .map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)))
    .sort((a, b) => a - b);
  const typical = reaches[Math.floor((reaches.length - 1) / 2)] ?? 1;
  const near = extents.filter(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)) <= FAR * typical);
  return axisOf([0, ...near.flatMap(({ low, high }) => [low, high])], 4);
}
