import '@tensorflow/tfjs-backend-cpu';
import type { Bundle } from '../../data/bundle';
import type { ModelConfig } from '../../model/config';
import { setBackend } from '../../model/tf';
import type { EngineApi } from '../contract';
import { createEngine } from '../core/engine';
import { nodeBackends } from '../core/nodeBackends';
import { syntheticBundle } from './syntheticBundle';

/** An engine on the synthetic bundle whose log has been replayed. */
export async function liveEngine(
  over?: Partial<ModelConfig>,
  backend: 'cpu' | 'wasm' = 'cpu',
): Promise<{ readonly bundle: Bundle; readonly engine: EngineApi }> {
  await setBackend('cpu');
  const bundle = await syntheticBundle(over);
  const engine = createEngine({ backends: nodeBackends, read: async () => bundle });
  await engine.start({ bundleUrl: 'memory:', backend }, () => {});
  await engine.replay(() => {});
  return { bundle, engine };
}
