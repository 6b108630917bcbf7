import type { Random } from '../random';

/** Uniform in [low, high). */
export const between = (source: Random, low: number, high: number): number =>
  low + (high - low) * source.next();

export const chance = (source: Random, probability: number): boolean => source.next() < probability;

export const pick = <T>(source: Random, values: readonly T[]): T =>
  values[Math.floor(source.next() * values.length)];

/** One value, with probability in proportion to its weight. */
export function pickWeighted<T>(source: Random, values: readonly T[], weight: (value: T) => number): T {
  const weights = values.map(weight);
  let rest = source.next() * weights.reduce((a, b) => a + b, 0);
  const found = weights.findIndex((w) => {
    rest -= w;
    return rest < 0;
  });
  return values[found < 0 ? values.length - 1 : found];
}

/** Up to `count` different values of positive weight, heavy ones first in tendency (Efraimidis and Spirakis). */
export function sampleWeighted<T>(
  source: Random,
  values: readonly T[],
  count: number,
  weight: (value: T) => number,
): T[] {
  return values
    .map((value) => ({ value, weight: weight(value), key: -Math.log(1 - source.next()) }))
    .filter((entry) => entry.weight > 0)
    .map((entry) => ({ value: entry.value, key: entry.key / entry.weight }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map((entry) => entry.value);
}

/** Three digits: what the truth file holds, and what everything is computed from, so that the file adds up. */
export const round3 = (value: number): number => Math.round(value * 1000) / 1000 + 0;
