import { describe, expect, it } from 'vitest';
import { UNALTERED } from '../../model/alteration';
import { scheduleTBatches } from '../../model/tbatch';
import { memory, setBackend } from '../../model/tf';
import { SIDES } from '../../vocabulary';
import { syntheticBundle } from '../testing/syntheticBundle';
import { disposeBrain, logFeatures, makeBrain } from './brain';
import { makeCatalogue } from './catalogue';
import { Features, LogFeatures } from './features';
import { nodeBackends } from './nodeBackends';
import { openPlain } from './plainStream';
import { TRACED, Trace } from './replayTrace';
import { everybodyAtFirst } from './stream';
import { openTensors } from './tensorStream';

describe.each(['cpu', 'wasm'] as const)('a stream on %s', (backend) => {
  it('gives the same trace and states in both its forms, and leaves no tensor', async () => {
    await nodeBackends.load(backend);
    await setBackend(backend);
    const bundle = await syntheticBundle();
    const before = memory().numTensors;
    const brain = makeBrain(bundle);
    const { config } = brain;
    const { initial } = makeCatalogue(bundle);
    const features = new LogFeatures(logFeatures(brain, bundle));
    const log = { users: bundle.interactions.user, items: bundle.interactions.item };
    const run = async (open: typeof openPlain) => {
      const trace = new Trace(log.users.length, config.stateSize);
      const counts = { user: bundle.users.id.length, item: bundle.items.id.length };
      const start = everybodyAtFirst(initial, counts);
      const stream = await open({
        brain,
        start,
        features: new Features(features),
        log,
        alteration: UNALTERED,
        trace,
      });
      for (const rows of scheduleTBatches(log)) await stream.advance(rows);
      const { user, item } = await stream.finish();
      stream.dispose();
      return { trace, states: [...user, ...item] };
    };
    const [plain, tensors] = [await run(openPlain), await run(openTensors)];
    plain.states.forEach((value, k) => {
      expect(value).toBeCloseTo(tensors.states[k], 5);
    });
    for (let row = 0; row < log.users.length; row++)
      for (const side of SIDES)
        for (const part of TRACED) {
          const expected = tensors.trace.at(side, part, row);
          plain.trace.at(side, part, row).forEach((value, d) => {
            expect(value).toBeCloseTo(expected[d], 5);
          });
        }
    features.dispose();
    disposeBrain(brain);
    expect(memory().numTensors).toBe(before);
  });
});
