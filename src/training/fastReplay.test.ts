import { beforeAll, describe, expect, it } from 'vitest';
import { random } from '../model/random';
import type { States } from '../model/replay';
import type { InteractionIds } from '../model/tbatch';
import { refineRow, type ScatterRows } from '../model/testing/oneAtATime';
import type { WeightName, Weights } from '../model/weights';
import { SIDES } from '../vocabulary';
import { fastReplay } from './fastReplay';
import { startTraining } from './testing/startTraining';
import { tinyConfig } from './testing/tinyConfig';
import {
  concat,
  customGrad,
  gather,
  grads,
  mul,
  sum,
  type Tensor,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tensorScatterUpdate,
  zeros,
} from './tf';
import { initialWeights, toVariables } from './variables';

const GRU = SIDES.flatMap((side) =>
  (['input_kernel', 'input_bias', 'state_kernel', 'state_bias'] as const).map(
    (part): WeightName => `${side}/gru/${part}`,
  ),
);

/** `tensorScatterUpdate` with the gradient that upstream lacks: written rows pass to the values, the rest to the states. */
const differentiableScatter: ScatterRows = (states, rows, values) => {
  // Made anew in the gradient: the forward pass has freed its own by then.
  const indices = () => tensor2d(rows, [rows.length, 1], 'int32');
  const scatter = customGrad((...args) => {
    const [from, to] = args as unknown as [Tensor2D, Tensor2D];
    return {
      value: tensorScatterUpdate(from, indices(), to) as Tensor2D,
      gradFunc: (dy) => [
        tensorScatterUpdate(dy, indices(), zeros(to.shape)),
        gather(dy as Tensor2D, tensor1d(rows, 'int32')),
      ],
    };
  });
  return scatter(states, values) as Tensor2D;
};

/** One interaction at a time through `refine`, with gradients. */
const plainReplay = (weights: Weights, start: States, x: Tensor2D, log: InteractionIds): States =>
  Array.from(log.users).reduce<States>(
    (states, _, row) => refineRow(weights, states, x, log, row, differentiableScatter).states,
    start,
  );

describe('the replay for training', () => {
  beforeAll(startTraining);

  // Products in plain loops, of some t-batches only, and of none.
  it.each([6, 24, 48])('gives the states and the gradients of the plainest replay, D = %d', (stateSize) => {
    const config = { ...tinyConfig, stateSize };
    const source = random('fast replay');
    const [users, items, n, D] = [4, 3, 11, config.stateSize];
    const log = {
      users: Int32Array.from({ length: n }, () => Math.floor(source.next() * users)),
      items: Int32Array.from({ length: n }, () => Math.floor(source.next() * items)),
    };
    const normal = (rows: number): Tensor2D =>
      tensor2d(
        Float32Array.from({ length: rows * D }, () => source.normal()),
        [rows, D],
      );
    const weights = toVariables(config, initialWeights(config, 3, 1));
    const inputs: Tensor[] = [normal(n), normal(users), normal(items), ...GRU.map((name) => weights[name])];
    // A fixed random direction, so that every final state matters.
    const direction = normal(users + items);
    const through =
      (run: typeof fastReplay) =>
      (...[x, u, i, ...cells]: Tensor[]): Tensor => {
        const own: Weights = { ...weights };
        GRU.forEach((name, k) => {
          own[name] = cells[k];
        });
        const start = { users: u as Tensor2D, items: i as Tensor2D };
        const states = run(own, start, x as Tensor2D, log);
        return sum(mul(concat([states.users, states.items], 0), direction));
      };
    const slow = through(plainReplay);
    const fast = through(fastReplay);
    expect(fast(...inputs).dataSync()[0]).toBeCloseTo(slow(...inputs).dataSync()[0], 4);
    const expected = grads(slow)(inputs);
    const found = grads(fast)(inputs);
    found.forEach((gradient, k) => {
      const wanted = expected[k].dataSync();
      gradient.dataSync().forEach((value, j) => {
        expect(value, `input ${k}, value ${j}`).toBeCloseTo(wanted[j], 4);
      });
    });
  });
});
