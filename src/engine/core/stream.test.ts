import { describe, expect, it } from 'vitest';
import { UNALTERED } from '../../model/alteration';
import { initialStates } from '../../model/replay';
import { scheduleTBatches } from '../../model/tbatch';
import { dispose, memory, setBackend } from '../../model/tf';
import { SIDES } from '../../vocabulary';
import { syntheticBundle } from '../testing/syntheticBundle';
import { disposeBrain, logFeatures, makeBrain } from './brain';
import { nodeBackends } from './nodeBackends';
import { openPlain } from './plainStream';
import { TRACED, Trace } from './replayTrace';
import { openTensors } from './tensorStream';

describe.each(['cpu', 'wasm'] as const)('a stream on %s', (backend) => {
  it('gives the same trace and states in both its forms, and leaves no tensor', async () => {
    await nodeBackends.load(backend);
    await setBackend(backend);
    const bundle = await syntheticBundle();
    const before = memory().numTensors;
    const brain = makeBrain(bundle);
    const { weights, config } = brain;
    const x = logFeatures(brain, bundle);
    const log = { users: bundle.interactions.user, items: bundle.interactions.item };
    const run = async (open: typeof openPlain) => {
      const trace = new Trace(log.users.length, config.stateSize);
      const start = initialStates(weights, bundle.users.id.length, bundle.items.id.length);
      const stream = await open({ weights, start, x, log, alteration: UNALTERED, trace });
      for (const rows of scheduleTBatches(log)) await stream.advance(rows);
      const { users, items } = await stream.finish();
      stream.dispose();
      const states = [...(await users.data()), ...(await items.data())];
      dispose([start.users, start.items, users, items]);
      return { trace, states };
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
    dispose(x);
    disposeBrain(brain);
    expect(memory().numTensors).toBe(before);
  });
});
