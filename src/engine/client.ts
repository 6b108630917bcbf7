import { proxy, type Remote, releaseProxy, wrap } from 'comlink';

import { carryErrors } from './carryErrors';
import type { EngineApi } from './contract';
import { asEngineError, EngineError } from './engineError';
import { lendSolver } from './lendSolver';
import { DEVICE_LOST, type Death, type Why } from './problem';
import type { BackendName, OnProgress, StartOptions, StartReport } from './start';

/** What happened when the worker had to be replaced. */
export interface Restart {
  readonly death: Death;
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

/** @param bundleUrl the bundle that will be asked for: its reading begins at once */
export const spawnWorker = (bundleUrl = ''): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: bundleUrl });

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
class WorkerDied extends EngineError<Extract<Why, { readonly kind: 'died' }>> {
  constructor(death: Death) {
    super({ kind: 'died', death, times: 1 });
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
export function createEngineClient(spawn: SpawnWorker = () => spawnWorker()): EngineClient {
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
    if (deaths > MOST_RESTARTS) throw new EngineError({ ...cause.why, times: deaths });
    running = launch();
    if (!options) return;
    if (deaths > 1) stopped = alsoStopped(stopped, lastBackend);
    const again = stopped.length > 0 ? { ...options, stopped } : options;
    const report = await heard([again, progress], (given) => answer(running, (api) => api.start(...given)));
    lastBackend = report.backend.name;
    revived = report;
    for (const listener of listeners) listener({ death: cause.why.death, report });
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

  const own: Partial<EngineClient> = {
    async start(asked, onProgress) {
      options = asked;
      progress = onProgress;
      revived = null;
      const report = await heard([asked, onProgress], (given) =>
        call(async (api) => revived ?? api.start(...given)),
      );
      lastBackend = report.backend.name;
      return report;
    },
    onRestart(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      running.kill(new WorkerDied('closed'));
      for (const { go } of waiting) go(closed());
      waiting = [];
      listeners.clear();
    },
  };
  const ask =
    (name: string) =>
    (...given: unknown[]) =>
      heard(given, (sent) => call((api) => (api as unknown as AnyApi)[name](...sent)));
  // Every other name is a question: their table, which brings all answers with it, need not be loaded here. To hand a
  // client on through a promise asks it for its `then`, which is none.
  return new Proxy(own as EngineClient, {
    get: (_, name) =>
      name in own || typeof name === 'symbol' || name === 'then' ? Reflect.get(own, name) : ask(name),
  });
}

/** An engine as far as its questions are alike. */
type AnyApi = Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>>;

const closed = (): EngineError => new EngineError({ kind: 'closed' });

const noProgress: OnProgress = () => {};

/**
 * Tells progress until there is an answer. The two come by channels of their own, so the last progress may arrive after
 * the answer: told then, it would look as if the work were still under way.
 */
async function heard<Given extends readonly unknown[] | [], T>(
  given: Given,
  ask: (sent: Given) => Promise<T>,
): Promise<T> {
  let answered = false;
  const told = (onProgress: (progress: unknown) => void) =>
    proxy((progress: unknown) => {
      if (!answered) onProgress(progress);
    });
  const sent = given.map((one) => (typeof one === 'function' ? told(one as never) : one));
  try {
    return await ask(sent as unknown as Given);
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

function deathOf(message: string | undefined): Death {
  // Chromium puts "Uncaught Error: " before what was thrown, Firefox "Error: ".
  const said = message?.replace(/^(?:Uncaught )?(?:Error: )?/, '');
  if (!said) return 'not-loaded';
  return said.startsWith(DEVICE_LOST) ? { lost: said.slice(DEVICE_LOST.length) } : { said };
}

function open(spawn: SpawnWorker): Running {
  const worker = spawn();
  const unlend = lendSolver(worker);
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
      unlend();
      worker.terminate();
    },
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    running.kill(new WorkerDied(deathOf(event.message)));
  });
  worker.addEventListener('messageerror', () => running.kill(new WorkerDied('unreadable')));
  return running;
}

/** The answer of one worker, or the cause of its death. */
const answer = <T>({ api, death, dead }: Running, ask: (api: Remote<EngineApi>) => Promise<T>): Promise<T> =>
  dead ? death : Promise.race([ask(api), death]);
