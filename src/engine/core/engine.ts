import type { Bundle } from '../../data/bundle';
import { readDatasetIndex } from '../../data/datasetIndex';
import { EVIDENCE_FILE } from '../../data/evidence';
import type { OnRead } from '../../data/read';
import { type ReadEvidence, readEvidence } from '../../data/readEvidence';
import { defaultRelevant } from '../../model/metrics';
import { memory } from '../../model/tf';
import type { EngineApi, OnProgress, Progress, Stage } from '../api';
import { EngineError } from '../engineError';
import { loadPart } from '../loadPart';
import { type BackendHost, chooseBackend } from './backends';
import { type Brain, disposeBrain, makeBrain } from './brain';
import { datasetInfo } from './dataset';
import type { LabGround } from './labGround';
import { nextTask } from './nextTask';
import { RequestError } from './requestError';
import { selfCheck, TOLERANCE } from './selfCheck';
import { Session } from './session';
import { withTypedErrors } from './typedErrors';

/** What differs between browser, Node and tests. */
export interface EngineHost {
  readonly backends: BackendHost;
  readonly read: (bundleUrl: string, onRead: OnRead) => Promise<Bundle>;
  /** A single file that may be missing, as null; a host without it has no such files. */
  readonly readOptional?: (url: string) => Promise<Uint8Array | null>;
}

/** Progress is told at most this often, in interactions: a message for each t-batch would cost more than it says. */
const PROGRESS_STEP = 500;

/** The engine behind {@link EngineApi}; one bundle at a time. */
export function createEngine(host: EngineHost): EngineApi {
  let session: Session | null = null;
  let latestView = 0;
  let latestMap = 0;
  let latestAttend = 0;
  let latestEvaluation = 0;
  let latestExperiment = 0;
  let latestLeaveOneOut = 0;
  let evidence: Promise<ReadEvidence> | null = null;
  let folder = '';
  const current = (): Session => {
    if (!session) throw new RequestError('start', 'the engine has not been started');
    return session;
  };
  const optional = async (url: string) => host.readOptional?.(url) ?? null;
  /** Runs an experiment on the present session; another one, a stop or a new start ends it. */
  const experiment = async <T>(run: (ground: LabGround) => Promise<T>): Promise<T> => {
    const ticket = ++latestExperiment;
    const proceed = () => {
      if (ticket !== latestExperiment) throw superseded('experiment');
    };
    try {
      return await run(current().ground(proceed));
    } catch (error) {
      // A new start frees the weights under a running experiment: that it is stale says more.
      proceed();
      throw error;
    }
  };
  /** Read once; a failed download may be tried again. */
  const evidenceOf = (running: Session): Promise<ReadEvidence> => {
    evidence ??= optional(`${folder}${EVIDENCE_FILE}`)
      .then((bytes) => readEvidence(bytes, running.catalogue.bundle.manifest))
      .catch((error: unknown) => {
        evidence = null;
        throw error;
      });
    return evidence;
  };

  return withTypedErrors({
    async start({ bundleUrl, ...wish }, onProgress) {
      const started = performance.now();
      session?.dispose();
      session = null;
      evidence = null;
      folder = bundleUrl;
      latestEvaluation++;
      latestExperiment++;
      latestLeaveOneOut++;
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
      const { interactions } = running.catalogue.bundle.manifest.counts;
      return running.replay(tellNow('replay', interactions, onProgress));
    },

    check: async (request) => current().check(request),
    searchPeople: async (request) => current().findPeople(request),
    searchItems: async (request) => current().findItems(request),

    async view(request) {
      const ticket = ++latestView;
      const proceed = () => {
        if (ticket !== latestView) throw superseded('view');
      };
      // Newer requests may wait in the queue already: look before any work is done.
      await nextTask();
      proceed();
      return current().view(request, proceed);
    },

    difference: async (request) => current().difference(request),
    timeline: async (request) => current().timeline(request),
    effect: async (request) => current().effect(request),
    async leaveOneOut(request, onProgress) {
      const ticket = ++latestLeaveOneOut;
      const proceed = () => {
        if (ticket !== latestLeaveOneOut) throw superseded('history');
      };
      await nextTask();
      proceed();
      try {
        const tell = (done: number, total: number) => onProgress({ done, total });
        return await current().leaveOneOut(request, proceed, tell);
      } catch (error) {
        // A new start frees the weights under a running one: that it is stale says more.
        proceed();
        throw error;
      }
    },
    async stopLeaveOneOut() {
      latestLeaveOneOut++;
    },
    compare: async (request) => current().compare(request),
    waterfall: async (request) => current().waterfall(request),
    snapshot: async (request) => current().snapshot(request),
    open: async (request) => (await current().microscope()).open(request),
    trace: async (request) => (await current().microscope()).trace(request),
    faithfulness: async (request) => (await current().microscope()).faithfulness(request),
    dimension: async (request) => (await current().microscope()).dimension(request),
    async map(request) {
      const ticket = ++latestMap;
      const proceed = () => {
        if (ticket !== latestMap) throw superseded('map');
      };
      await nextTask();
      proceed();
      return current().map(request, proceed);
    },

    async attend(request) {
      const ticket = ++latestAttend;
      const proceed = () => {
        if (ticket !== latestAttend) throw superseded('attend');
      };
      await nextTask();
      proceed();
      return current().attend(request, proceed);
    },

    async evidence() {
      const read = await evidenceOf(current());
      return 'evidence' in read ? { state: 'measured', ...read } : { state: 'not-measured', ...read };
    },

    async evaluate(request, onProgress) {
      const ticket = ++latestEvaluation;
      const proceed = () => {
        if (ticket !== latestEvaluation) throw superseded('evaluation');
      };
      const running = current();
      // What the evidence counts as relevant; damaged evidence is told elsewhere and must not stand in the way here.
      const read = await evidenceOf(running).catch(() => null);
      proceed();
      const { counts, model } = running.catalogue.bundle.manifest;
      const relevant = read && 'evidence' in read ? read.evidence.relevant : defaultRelevant(model.rating);
      const { train, validation } = counts;
      const tell = tellNow('evaluate', train + validation, onProgress);
      try {
        return await running.evaluate(request, relevant, proceed, tell);
      } catch (error) {
        // A new start frees the weights under a running evaluation: that it is stale says more.
        proceed();
        throw error;
      }
    },

    async stopEvaluation() {
      latestEvaluation++;
    },

    goalSeek: (request, onProgress) =>
      experiment(async (ground) => (await labs()).goalSeek(ground, request, onProgress)),
    coldStart: (request, onProgress) =>
      experiment(async (ground) => (await labs()).coldStartLab(ground, request, onProgress)),
    feedbackLoop: (request, onProgress) =>
      experiment(async (ground) => (await labs()).feedbackLoop(ground, request, onProgress)),
    async stopExperiment() {
      latestExperiment++;
    },

    async datasets(indexUrl) {
      const bytes = await optional(indexUrl);
      return bytes && readDatasetIndex(bytes);
    },

    async memory() {
      const { numTensors, numBytes } = memory();
      return { tensors: numTensors, bytes: numBytes };
    },
  });
}

const superseded = (what: string): EngineError =>
  new EngineError('superseded', `a newer ${what} was asked for`);

const labs = () => loadPart(() => import('./labs'));

/** Tells how many interactions are done, now and then. */
function tellNow(stage: Stage, total: number, onProgress: OnProgress): (done: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (done) => {
    if (done < told + PROGRESS_STEP && done < total) return;
    told = done;
    onProgress({ stage, done, total, unit: 'interactions' });
  };
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
