import type { Bundle } from '../../data/bundle';
import { readDatasetIndex } from '../../data/datasetIndex';
import type { OnRead } from '../../data/read';
import { memory } from '../../model/tf';
import type { EngineApi } from '../contract';
import { questions } from '../questions';
import { serve } from '../questions/serve';
import type { BackendReport, OnProgress, Outcome, Progress, Stage, StartOptions } from '../start';
import { type BackendHost, type Check, checkAgain, chooseBackend } from './backends';
import { type Brain, disposeBrain, isWhole, makeBrain } from './brain';
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

/** What runs, and what it was started with. */
interface Running {
  readonly ground: Ground;
  readonly bundle: Bundle;
  readonly options: StartOptions;
  report: BackendReport;
}

/** A backend that was right where little was asked of it, and is not where more is: another one has its turn. */
class NotRight extends Error {
  constructor(readonly outcome: Outcome) {
    super(JSON.stringify(outcome));
  }
}

/** The engine behind {@link EngineApi}; one bundle at a time. */
export function createEngine(host: EngineHost): EngineApi {
  let running: Running | null = null;
  const now = (): Running => {
    if (!running) throw new RequestError('start', { is: 'not-started' });
    return running;
  };
  const optional = async (url: string) => host.readOptional?.(url) ?? null;
  const { answers, endAll } = serve(questions, () => now().ground);

  const stop = () => {
    running?.ground.dispose();
    running = null;
    endAll();
  };

  /** @param brain on the backend of the report */
  const run = (bundle: Bundle, brain: Brain, options: StartOptions, report: BackendReport): Running => {
    const whole = isWhole(brain);
    const verify = async () => {
      if (whole) return;
      const measure: Check['measure'] = (_, timely) => timely(selfCheck(brain, bundle));
      const checked = await checkAgain(host.backends, made.report, { tolerance: TOLERANCE, measure });
      if ('is' in checked) throw new NotRight(checked);
      made.report = { ...made.report, selfCheck: { ...checked, tolerance: TOLERANCE } };
    };
    const read = (file: string) => optional(`${options.bundleUrl}${file}`);
    const made: Running = { ground: new Ground(bundle, brain, read, verify), bundle, options, report };
    return made;
  };

  /** Goes on with the next backend where the one that runs turned out to be wrong. @throws EngineError when none is left */
  const moveOn = async ({ bundle, options, report }: Running, outcome: Outcome): Promise<void> => {
    stop();
    const stopped = [...(options.stopped ?? []), report.name];
    let brain: Brain | null = null;
    const other = await chooseBackend(
      host.backends,
      { ...options, stopped },
      {
        tolerance: TOLERANCE,
        measure: (_, timely) => {
          if (brain) disposeBrain(brain);
          brain = makeBrain(bundle);
          return timely(selfCheck(brain, bundle));
        },
      },
    );
    const tried = other.tried.map((one) => (one.name === report.name ? { ...one, outcome } : one));
    running = run(bundle, brain ?? makeBrain(bundle), { ...options, stopped }, { ...other, tried });
  };

  const own: Omit<EngineApi, keyof typeof questions> = {
    async start(options, onProgress) {
      const { bundleUrl, ...wish } = options;
      const started = performance.now();
      stop();
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
        running = run(bundle, brain ?? makeBrain(bundle), options, report);
        return { dataset: datasetInfo(bundle), backend: report, milliseconds: performance.now() - started };
      } catch (error) {
        if (brain) disposeBrain(brain);
        // What is wrong with the bundle says more than that no backend could check it.
        await reading;
        throw error;
      }
    },

    async replay(onProgress) {
      for (;;) {
        const at = now();
        try {
          const report = await at.ground.replayed(onProgress);
          return { ...report, backend: at.report };
        } catch (error) {
          if (!(error instanceof NotRight) || at !== running) throw error;
          await moveOn(at, error.outcome);
        }
      }
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
