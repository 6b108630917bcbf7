import { tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialStates, replay } from '../src/model/replay';
import { startTensorFlow } from './node-tf';
import { tinyConfig } from './testing/tiny-config';
import { initialWeights, toVariables } from './variables';
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
});
