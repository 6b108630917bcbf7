import { beforeAll, describe, expect, it } from 'vitest';
import { versionsOf } from '../src/model/effects';
import { encodeText, padTokens } from '../src/model/text';
import { tinyConfig } from '../src/training/testing/tinyConfig';
import { initialWeights, toVariables } from '../src/training/variables';
import { startTensorFlow } from './node-tf';
import { random } from './random';
import { versionVectors } from './version-vectors';

const config = { ...tinyConfig, vocabularySize: 12, maxWords: 64 };

beforeAll(() => startTensorFlow());

describe('text vectors of the versions of a review', () => {
  it('are those of the encoder, for reviews of any length', () => {
    const source = random(1, 'versions');
    const values = initialWeights(config, 1, 0);
    // Attention starts flat: weights that differ show whether the softmax is put together rightly.
    for (const name of ['text/attention/vector', 'text/attention/kernel', 'text/context/bias'] as const)
      values[name] = values[name].map(() => 2 * source.next() - 1);
    const weights = toVariables(config, values);
    const reviews = [1, 2, 3, 4, 9, 33].map((words) =>
      Int32Array.from({ length: words }, () => 1 + Math.floor(source.next() * 11)),
    );
    const fast = versionVectors(weights, config, reviews);
    reviews.forEach((ids, k) => {
      const { vector } = encodeText(weights, config, padTokens(versionsOf(ids), 64));
      const expected = vector.dataSync();
      expect(fast[k]).toHaveLength(expected.length);
      const largest = Math.max(...fast[k].map((v, place) => Math.abs(v - expected[place])));
      expect(largest).toBeLessThan(1e-5);
    });
  });
});
