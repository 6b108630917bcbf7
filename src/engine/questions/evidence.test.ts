import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../data/readEvidence';
import { syntheticEvidence } from '../testing/syntheticEvidence';

const OF = { id: 'synthetic', modelHash: '0'.repeat(64) };
const evidence = syntheticEvidence(OF);
const read = (over: object) =>
  readEvidence(new TextEncoder().encode(JSON.stringify({ ...evidence, ...over })), { ...OF, earlier: [] });

const [first, second] = evidence.comparisons;
const interval = { value: 0.5, low: 0.4, high: 0.6 };
const worlds = evidence.models.map((row) => ({ ...row, intervals: { rmse: interval } }));

describe('intervals of the tables beside the first', () => {
  it('are read as they are written, and evidence of before them is read as before', () => {
    const worldComparisons = [{ ...first, worlds: 31 }];
    const latestComparisons = [second];
    expect(read({ worlds, worldComparisons, latestComparisons })).toEqual({
      evidence: { ...evidence, worlds, worldComparisons, latestComparisons },
      earlier: null,
    });
    expect(read({})).toEqual({ evidence, earlier: null });
  });

  it('name the field where they speak of no row of their table, or are damaged', () => {
    expect(() => read({ worlds, worldComparisons: [first, { ...second, model: 'x' }] })).toThrow(
      'field worldComparisons[1].model: names "x"',
    );
    // A row of the first table is none of theirs.
    expect(() => read({ worldComparisons: [first] })).toThrow('field worldComparisons[0].model');
    expect(() => read({ latestOut: null, latestComparisons: [first] })).toThrow(
      'field latestComparisons[0].model',
    );
    expect(() => read({ worlds, worldComparisons: [{ ...first, worlds: 1.5 }] })).toThrow(
      'field worldComparisons[0].worlds',
    );
    const [row, ...rows] = worlds;
    expect(() => read({ worlds: [{ ...row, intervals: { rmse: { value: 1 } } }, ...rows] })).toThrow(
      'field worlds[0].intervals.rmse',
    );
  });
});
