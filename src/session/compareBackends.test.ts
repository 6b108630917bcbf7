import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../engine/questions/snapshot';
import { differenceOf } from './compareBackends';

const snapshot = (changes: Partial<Snapshot> = {}): Snapshot => ({
  states: { user: Float32Array.of(0.5, -0.25), item: Float32Array.of(1) },
  ratings: Float32Array.of(3, 4, 2),
  choices: Float64Array.of(1, 2, 0),
  ranking: Int32Array.of(1, 0, 2),
  ...changes,
});

describe('differenceOf', () => {
  it('finds nothing between equals', () => {
    expect(differenceOf(snapshot(), snapshot())).toEqual({
      states: { user: 0, item: 0 },
      choices: 0,
      ratings: 0,
      places: { differing: 0, total: 3 },
    });
  });

  it('gives the largest differences and the places that hold another item', () => {
    const other = snapshot({
      states: { user: Float32Array.of(0.5, -0.5), item: Float32Array.of(1.125) },
      ratings: Float32Array.of(3, 2.5, 2),
      choices: Float64Array.of(1, 2, 0.5),
      ranking: Int32Array.of(0, 1, 2),
    });
    expect(differenceOf(snapshot(), other)).toEqual({
      states: { user: 0.25, item: 0.125 },
      choices: 0.5,
      ratings: 1.5,
      places: { differing: 2, total: 3 },
    });
  });

  it('takes no number, and a missing one, for as far as can be', () => {
    const states = { user: Float32Array.of(0.5, Number.NaN), item: new Float32Array(0) };
    expect(differenceOf(snapshot(), snapshot({ states })).states).toEqual({
      user: Number.POSITIVE_INFINITY,
      item: Number.POSITIVE_INFINITY,
    });
  });
});
