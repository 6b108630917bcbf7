import type { AlteringEdit } from '../engine/simulatedLog';

const isOne = <T>(value: unknown, allowed: readonly T[]): value is T => allowed.includes(value as T);

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** An edit of the model as a link holds it; null where it is none, or not sound. */
export function readAlteration(row: Record<string, unknown>): AlteringEdit | null {
  const { edit, side, gate, to, d, seed } = row;
  switch (edit) {
    case 'freeze':
      return isOne(side, ['user', 'item', 'both'] as const) &&
        isOne(gate, ['update', 'reset'] as const) &&
        isOne(to, [0, 1, null] as const)
        ? { edit, side, gate, to }
        : null;
    case 'clamp':
      return isOne(side, ['user', 'item'] as const) && isNumber(d) && (to === null || isNumber(to))
        ? { edit, side, d, to }
        : null;
    case 'counterpart':
      return isOne(row.with, ['initial', null] as const) ? { edit, with: row.with } : null;
    case 'shuffle':
      return seed === null || isNumber(seed) ? { edit, seed } : null;
    default:
      return null;
  }
}
