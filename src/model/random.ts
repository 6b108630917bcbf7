/** Seeded randomness: the same seed gives the same bundle on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal. */
  normal(): number;
}

/** Mulberry32, keyed by any number of parts, so that each use has a stream of its own and a resume needs no state. */
export function random(...key: (string | number)[]): Random {
  let state = hash32(key.join(':'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** FNV-1a over the UTF-8 bytes, finished with murmur3's mixer: well spread 32 bits. */
export function hash32(text: string): number {
  let h = 2166136261;
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 16777619);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

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
