import { beforeAll, describe, expect, it } from 'vitest';
import { ordinalLoss, thresholds } from './ordinal';
import { startTraining } from './testing/startTraining';
import { grads, type Tensor1D, tensor1d } from './tf';

const scale = { min: 1, max: 3, step: 1 };
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

describe('the ordinal loss', () => {
  beforeAll(startTraining);

  it('puts its thresholds between neighbouring steps', () => {
    expect([...thresholds(scale)]).toEqual([1.5, 2.5]);
    expect(thresholds({ min: 0.5, max: 5, step: 0.1 })).toHaveLength(45);
  });

  it('is the mean cross-entropy over ratings and thresholds', () => {
    const tau = 0.5;
    const loss = ordinalLoss(tensor1d([2.2, 0.7]), Float32Array.of(3, 2), scale, tau).dataSync()[0];
    // Rating 3 is above both thresholds, rating 2 above the first only.
    const by = (predicted: number, border: number) => sigmoid((predicted - border) / tau);
    const all = [by(2.2, 1.5), by(2.2, 2.5), by(0.7, 1.5), 1 - by(0.7, 2.5)];
    const expected = all.reduce((sum, p) => sum - Math.log(p), 0) / 4;
    expect(loss).toBeCloseTo(expected, 5);
  });

  it('pulls a prediction toward its rating from either side, and stays finite far away', () => {
    const slope = (predicted: number) =>
      grads((r) => ordinalLoss(r as Tensor1D, Float32Array.of(2), scale, 0.5))([
        tensor1d([predicted]),
      ])[0].dataSync()[0];
    expect(slope(1.2)).toBeLessThan(0);
    expect(slope(2.8)).toBeGreaterThan(0);
    expect(slope(2)).toBeCloseTo(0, 6);
    expect(slope(500)).toBeCloseTo(1, 5);
  });
});
