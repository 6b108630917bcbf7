import { type ProxyMarked, proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { BackendName, EngineApi, EvidenceReport, OnProgress, StartOptions, StartReport } from './api';
import { carryErrors } from './carryErrors';
import { asEngineError, EngineError } from './engineError';

/** What happened when the worker had to be replaced. */
export interface Restart {
  /** Why, in words. */
  readonly cause: string;
  /** Report of the new start. */
  readonly report: StartReport;
}

export interface EngineClient extends EngineApi {
  /** Tells of every restart; returns a function that stops it. */
  onRestart(listener: (restart: Restart) => void): () => void;
  /** Ends the worker. Open requests reject, later ones too. */
  dispose(): void;
}

/** A worker as far as the client needs it; tests put another in its place. */
export type SpawnWorker = () => Worker;

const spawnWorker: SpawnWorker = () =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Restarts in a row, without an answer in between, before giving up. */
const MOST_RESTARTS = 4;

/** A running worker, and the promise that rejects when it dies. */
interface Running {
  readonly worker: Worker;
  readonly api: Remote<EngineApi>;
  readonly death: Promise<never>;
  dead: boolean;
  readonly kill: (cause: WorkerDied) => void;
}

/** One worker is no more; the next one may live. */
class WorkerDied extends EngineError {
  constructor(cause: string) {
    super('died', cause);
  }
}

/** A request that waits for a new worker. */
interface Waiting {
  readonly number: number;
  readonly go: (failure: EngineError | null) => void;
}

/**
 * Starts an engine in a worker of its own. A worker that dies, for instance with a lost GPU, is replaced; the request
 * under way is asked again, which is safe since every answer is a function of the request alone.
 */
export function createEngineClient(spawn: SpawnWorker = spawnWorker): EngineClient {
  const listeners = new Set<(restart: Restart) => void>();
  let disposed = false;
  let options: StartOptions | null = null;
  let progress: OnProgress = noProgress;
  /** Report of a restart, for a `start` that its worker did not live to answer. */
  let revived: StartReport | null = null;
  let lastBackend: BackendName | null = null;
  let stopped: readonly BackendName[] = [];
  let deaths = 0;
  let reviving = false;
  let asked = 0;
  let waiting: Waiting[] = [];

  /** A worker whose death is noticed at once, even while nothing is asked of it. */
  const launch = (): Running => {
    const launched = open(spawn);
    launched.death.catch((cause: WorkerDied) => {
      // A failure comes up again with the next request.
      if (!disposed && options) recover(launched, cause);
    });
    return launched;
  };

  const alive = () => {
    if (disposed) throw closed();
  };

  /** Replaces a dead worker and starts it as before; after a second death in a row without the backend it ran on. */
  const revive = async (cause: WorkerDied): Promise<void> => {
    alive();
    deaths++;
    if (deaths > MOST_RESTARTS)
      throw new EngineError('died', `The engine stopped ${deaths} times in a row: ${cause.message}`);
    running = launch();
    if (!options) return;
    if (deaths > 1) stopped = alsoStopped(stopped, lastBackend);
    const again = stopped.length > 0 ? { ...options, stopped } : options;
    const report = await heard(progress, (told) => answer(running, (api) => api.start(again, told)));
    lastBackend = report.backend.name;
    revived = report;
    for (const listener of listeners) listener({ cause: cause.message, report });
  };

  /** Several requests find the same dead worker; the first replaces it. */
  const recover = (from: Running, cause: WorkerDied): void => {
    if (from !== running || reviving) return;
    reviving = true;
    const done = (failure: EngineError | null) => {
      reviving = false;
      const those = waiting.toSorted((a, b) => a.number - b.number);
      waiting = [];
      for (const one of those) one.go(failure);
    };
    reviveUntilAlive(cause).then(
      () => done(null),
      (error: unknown) => done(asEngineError(error)),
    );
  };

  /** In the order in which they were asked, or an old question would take over from a newer one. */
  const aliveAgain = (number: number): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ number, go: (failure) => (failure ? reject(failure) : resolve()) });
    });

  const reviveUntilAlive = async (cause: WorkerDied): Promise<void> => {
    for (let reason = cause; ; ) {
      try {
        return await revive(reason);
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
        reason = error;
      }
    }
  };

  const call = async <T>(ask: (api: Remote<EngineApi>) => Promise<T>): Promise<T> => {
    const number = asked++;
    for (;;) {
      alive();
      if (reviving) await aliveAgain(number);
      const on = running;
      try {
        const result = await answer(on, ask);
        deaths = 0;
        return result;
      } catch (error) {
        if (disposed) throw closed();
        if (!(error instanceof WorkerDied)) throw asEngineError(error);
        recover(on, error);
      }
    }
  };

  carryErrors();
  let running = launch();

  return {
    async start(asked, onProgress) {
      options = asked;
      progress = onProgress;
      revived = null;
      const report = await heard(onProgress, (told) =>
        call(async (api) => revived ?? api.start(asked, told)),
      );
      lastBackend = report.backend.name;
      return report;
    },
    replay: (onProgress) => heard(onProgress, (told) => call((api) => api.replay(told))),
    check: (request) => call((api) => api.check(request)),
    searchPeople: (request) => call((api) => api.searchPeople(request)),
    searchItems: (request) => call((api) => api.searchItems(request)),
    view: (request) => call((api) => api.view(request)),
    difference: (request) => call((api) => api.difference(request)),
    timeline: (request) => call((api) => api.timeline(request)),
    effect: (request) => call((api) => api.effect(request)),
    leaveOneOut: (request, onProgress) =>
      heard(onProgress, (told) => call((api) => api.leaveOneOut(request, told))),
    stopLeaveOneOut: () => call((api) => api.stopLeaveOneOut()),
    compare: (request) => call((api) => api.compare(request)),
    waterfall: (request) => call((api) => api.waterfall(request)),
    snapshot: (request) => call((api) => api.snapshot(request)),
    map: (request) => call((api) => api.map(request)),
    open: (request) => call((api) => api.open(request)),
    trace: (request) => call((api) => api.trace(request)),
    dimension: (request) => call((api) => api.dimension(request)),
    faithfulness: (request) => call((api) => api.faithfulness(request)),
    attend: (request) => call((api) => api.attend(request)),
    // The library turns a promise of a union into a union of promises.
    evidence: () => call((api) => api.evidence() as Promise<EvidenceReport>),
    evaluate: (request, onProgress) =>
      heard(onProgress, (told) => call((api) => api.evaluate(request, told))),
    stopEvaluation: () => call((api) => api.stopEvaluation()),
    goalSeek: (request, onProgress) =>
      heard(onProgress, (told) => call((api) => api.goalSeek(request, told))),
    coldStart: (request, onProgress) =>
      heard(onProgress, (told) => call((api) => api.coldStart(request, told))),
    feedbackLoop: (request, onProgress) =>
      heard(onProgress, (told) => call((api) => api.feedbackLoop(request, told))),
    stopExperiment: () => call((api) => api.stopExperiment()),
    datasets: (indexUrl) => call((api) => api.datasets(indexUrl)),
    memory: () => call((api) => api.memory()),
    onRestart(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      running.kill(new WorkerDied('the engine has been closed'));
      for (const { go } of waiting) go(closed());
      waiting = [];
      listeners.clear();
    },
  };
}

