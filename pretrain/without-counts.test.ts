import { beforeAll, describe, expect, it } from 'vitest';
import { logStatistics } from '../src/model/bias';
import { initialStates } from '../src/model/replay';
import { type WeightName, type WeightValues, weightShapes } from '../src/model/weights';
import { predictPairs } from '../src/training/predictPairs';
import { streamOf } from '../src/training/stream';
import { trainStream } from '../src/training/trainStream';
import { initialWeights, toVariables } from '../src/training/variables';
import { startTensorFlow } from './node-tf';
import { rowsOf } from './prepare';
import { DEFAULT_TRAINING } from './recipe';
import { preparedPlanted } from './testing/planted-set';
import { DREX, formOfVariant, startOfVariant, type Variant } from './variant';

const KERNELS = [
  'score/user/bias',
  'score/item/bias',
  'score/mlp/user_kernel',
  'score/mlp/item_kernel',
] as const satisfies readonly WeightName[];

describe('a scorer without the counts', () => {
  beforeAll(startTensorFlow);

  it('keeps the rows of the statistics at zero while the rest is trained', async () => {
    const data = preparedPlanted();
    const { config } = data;
    const vectors = new Float32Array(data.users.length * config.embedSize);
    const start = initialWeights(config, 1, 2);
    const train = (counts?: false) => {
      const variant: Variant = { ...DREX, ...(counts === false && { counts }) };
      const options = {
        ...DEFAULT_TRAINING,
        order: 'shuffled' as const,
        episodes: 4,
        form: formOfVariant(variant),
      };
      return trainStream(data, vectors, startOfVariant(config, variant, start), options, () => {});
    };
    const [blind, drex] = [await train(false), await train()];
    for (const name of KERNELS) {
      const from = config.stateSize * weightShapes(config)[name][1];
      expect(
        blind[name].subarray(from).every((v) => v === 0),
        name,
      ).toBe(true);
      expect(
        drex[name].subarray(from).some((v) => v !== 0),
        name,
      ).toBe(true);
      expect(blind[name].subarray(0, from), name).not.toEqual(start[name].subarray(0, from));
    }
    // With the same base and other counts: only DReX tells the difference.
    const history = streamOf(data, vectors, rowsOf(data, 'train'));
    const [people, items] = [data.userIds.length, data.itemIds.length];
    const known = logStatistics(config, history, people, items);
    const more = {
      users: { ...known.users, counts: known.users.counts.map((n) => 9 * n) },
      items: { ...known.items, support: known.items.support.map((n) => 9 * n) },
    };
    const moves = (values: WeightValues): number => {
      const weights = toVariables(config, values);
      const states = initialStates(weights, people, items);
      const [before, after] = [known, more].map((statistics) =>
        predictPairs(
          weights,
          config,
          states,
          { ...known, ...statistics },
          history.users,
          history.items,
        ).dataSync(),
      );
      return Math.max(...before.map((r, k) => Math.abs(r - after[k])));
    };
    expect(moves(blind)).toBe(0);
    expect(moves(drex)).toBeGreaterThan(1e-4);
  });
});
