import type { Random } from '../src/model/random';

export { hash32, type Random, random } from '../src/model/random';

/** Fisher–Yates, in place. */
export function shuffle<T extends { length: number; [index: number]: number }>(values: T, source: Random): T {
  for (let k = values.length - 1; k > 0; k--) {
    const j = Math.floor(source.next() * (k + 1));
    const swap = values[k];
    values[k] = values[j];
    values[j] = swap;
  }
  return values;
}

/** 0, 1, …, n − 1 */
export const range = (n: number): Int32Array => Int32Array.from({ length: n }, (_, k) => k);