const closed = (): EngineError => new EngineError('closed', 'the engine has been closed');

const noProgress: OnProgress = () => {};

/**
 * Tells progress until there is an answer. The two come by channels of their own, so the last progress may arrive after
 * the answer: told then, it would look as if the work were still under way.
 */
async function heard<P, T>(
  onProgress: (progress: P) => void,
  ask: (told: ((progress: P) => void) & ProxyMarked) => Promise<T>,
): Promise<T> {
  let answered = false;
  const told = proxy((progress: P) => {
    if (!answered) onProgress(progress);
  });
  try {
    return await ask(told);
  } finally {
    answered = true;
  }
}

/**
 * Backends to do without after another death: the one it ran on, and WebGPU for good once it was the cause. A worker that
 * never came to say what it runs on may have died of WebGPU, of which workers die most.
 */
const alsoStopped = (stopped: readonly BackendName[], last: BackendName | null): readonly BackendName[] => [
  ...new Set([...stopped.filter((name) => name === 'webgpu'), last ?? 'webgpu']),
];

function open(spawn: SpawnWorker): Running {
  const worker = spawn();
  const api = wrap<EngineApi>(worker);
  let reject: (cause: WorkerDied) => void = () => {};
  const death = new Promise<never>((_, fail) => {
    reject = fail;
  });
  death.catch(() => {});
  const running: Running = {
    worker,
    api,
    death,
    dead: false,
    kill: (cause) => {
      if (running.dead) return;
      running.dead = true;
      reject(cause);
      api[releaseProxy]();
      worker.terminate();
    },
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    const message = event.message?.replace(/^Uncaught (Error: )?/, '');
    running.kill(new WorkerDied(message || 'the worker could not be loaded'));
  });
  worker.addEventListener('messageerror', () => running.kill(new WorkerDied('a message could not be read')));
  return running;
}

/** The answer of one worker, or the cause of its death. */
const answer = <T>({ api, death, dead }: Running, ask: (api: Remote<EngineApi>) => Promise<T>): Promise<T> =>
  dead ? death : Promise.race([ask(api), death]);
