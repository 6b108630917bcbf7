import type { Range, TableScale } from '../../ownTable';
import { onScale } from '../scale';

/** What people rate on, the shortest first. */
const USUAL: readonly Range[] = [
  { min: 0, max: 1 },
  { min: 1, max: 5 },
  { min: 0, max: 5 },
  { min: 1, max: 10 },
  { min: 0, max: 10 },
  { min: 1, max: 20 },
  { min: 0, max: 20 },
  { min: 1, max: 100 },
  { min: 0, max: 100 },
];

/** Share of the ratings that a range has to hold: a slip of the pen must not make it longer. */
const MOST = 0.75;

export const holds = ({ min, max }: Range, value: number): boolean => value >= min && value <= max;

/** What ratings run from and to: the scale of the data set where most lie on it, else the shortest usual one. */
export function rangeOf(values: readonly number[], { min, max }: Range): Range {
  const fits = (range: Range) => values.filter((value) => holds(range, value)).length >= MOST * values.length;
  if (fits({ min, max })) return { min, max };
  const usual = USUAL.find(fits);
  if (usual) return values.some((value) => value >= 0 && value < usual.min) ? { ...usual, min: 0 } : usual;
  return { min: values.reduce((a, b) => Math.min(a, b)), max: values.reduce((a, b) => Math.max(a, b)) };
}

/** A rating on one scale as the rating of the same place on another: its worst becomes the worst, its best the best. */
export function carried(value: number, from: Range, to: TableScale['to']): number {
  if (isSameRange(from, to)) return value;
  const share = from.max > from.min ? (value - from.min) / (from.max - from.min) : 1;
  return onScale(to, to.min + share * (to.max - to.min));
}

const isSameRange = (a: Range, b: Range): boolean => a.min === b.min && a.max === b.max;
