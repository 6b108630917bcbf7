import { readFileSync } from 'node:fs';
import { readBundleFolder } from '../../../pretrain/bundle-log';
import { disposeBrain, makeBrain } from '../../engine/core/brain';
import { createEngine } from '../../engine/core/engine';
import { nodeBackends } from '../../engine/core/nodeBackends';
import { selfCheckResults } from '../../engine/core/selfCheck';
import { random, shuffle } from '../../model/random';
import { setBackend } from '../../model/tf';
import { weightNames } from '../../model/weights';
import type { Lesson } from '../lesson';
import { liveValues } from '../live';
import type { Known } from '../predicate';
import { datasetOf } from '../readLesson';

/** The weights as they were learned; or each tensor’s values in another order: the same numbers, nothing learned. */
export type WeightOrder = 'learned' | 'shuffled';

async function openEngine(dataset: string, order: WeightOrder) {
  const folder = `public/datasets/${dataset}`;
  const read = await readBundleFolder(folder);
  const learned = order === 'learned';
  const bundle = learned ? read : await shuffledBundle(read);
  const engine = createEngine({
    backends: nodeBackends,
    read: async () => bundle,
    // What was measured was measured of the weights as they were learned.
    readOptional: async (url) => (learned ? readFileSync(url.replace('memory:', `${folder}/`)) : null),
  });
  const { dataset: info } = await engine.start({ bundleUrl: 'memory:', backend: 'wasm' }, () => {});
  await engine.replay(() => {});
  return { engine, aspects: info.aspects.length };
}

type Bundle = Awaited<ReturnType<typeof readBundleFolder>>;

/** The bundle with other weights, which its reference case follows, so that the engine takes it. */
async function shuffledBundle(bundle: Bundle): Promise<Bundle> {
  // In the order in which they are stored, whichever came first.
  const stored = weightNames(bundle.manifest.model).flatMap((name) => {
    const values = bundle.weights.get(name);
    return values ? [[name, values] as const] : [];
  });
  const all = stored.flatMap(([, values]) => [...values]);
  const weights = new Map(
    stored.map(([name, values]) => {
      const source = random('shuffled weights', bundle.manifest.id, name);
      // One number alone has no other order: it takes the value of any other.
      if (values.length === 1) return [name, Float32Array.of(all[Math.floor(source.next() * all.length)])];
      return [name, shuffle(values.slice(), source)];
    }),
  );
  const other: Bundle = { ...bundle, weights };
  await nodeBackends.load('wasm');
  await setBackend('wasm');
  const brain = makeBrain(other);
  const results = await selfCheckResults(brain, other);
  disposeBrain(brain);
  const reference = Object.fromEntries(Object.entries(results).map(([part, values]) => [part, [...values]]));
  const selfCheck = { ...bundle.manifest.selfCheck, ...reference };
  return { ...other, manifest: { ...bundle.manifest, selfCheck } };
}

/** Engines of the bundles that ship, each opened once. */
export function lessonEngines(order: WeightOrder) {
  const engines = new Map<string, ReturnType<typeof openEngine>>();
  const engineOf = (dataset: string) => {
    const found = engines.get(dataset) ?? openEngine(dataset, order);
    engines.set(dataset, found);
    return found;
  };

  /** All values of a lesson; in place of one that cannot be worked out, why. */
  return async (lesson: Lesson): Promise<ReadonlyMap<string, Known | Error>> => {
    const values = new Map<string, Known | Error>();
    for (const name of Object.keys(lesson.values)) {
      const { engine, aspects } = await engineOf(datasetOf(lesson, name));
      const live = liveOf(engine, lesson, aspects);
      values.set(
        name,
        await live(name).then(
          ({ value }) => value,
          (error: unknown) => (error instanceof Error ? error : new Error(JSON.stringify(error))),
        ),
      );
    }
    return values;
  };
}

type Engine = Parameters<typeof liveValues>[0];
const workers = new WeakMap<Engine, WeakMap<Lesson, ReturnType<typeof liveValues>>>();

/** Each value of a lesson is worked out once on each engine. */
function liveOf(engine: Engine, lesson: Lesson, aspects: number) {
  const known = workers.get(engine) ?? new WeakMap<Lesson, ReturnType<typeof liveValues>>();
  workers.set(engine, known);
  const live = known.get(lesson) ?? liveValues(engine, lesson, aspects);
  known.set(lesson, live);
  return live;
}
