import { beforeAll, describe, expect, it } from 'vitest';
import { initialStates, replay } from '../src/model/replay';
import { fastReplay } from '../src/training/fastReplay';
import { tinyConfig } from '../src/training/testing/tinyConfig';
import { initialWeights, toVariables } from '../src/training/variables';
import { startTensorFlow } from './node-tf';
import { grad, type Tensor, type Tensor2D, tensor2d } from './tf';
import { replayOf } from './variant';

describe('forms of the model', () => {
  beforeAll(startTensorFlow);
  const D = tinyConfig.stateSize;
  const log = { users: Int32Array.of(0, 1, 0, 2), items: Int32Array.of(1, 1, 0, 1) };
  const setUp = () => {
    const weights = toVariables(tinyConfig, initialWeights(tinyConfig, 3, 1));
    const x = tensor2d(
      Float32Array.from({ length: 4 * D }, (_, k) => Math.sin(k)),
      [4, D],
    );
    return { weights, x, start: initialStates(weights, 4, 2) };
  };

  it('refine one side against counterparts that have not moved', () => {
    const { weights, x, start } = setUp();
    const states = replayOf('users', replay)(weights, start, x, log);
    expect(states.items.dataSync()).toEqual(start.items.dataSync());
    // User 1 has one interaction only: in both forms it meets an item; here always the initial one.
    const alone = replay(weights, start, x.slice([1, 0], [1, D]), {
      users: log.users.slice(1, 2),
      items: log.items.slice(1, 2),
    });
    const row = (users: typeof states.users) => [...users.slice([1, 0], [1, D]).dataSync()];
    row(states.users).forEach((value, d) => {
      expect(value).toBeCloseTo(row(alone.users)[d], 6);
    });
    const both = replay(weights, start, x, log);
    expect(row(both.users)).not.toEqual(row(states.users));
  });

  it('pool the mean of the features onto the initial state', () => {
    const { weights, x, start } = setUp();
    const { users, items } = replayOf('pooled', replay)(weights, start, x, log);
    const [features, initial] = [x.arraySync(), start.users.arraySync()];
    const pooled = users.arraySync();
    for (let d = 0; d < D; d++) {
      expect(pooled[0][d]).toBeCloseTo(initial[0][d] + (features[0][d] + features[2][d]) / 2, 5);
      expect(pooled[3][d]).toBeCloseTo(initial[3][d], 6);
    }
    expect(items.shape).toEqual([2, D]);
  });

  it('stream the history a second time from the states of the first', () => {
    const { weights, x, start } = setUp();
    const once = replay(weights, start, x, log);
    const again = replay(weights, once, x, log);
    for (const run of [replay, fastReplay]) {
      const twice = replayOf('twice', run)(weights, start, x, log);
      for (const side of ['users', 'items'] as const) {
        const expected = again[side].dataSync();
        twice[side].dataSync().forEach((value, k) => {
          expect(value).toBeCloseTo(expected[k], 5);
        });
        expect([...twice[side].dataSync()]).not.toEqual([...once[side].dataSync()]);
      }
    }
  });

  it('carry the gradient through both passes', () => {
    const { weights, x, start } = setUp();
    const loss = (run: typeof fastReplay) => (features: Tensor) =>
      run(weights, start, features as Tensor2D, log)
        .users.square()
        .sum();
    const found = grad(loss(replayOf('twice', fastReplay)))(x).dataSync();
    const step = 1e-2;
    const values = x.dataSync();
    for (const at of [0, D + 1, 3 * D + 2]) {
      const [up, down] = [step, -step].map(
        (by) =>
          loss(replayOf('twice', fastReplay))(
            tensor2d(
              values.map((v, k) => (k === at ? v + by : v)),
              [4, D],
            ),
          ).dataSync()[0],
      );
      expect(found[at]).toBeCloseTo((up - down) / (2 * step), 2);
    }
  });
});
