/** Columns between the last mark and the tick before it: room for a month and its year where columns are narrowest. */
const ROOM = 4;

/** Every fifth of n marks is named, and both ends, where they do not meet. */
export const isTick = (k: number, n: number): boolean =>
  k === 0 || k === n - 1 || ((k + 1) % 5 === 0 && n - 1 - k >= ROOM);
