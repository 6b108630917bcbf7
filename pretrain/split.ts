import type { Split } from '../src/data/tables';
import { hash32 } from './random';

/**
 * Random 80/10/10 split by a hash of seed, user and item: it does not depend on the order of the file, and an
 * interaction keeps its side when others are added.
 */
export function splitOf(seed: number, user: string, item: string): Split {
  const share = hash32(`${seed}:${user}:${item}`) / 4294967296;
  return share < 0.8 ? 'train' : share < 0.9 ? 'validation' : 'test';
}
