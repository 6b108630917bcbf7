import type { Bundle } from '../../data/bundle';
import { readDatasetIndex } from '../../data/datasetIndex';
import type { OnRead } from '../../data/read';
import { memory } from '../../model/tf';
import type { EngineApi } from '../contract';
import { questions } from '../questions';
import { serve } from '../questions/serve';
import type { OnProgress, Progress, Stage } from '../start';
import { type BackendHost, chooseBackend } from './backends';
import { type Brain, disposeBrain, makeBrain } from './brain';
import { datasetInfo } from './dataset';
import { Ground } from './ground';
import type { OwnBundle } from './ownBundle';
import { RequestError } from './requestError';
import { selfCheck, TOLERANCE } from './selfCheck';
import { withTypedErrors } from './typedErrors';

/** What differs between browser, Node and tests. */
export interface EngineHost {
  readonly backends: BackendHost;
  readonly read: (bundleUrl: string, onRead: OnRead) => Promise<Bundle>;
  /** A single file that may be missing, as null; a host without it has no such files. */
  readonly readOptional?: (url: string) => Promise<Uint8Array | null>;
  /** Where a data set of somebody's own is kept; a host without it keeps none. */
  readonly own?: Pick<OwnBundle, 'take' | 'look' | 'forget'>;
}

/** The engine behind {@link EngineApi}; one bundle at a time. */
export function createEngine(host: EngineHost): EngineApi {
  let ground: Ground | null = null;
  const current = (): Ground => {
    if (!ground) throw new RequestError('start', { is: 'not-started' });
    return ground;
  };
  const optional = async (url: string) => host.readOptional?.(url) ?? null;
  const { answers, endAll } = serve(questions, current);

  const own: Omit<EngineApi, keyof typeof questions> = {
    async start({ bundleUrl, ...wish }, onProgress) {
      const started = performance.now();
      ground?.dispose();
      ground = null;
      endAll();
      // Data and backend come side by side: what is told is the one that is still waited for.
      const backendAt = (done: number): Progress => ({ stage: 'backend', done, total: 1, unit: 'steps' });
      let chosen = false;
      let lastRead: Progress | null = null;
      onProgress(backendAt(0));
      const tell = tellReading((progress) => {
        lastRead = progress;
        onProgress(progress);
      });
      const reading = host.read(bundleUrl, tell);
      // A failure is told below, and must not count as unhandled meanwhile.
      reading.then(
        () => {
          lastRead = null;
          if (!chosen) onProgress(backendAt(0));
        },
        () => {},
      );
      let brain: Brain | null = null;
      try {
        const report = await chooseBackend(host.backends, wish, {
          tolerance: TOLERANCE,
          async measure(_, timely) {
            chosen = true;
            onProgress(lastRead ?? backendAt(1));
            const bundle = await reading;
            if (brain) disposeBrain(brain);
            brain = makeBrain(bundle);
            onProgress({ stage: 'self-check', done: 0, total: 1, unit: 'steps' });
            const checked = await timely(selfCheck(brain, bundle));
            onProgress({ stage: 'self-check', done: 1, total: 1, unit: 'steps' });
            return checked;
          },
        });
        const bundle = await reading;
        ground = new Ground(bundle, brain ?? makeBrain(bundle), (file) => optional(`${bundleUrl}${file}`));
        return { dataset: datasetInfo(bundle), backend: report, milliseconds: performance.now() - started };
      } catch (error) {
        if (brain) disposeBrain(brain);
        // What is wrong with the bundle says more than that no backend could check it.
        await reading;
        throw error;
      }
    },

    async replay(onProgress) {
      return current().replayed(onProgress);
    },

    async datasets(indexUrl) {
      const bytes = await optional(indexUrl);
      return bytes && readDatasetIndex(bytes);
    },

    async takeOwn(files) {
      if (!host.own) throw new Error('nothing is kept here');
      return host.own.take(files);
    },

    async lookAtOwn() {
      return host.own?.look() ?? null;
    },

    async forgetOwn() {
      await host.own?.forget();
    },

    async memory() {
      const { numTensors, numBytes } = memory();
      return { tensors: numTensors, bytes: numBytes };
    },
  };
  return { ...withTypedErrors(own), ...answers };
}

const STAGES: Record<Parameters<OnRead>[0], Stage> = {
  manifest: 'manifest',
  download: 'download',
  verify: 'verify',
  parse: 'prepare',
};

const tellReading =
  (onProgress: OnProgress): OnRead =>
  (stage, done, total) => {
    const unit = stage === 'download' || stage === 'verify' ? 'bytes' : 'steps';
    onProgress({ stage: STAGES[stage], done, total, unit });
  };
