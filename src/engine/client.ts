import { type ProxyMarked, proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { BackendName, EngineApi, EvidenceReport, OnProgress, StartOptions, StartReport } from './api';

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
  readonly kill: (cause: Error) => void;
}

class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
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
  let deaths = 0;
  let reviving: Promise<void> | null = null;

  /** A worker whose death is noticed at once, even while nothing is asked of it. */
  const launch = (): Running => {
    const launched = open(spawn);
    launched.death.catch((cause: Error) => {
      // A failure comes up again with the next request.
      if (!disposed && options) recover(launched, cause).catch(() => {});
    });
    return launched;
  };

  const alive = () => {
    if (disposed) throw new Error('the engine has been closed');
  };

  /** Replaces a dead worker and starts it as before; after a second death in a row without WebGPU. */
  const revive = async (cause: Error): Promise<void> => {
    alive();
    deaths++;
    if (deaths > MOST_RESTARTS)
      throw new Error(`The engine stopped ${deaths} times in a row: ${cause.message}`);
    running = launch();
    if (!options) return;
    const asked = options;
    const backend = deaths > 1 ? nextBackend(lastBackend) : asked.backend;
    const report = await heard(progress, (told) =>
      answer(running, (api) => api.start({ ...asked, backend }, told)),
    );
    lastBackend = report.backend.name;
    revived = report;
    for (const listener of listeners) listener({ cause: cause.message, report });
  };

  const recover = async (from: Running, cause: Error): Promise<void> => {
    // Several requests find the same dead worker; the first replaces it.
    if (from !== running) return reviving ?? undefined;
    reviving ??= reviveUntilAlive(cause).finally(() => {
      reviving = null;
    });
    return reviving;
  };

  const reviveUntilAlive = async (cause: Error): Promise<void> => {
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
    for (;;) {
      alive();
      if (reviving) await reviving;
      const on = running;
      try {
        const result = await answer(on, ask);
        deaths = 0;
        return result;
      } catch (error) {
        if (!(error instanceof WorkerDied) || disposed) throw error;
        await recover(on, error);
      }
    }
  };

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
      listeners.clear();
    },
  };
}

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

const nextBackend = (last: BackendName | null): BackendName => (last === 'wasm' ? 'cpu' : 'wasm');

function open(spawn: SpawnWorker): Running {
  const worker = spawn();
  const api = wrap<EngineApi>(worker);
  let reject: (cause: Error) => void = () => {};
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
