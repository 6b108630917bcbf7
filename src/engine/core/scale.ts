import { roundTo } from '../numbers';
import type { Scale } from '../start';

/** Without the tail that adding steps leaves. */
export const round = (value: number): number => roundTo(value, 6);

/** A value on the scale, the nearest to any number. */
export function onScale({ min, max, step }: Pick<Scale, 'min' | 'max' | 'step'>, value: number): number {
  const steps = Math.round((value - min) / step);
  return round(Math.min(max, Math.max(min, min + steps * step)));
}
