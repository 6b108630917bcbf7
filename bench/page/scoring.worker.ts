import { expose } from 'comlink';
import { readBundleFromUrl } from '../../src/data/read';
import { browserBackends } from '../../src/engine/core/browserBackends';
import type { BackendName } from '../../src/engine/start';
import type { ModelConfig } from '../../src/model/config';
import { noStatistics, scoreItems, sideScores } from '../../src/model/score';
import { dispose, ready, setBackend, tensor2d } from '../../src/model/tf';
import { toWeights, type WeightValues } from '../../src/model/weights';
import type { Side } from '../../src/vocabulary';

const SIZES = [1_518, 50_000, 500_000];
/** A size is not begun when one run of the size before took longer than this. */
const PATIENCE = 4_000;

/** Scoring of one user against n items, the item side computed beforehand, ratings read back. */
async function run(backend: BackendName, runs: number): Promise<Record<string, number | null>> {
  await browserBackends.probeGpu();
  await browserBackends.load(backend);
  if (!(await setBackend(backend))) throw new Error(`${backend} cannot be had here`);
  await ready();
  const bundle = await readBundleFromUrl(new URL('../datasets/beers/', self.location.href).href);
  // A benchmark has all the time that a first list has not.
  await Promise.all([bundle.words.load(), bundle.people.load()]);
  const config = bundle.manifest.model as ModelConfig;
  const D = config.stateSize;
  const weights = toWeights(config, Object.fromEntries(bundle.weights) as WeightValues);
  const side = (name: Side, states: Float32Array, n: number) =>
    sideScores(weights, name, tensor2d(states, [n, D]), noStatistics(name, n));
  const user = side('user', bundle.userStates.slice(0, D), 1);
  const result: Record<string, number | null> = {};
  let last = 0;
  for (const n of SIZES) {
    const key = `score ${n.toLocaleString('en')}`;
    result[key] = null;
    if (last > PATIENCE) continue;
    // Larger catalogues repeat the bundle's items: the arithmetic is the same.
    const states = Float32Array.from(
      { length: n * D },
      (_, k) => bundle.itemStates[k % bundle.itemStates.length],
    );
    const items = side('item', states, n);
    const times: number[] = [];
    for (let k = 0; k <= runs; k++) {
      const start = performance.now();
      const parts = scoreItems(weights, config, user, items);
      await parts.rating.data();
      last = performance.now() - start;
      // The first run compiles.
      if (k > 0) times.push(last);
      dispose({ ...parts });
    }
    dispose({ ...items });
    result[key] = times.sort((a, b) => a - b)[times.length >> 1];
  }
  return result;
}

const api = { run };
export type ScoringBench = typeof api;
expose(api);
