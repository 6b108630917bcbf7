import { expect } from 'vitest';
import type { Tensor } from '../tf';

/** The values of a tensor, row by row. */
export const read = async (tensor: Tensor): Promise<number[]> => Array.from(await tensor.data());

/** The largest difference between two values at the same place; they must be as many. */
export function furthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((worst, value, k) => Math.max(worst, Math.abs(value - b[k])), 0);
}
