import type { Bundle } from '../../data/bundle';
import type { OnRead } from '../../data/read';
import { memory } from '../../model/tf';
import { type EngineApi, type OnProgress, type Stage, SUPERSEDED } from '../api';
import { type BackendHost, chooseBackend } from './backends';
import { type Brain, disposeBrain, makeBrain } from './brain';
import { datasetInfo } from './dataset';
import { nextTask } from './nextTask';
import { RequestError } from './requestError';
import { selfCheck, TOLERANCE } from './selfCheck';
import { Session } from './session';

/** What differs between browser, Node and tests. */
export interface EngineHost {
  readonly backends: BackendHost;
  readonly read: (bundleUrl: string, onRead: OnRead) => Promise<Bundle>;
}

/** Progress is told at most this often, in interactions: a message for each t-batch would cost more than it says. */
const PROGRESS_STEP = 500;

/** The engine behind {@link EngineApi}; one bundle at a time. */
export function createEngine(host: EngineHost): EngineApi {
  let session: Session | null = null;
  let latestView = 0;
  const current = (): Session => {
    if (!session) throw new RequestError('start', 'the engine has not been started');
    return session;
  };

  return {
    async start({ bundleUrl, backend }, onProgress) {
      const started = performance.now();
      session?.dispose();
      session = null;
      const reading = host.read(bundleUrl, tellReading(onProgress));
      // Awaited below; a failure meanwhile must not count as unhandled.
      reading.catch(() => {});
      let brain: Brain | null = null;
      onProgress({ stage: 'backend', done: 0, total: 1, unit: 'steps' });
      try {
        const report = await chooseBackend(host.backends, backend, TOLERANCE, async () => {
          onProgress({ stage: 'backend', done: 1, total: 1, unit: 'steps' });
          const bundle = await reading;
          if (brain) disposeBrain(brain);
          brain = makeBrain(bundle);
          onProgress({ stage: 'self-check', done: 0, total: 1, unit: 'steps' });
          const error = await selfCheck(brain, bundle);
          onProgress({ stage: 'self-check', done: 1, total: 1, unit: 'steps' });
          return error;
        });
        const bundle = await reading;
        session = new Session(bundle, brain ?? makeBrain(bundle));
        return { dataset: datasetInfo(bundle), backend: report, milliseconds: performance.now() - started };
      } catch (error) {
        if (brain) disposeBrain(brain);
        // What is wrong with the bundle says more than that no backend could check it.
        await reading;
        throw error;
      }
    },

    async replay(onProgress) {
      const running = current();
      const total = running.catalogue.bundle.manifest.counts.interactions;
      let told = Number.NEGATIVE_INFINITY;
      return running.replay((done) => {
        if (done < told + PROGRESS_STEP && done < total) return;
        told = done;
        onProgress({ stage: 'replay', done, total, unit: 'interactions' });
      });
    },

    searchPeople: async (request) => current().search.findPeople(request),
    searchItems: async (request) => current().search.findItems(request),

    async view(request) {
      const ticket = ++latestView;
      const proceed = () => {
        if (ticket !== latestView) throw superseded();
      };
      // Newer requests may wait in the queue already: look before any work is done.
      await nextTask();
      proceed();
      return current().view(request, proceed);
    },

    difference: async (request) => current().difference(request),
    attend: async (text) => current().attend(text),

    async memory() {
      const { numTensors, numBytes } = memory();
      return { tensors: numTensors, bytes: numBytes };
    },
  };
}

function superseded(): Error {
  const error = new Error('a newer view was asked for');
  error.name = SUPERSEDED;
  return error;
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
