import { beforeAll, describe, expect, it } from 'vitest';
import type { WeightName } from '../src/model/weights';
import { trainStream } from '../src/training/trainStream';
import { initialWeights } from '../src/training/variables';
import { startTensorFlow } from './node-tf';
import { DEFAULT_TRAINING } from './recipe';
import { preparedPlanted } from './testing/planted-set';
import { DREX, formOfVariant, startOfVariant, type Variant } from './variant';

const WEIGHTS = ['choice/words', 'choice/user/kernel', 'choice/item/kernel'] as const;

describe('a choice score with one match', () => {
  beforeAll(startTensorFlow);

  it.each([
    ['states', 'choice/words'],
    ['words', 'choice/user/kernel'],
  ] as const)('of %s keeps %s at zero while the rest is trained', async (match, lacking) => {
    const data = preparedPlanted();
    const { config } = data;
    const variant: Variant = { ...DREX, match };
    const vectors = new Float32Array(data.users.length * config.embedSize);
    const values = { ...initialWeights(config, 1, 2), 'choice/words': Float32Array.of(9) };
    const trained = await trainStream(
      data,
      vectors,
      startOfVariant(config, variant, values),
      {
        ...DEFAULT_TRAINING,
        order: 'shuffled',
        episodes: 4,
        form: formOfVariant(variant),
        choice: { ...DEFAULT_TRAINING.choosing, liked: 4, told: new Float64Array(data.users.length) },
      },
      () => {},
    );
    const zero = (name: WeightName) => trained[name].every((value) => value === 0);
    expect(WEIGHTS.filter(zero)).toEqual([lacking]);
    // What it has is learned.
    if (match === 'words') expect(trained['choice/words'][0]).not.toBe(9);
    else expect(trained['choice/user/kernel']).not.toEqual(values['choice/user/kernel']);
  });
});
