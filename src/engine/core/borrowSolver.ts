import { proxy, wrap } from 'comlink';
import { type Lent, WANTED } from '../lendSolver';
import type { EaseSolver } from './easeSolver';

/** The solver of this worker, asked for when it is first needed, and a promise that is kept once it is lost. */
let lent: { readonly solver: Promise<EaseSolver | null>; readonly lost: Promise<null> } | null = null;

/** The solver in the worker that the page lends; `here` stands in once that is lost. */
export const borrowSolver = (here: EaseSolver): EaseSolver => ({
  async scores(one, told) {
    lent ??= ask();
    const there = await lent.solver;
    const found = there && (await Promise.race([there.scores(one, proxy(told)), lent.lost]));
    return found ?? here.scores(one, told);
  },
});

function ask(): NonNullable<typeof lent> {
  const came = new Promise<MessagePort | null>(hear);
  const lost = new Promise<null>((resolve) => hear((port) => port ?? resolve(port)));
  postMessage(WANTED);
  return { solver: came.then((port) => port && (wrap<EaseSolver>(port) as unknown as EaseSolver)), lost };
}

const hear = (listener: (port: MessagePort | null) => void): void =>
  addEventListener('message', ({ data }: MessageEvent<Partial<Lent> | null>) => {
    const port = data?.[WANTED];
    if (port !== undefined) listener(port);
  });
