import type { Scale } from '../../engine/start';
import { roundTo } from '../../ui/format';

/** More stars than these do not stand side by side under a finger. */
const MOST = 5;
/** Digits that a step may have. */
const DIGITS = 3;
const NEAR = 1e-9;

type Steps = Pick<Scale, 'min' | 'max' | 'step'>;

/** Whether a scale can be given in stars, and in parts of one. */
export const hasStars = ({ min, max }: Steps): boolean =>
  Number.isInteger(max) && max <= MOST && min >= 0 && min <= 1;

/** A rating one step up or down its scale; null where it ends. */
export function stepped({ min, max, step }: Steps, value: number, by: 1 | -1): number | null {
  const next = roundTo(value + by * step, DIGITS);
  return next < min - NEAR || next > max + NEAR ? null : next;
}
