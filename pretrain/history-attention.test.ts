import { beforeAll, describe, expect, it } from 'vitest';
import { initialWeights } from '../src/training/variables';
import { attend, attendAll, latestRows, type Past } from './history-attention';
import { startTensorFlow } from './node-tf';
import { openPredictor } from './predictor';
import { rowsOf } from './prepare';
import { random } from './random';
import { preparedPlanted } from './testing/planted-set';
import { grads, type Tensor2D, tensor2d } from './tf';
import { DREX } from './variant';

const D = 3;
const X = [
  [0.2, -0.4, 0.9],
  [0.5, 0.1, -0.3],
  [-0.7, 0.6, 0.4],
];
const ITEMS = [
  [1, -2, 0.5],
  [0.3, 0.8, -1],
];
const OWN = [0.1, 0.2, 0.3];

/** The formula in plain numbers. */
function byHand(item: number[], rows: number[]): number[] {
  const scores = rows.map((row) => Math.exp(item.reduce((s, q, d) => s + q * X[row][d], 0) / Math.sqrt(D)));
  const total = scores.reduce((a, b) => a + b, 0);
  return OWN.map((u, d) => u + rows.reduce((s, row, k) => s + (scores[k] / total) * X[row][d], 0));
}

const close = (found: ArrayLike<number>, expected: readonly number[], digits = 5) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, k) => {
    expect(found[k]).toBeCloseTo(value, digits);
  });
};

describe('attention over the history', () => {
  beforeAll(startTensorFlow);
  const past = (): Past => ({ x: tensor2d(X), rows: latestRows([0, 1, 0], 3, 64) });
  const three = (): Tensor2D => tensor2d([OWN, OWN, OWN]);
  const asked = (): Tensor2D => tensor2d([ITEMS[0], ITEMS[1], ITEMS[0]]);

  it('keeps the latest rows of each person', () => {
    const rows = latestRows([0, 1, 0, 0], 3, 2);
    expect(rows.map((own) => [...own])).toEqual([[2, 3], [1], []]);
  });

  it('adds the history by how it speaks to the item, and nothing for a person without one', () => {
    const found = attend(three(), asked(), past(), [0, 1, 2]).dataSync();
    close(found, [...byHand(ITEMS[0], [0, 2]), ...byHand(ITEMS[1], [1]), ...OWN]);
    close(attend(three(), asked(), past(), [2, 2, 2]).dataSync(), [...OWN, ...OWN, ...OWN]);
  });

  it('gives one person for all items the same states', () => {
    const found = attendAll(tensor2d([OWN]), tensor2d(ITEMS), past(), 0).dataSync();
    close(found, [...byHand(ITEMS[0], [0, 2]), ...byHand(ITEMS[1], [0, 2])]);
    close(attendAll(tensor2d([OWN]), tensor2d(ITEMS), past(), 2).dataSync(), [...OWN, ...OWN]);
  });

  it('carries the gradient to the features, the items and the states', () => {
    const rows = past().rows;
    const run = (own: Tensor2D, items: Tensor2D, x: Tensor2D) =>
      attend(own, items, { x, rows }, [0, 1, 2]).square().sum();
    const inputs = [three(), asked(), tensor2d(X)];
    const found = grads((own, items, x) => run(own as Tensor2D, items as Tensor2D, x as Tensor2D))(inputs);
    const step = 1e-2;
    inputs.forEach((input, k) => {
      const values = input.dataSync();
      found[k].dataSync().forEach((gradient, at) => {
        const [up, down] = [step, -step].map((by) => {
          const moved = [...inputs] as [Tensor2D, Tensor2D, Tensor2D];
          moved[k] = tensor2d(
            values.map((v, j) => (j === at ? v + by : v)),
            input.shape as [number, number],
          );
          return run(...moved).dataSync()[0];
        });
        expect(gradient, `input ${k}, value ${at}`).toBeCloseTo((up - down) / (2 * step), 2);
      });
    });
  });

  it('predicts the same of a pair alone and among all items', () => {
    const data = preparedPlanted();
    const source = random('vectors');
    const vectors = Float32Array.from({ length: data.users.length * data.config.embedSize }, () =>
      source.normal(),
    );
    const open = (attention?: number) =>
      openPredictor(data, vectors, initialWeights(data.config, 1, 2), rowsOf(data, 'train'), {
        ...DREX,
        ...(attention !== undefined && { attention }),
      });
    const attending = open(64);
    const items = [...data.itemIds.keys()];
    const pairs = attending.pairs({ users: items.map(() => 3), items });
    close(attending.choice(3), [...pairs], 4);
    const plain = open().pairs({ users: items.map(() => 3), items });
    expect(Math.max(...pairs.map((r, k) => Math.abs(r - plain[k])))).toBeGreaterThan(1e-3);
    const fewer = open(2).pairs({ users: items.map(() => 3), items });
    expect(Math.max(...pairs.map((r, k) => Math.abs(r - fewer[k])))).toBeGreaterThan(1e-4);
  });
});
