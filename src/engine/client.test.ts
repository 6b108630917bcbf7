import { expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngineClient, type EngineClient, type Restart, type SpawnWorker } from './client';
import type { EngineApi } from './contract';
import { RequestError } from './core/requestError';
import { EngineError } from './engineError';
import { DEVICE_LOST } from './problem';
import type { BackendName, StartOptions } from './start';

const GOOD = { text: 'good', log: [], draft: null };

/** A worker on a message channel: it answers like an engine, and can be made to die. */
class FakeWorker extends EventTarget {
  readonly asked: StartOptions[] = [];
  terminated = false;
  private readonly channel = new MessageChannel();

  constructor(engine: (worker: FakeWorker) => Partial<EngineApi>) {
    super();
    expose(engine(this), this.channel.port2);
    this.channel.port1.addEventListener('message', (event) => {
      this.dispatchEvent(new MessageEvent('message', { data: event.data, ports: [...event.ports] }));
    });
    this.channel.port1.start();
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.terminated) this.channel.port1.postMessage(message, transfer);
  }

  die(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  terminate(): void {
    this.terminated = true;
    this.channel.port1.close();
  }
}

const never = new Promise<never>(() => {});
const options = (backend: BackendName | null = null): StartOptions => ({ bundleUrl: 'memory:', backend });

let client: EngineClient | null = null;
const workers: FakeWorker[] = [];

function open(engine: (worker: FakeWorker, index: number) => Partial<EngineApi>): EngineClient {
  const spawn: SpawnWorker = () => {
    const worker = new FakeWorker((self) => {
      const index = workers.length;
      const answers = engine(self, index);
      return {
        start: async (asked, onProgress) => {
          self.asked.push(asked);
          // Heard before the answer, which comes by another channel.
          await onProgress({ stage: 'backend', done: 1, total: 1, unit: 'steps' });
          return { backend: { name: asked.backend ?? 'webgpu' } } as never;
        },
        ...answers,
      };
    });
    workers.push(worker);
    return worker as unknown as Worker;
  };
  client = createEngineClient(spawn);
  return client;
}

afterEach(() => {
  client?.dispose();
  workers.length = 0;
});

