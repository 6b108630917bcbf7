import { afterEach, expect, it, vi } from 'vitest';
import { lendSolver, WANTED } from './lendSolver';

class Solver extends EventTarget {
  static readonly made: Solver[] = [];
  ended = false;
  readonly sent: MessagePort[] = [];

  constructor() {
    super();
    Solver.made.push(this);
  }

  postMessage(_: unknown, [port]: MessagePort[]): void {
    this.sent.push(port);
  }

  terminate(): void {
    this.ended = true;
  }
}

class Engine extends EventTarget {
  readonly heard: { readonly [WANTED]: MessagePort | null }[] = [];

  asks(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(data: { readonly [WANTED]: MessagePort | null }): void {
    this.heard.push(data);
  }
}

const engine = new Engine();

afterEach(() => {
  vi.unstubAllGlobals();
  for (const port of [...Solver.made.flatMap(({ sent }) => sent), ...engine.heard.map((one) => one[WANTED])])
    port?.close();
});

it('lends one solver to a worker that asks, tells when it is lost, and ends it', async () => {
  vi.stubGlobal('Worker', Solver);
  const end = lendSolver(engine as unknown as Worker);
  engine.asks({ id: 'an answer' });
  expect(Solver.made).toEqual([]);

  engine.asks(WANTED);
  engine.asks(WANTED);
  expect(Solver.made).toHaveLength(1);
  const [solver] = Solver.made;
  const [theirs] = solver.sent;
  const ours = engine.heard[0][WANTED];
  const met = new Promise((resolve) => {
    theirs.onmessage = ({ data }) => resolve(data);
  });
  ours?.postMessage('a question');
  expect(await met).toBe('a question');

  solver.dispatchEvent(new Event('error'));
  expect(engine.heard.at(-1)).toEqual({ [WANTED]: null });
  end();
  expect(solver.ended).toBe(true);
});
