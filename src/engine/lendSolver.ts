/**
 * EASE is solved in a worker beside the engine's. The page makes it: Firefox now and then freezes a worker that makes
 * another, for good and without an error.
 */

/** What the engine's worker sends when it first needs a solver. */
export const WANTED = 'ease-solver';

/** What comes back: where the solver listens, or null once it is lost. */
export interface Lent {
  readonly [WANTED]: MessagePort | null;
}

/** Makes a solver for a worker that asks for one; returns what ends it. */
export function lendSolver(worker: Worker): () => void {
  let solver: Worker | null = null;
  worker.addEventListener('message', ({ data }) => {
    if (data !== WANTED || solver) return;
    solver = new Worker(new URL('./easeWorker.ts', import.meta.url), { type: 'module' });
    solver.addEventListener('error', () => worker.postMessage({ [WANTED]: null } satisfies Lent));
    const { port1, port2 } = new MessageChannel();
    solver.postMessage(WANTED, [port1]);
    worker.postMessage({ [WANTED]: port2 } satisfies Lent, [port2]);
  });
  return () => solver?.terminate();
}