describe('createEngineClient', () => {
  it('asks again in a new worker when one dies, and tells', async () => {
    const engine = open((worker, index) => ({
      attend: async () => {
        if (index > 0) return [];
        queueMicrotask(() => worker.die(`${DEVICE_LOST}it hung`));
        return never;
      },
    }));
    const restarts: Restart[] = [];
    engine.onRestart((restart) => restarts.push(restart));
    const stages: string[] = [];
    await engine.start(options(), (progress) => stages.push(progress.stage));
    expect(await engine.attend(GOOD)).toEqual([]);
    expect(restarts.map((one) => one.death)).toEqual([{ lost: 'it hung' }]);
    expect(workers.map((one) => one.terminated)).toEqual([true, false]);
    expect(workers[1].asked).toEqual([options()]);
    expect(stages).toContain('backend');
  });

  it('may be handed on through a promise', async () => {
    const engine = open(() => ({}));
    expect(await Promise.resolve(engine)).toBe(engine);
  });

  it('tells no progress once there is an answer', async () => {
    let late: Promise<unknown> = never;
    const engine = open(() => ({
      replay: async (onProgress) => {
        const tell = (done: number) => onProgress({ stage: 'replay', done, total: 2, unit: 'interactions' });
        await tell(1);
        late = new Promise((resolve) => setTimeout(() => resolve(tell(2)), 20));
        return { interactions: 2 } as never;
      },
    }));
    await engine.start(options(), () => {});
    const told: number[] = [];
    await engine.replay(({ done }) => told.push(done));
    await late;
    expect(told).toEqual([1]);
  });

  it('notices a death between requests', async () => {
    const engine = open(() => ({ attend: async () => [] }));
    const told = new Promise<Restart>((resolve) => engine.onRestart(resolve));
    await engine.start(options(), () => {});
    workers[0].die('lost');
    expect((await told).death).toEqual({ said: 'lost' });
    expect(await engine.attend(GOOD)).toEqual([]);
    expect(workers).toHaveLength(2);
  });

  it.each([
    ['Chromium', `Uncaught Error: ${DEVICE_LOST}it hung`, { lost: 'it hung' }],
    ['Firefox', `Error: ${DEVICE_LOST}`, { lost: '' }],
    ['Firefox', 'Error: out of memory', { said: 'out of memory' }],
    ['no browser, as the script did not come', '', 'not-loaded'],
  ])('knows what was thrown from the words of %s', async (_, message, death) => {
    const engine = open(() => ({}));
    const told = new Promise<Restart>((resolve) => engine.onRestart(resolve));
    await engine.start(options(), () => {});
    workers[0].die(message);
    expect((await told).death).toEqual(death);
  });

  it('goes on to another backend after a second death in a row', async () => {
    const engine = open((worker, index) => ({
      attend: async () => {
        if (index > 1) return [];
        queueMicrotask(() => worker.die('lost'));
        return never;
      },
    }));
    await engine.start(options(), () => {});
    await engine.attend(GOOD);
    // Nobody asked for another one: the engine is told which has stopped, so that it can say why it runs on the next.
    expect(workers[2].asked).toEqual([{ ...options(), stopped: ['webgpu'] }]);
  });

  it('gives up when no worker lives', async () => {
    const engine = open((worker) => ({
      start: async () => {
        queueMicrotask(() => worker.die('no script'));
        return never;
      },
    }));
    const started = engine.start(options(), () => {});
    await expect(started).rejects.toMatchObject({
      why: { kind: 'died', times: 5, death: { said: 'no script' } },
    });
  });

  it('rejects what is open and what comes once it is closed', async () => {
    const engine = open(() => ({ attend: () => never }));
    await engine.start(options(), () => {});
    const open_ = engine.attend(GOOD);
    engine.dispose();
    await expect(open_).rejects.toMatchObject({ why: { kind: 'closed' } });
    await expect(engine.attend(GOOD)).rejects.toMatchObject({ why: { kind: 'closed' } });
    expect(workers[0].terminated).toBe(true);
  });

  const NO_ITEM = { is: 'no-item', name: 'i99' } as const;

  it('hands errors of the engine through with their kind, field and entry', async () => {
    const engine = open(() => ({
      attend: async () => {
        throw new RequestError('item', NO_ITEM, 3);
      },
      compare: async () => {
        throw new TypeError('a fault');
      },
    }));
    const refused = engine.attend(GOOD);
    await expect(refused).rejects.toBeInstanceOf(EngineError);
    await expect(refused).rejects.toMatchObject({
      why: { kind: 'request', field: 'item', entry: 3, problem: NO_ITEM },
      message: 'entry 4, item: no-item name "i99"',
    });
    const fault = { why: { kind: 'fault', message: 'a fault' }, message: 'a fault' };
    await expect(engine.compare({} as never)).rejects.toMatchObject(fault);
    // What cannot even be sent.
    await expect(engine.attend({ ...GOOD, text: (() => {}) as never })).rejects.toMatchObject({
      why: { kind: 'fault' },
    });
  });

  it('asks a new worker in the order in which the old one was asked, or the latest question would not win', async () => {
    const asked: string[] = [];
    let restarted = () => {};
    const engine = open((worker, index) => ({
      start: async () => {
        // Asked while the new worker is being started.
        if (index > 0) restarted();
        return { backend: { name: 'wasm' } } as never;
      },
      attend: async ({ text }) => {
        if (index > 0) {
          asked.push(text);
          return [];
        }
        if (text === 'second') queueMicrotask(() => worker.die('lost'));
        return never;
      },
    }));
    await engine.start(options(), () => {});
    const later: Promise<unknown>[] = [];
    restarted = () => {
      later.push(engine.attend({ ...GOOD, text: 'third' }));
    };
    await Promise.all(['first', 'second'].map((text) => engine.attend({ ...GOOD, text })));
    await Promise.all(later);
    expect(asked).toEqual(['first', 'second', 'third']);
  });
});
