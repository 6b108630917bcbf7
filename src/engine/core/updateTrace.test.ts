import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { feedbackTensors, fuseFeatures, toFeedbackBatch } from '../../model/features';
import { jointCell, jointStep } from '../../model/joint';
import { startBackend } from '../../model/testing/backends';
import { encodeText, padTokens } from '../../model/text';
import { concat, memory, reshape, type Tensor, type Tensor3D, tensor2d, tidy } from '../../model/tf';
import { runUpdate, traceUpdate } from '../../model/traceUpdate';
import { syntheticBundle } from '../testing/syntheticBundle';
import { disposeBrain, makeBrain } from './brain';

describe('a traced update', () => {
  it.each(['cpu', 'wasm'])(
    'is the untraced one bit for bit, and leaves nothing behind, on %s',
    async (backend) => {
      await startBackend(backend);
      const bundle = await syntheticBundle();
      const brain = makeBrain(bundle);
      const { config, weights } = brain;
      const { stateSize: D } = config;
      const held = memory().numTensors;
      const tokens = padTokens([[2, 5, 1, 9, 3]], 32);
      const feedback = toFeedbackBatch(config, [{ rating: 4, aspects: [null, 3.5] }], [true]);
      const [user, item] = [0.3, -0.4].map((phase) =>
        Float32Array.from({ length: D }, (_, d) => Math.sin(d + phase)),
      );

      const plain = tidy(() => {
        const text = encodeText(weights, config, tokens);
        const x = fuseFeatures(weights, text.vector, ...feedbackTensors(config, feedback));
        const pair = reshape(concat([tensor2d(user, [1, D]), tensor2d(item, [1, D])], 1), [1, 1, 2 * D]);
        const step = jointStep(jointCell(weights), reshape(x, [1, 1, D]) as Tensor3D, pair as Tensor3D);
        return { 'in-context': text.words, attention: text.attention, text: text.vector, x, ...step };
      });
      const traced = await traceUpdate(weights, config, { tokens, stored: null, feedback, user, item });
      for (const [name, tensor] of Object.entries(plain) as [string, Tensor][]) {
        expect(traced.get(name)?.values, name).toEqual(await tensor.data());
        tensor.dispose();
      }
      const run = await runUpdate(weights, config, { tokens, stored: null, feedback, user, item });
      expect([...run.keys()]).toEqual(['attention', 'text', 'x', 'reset', 'update', 'candidate', 'next']);
      for (const [name, { values }] of run) expect(traced.get(name)?.values, name).toEqual(values);
      expect(traced.get('gated')?.values).toHaveLength(2 * D);
      expect(memory().numTensors).toBe(held);
      disposeBrain(brain);
    },
  );
});
