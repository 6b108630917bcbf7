import { createEngineClient } from '../../src/engine/client';

/** How long every state of one data set takes to compute anew, gates included; milliseconds. */
export interface Replay {
  readonly set: string;
  readonly interactions: number;
  /** In a new worker, as on a first visit: its code is compiled on the way. */
  readonly first: number;
  /** The first once more, with what it waits for: the rest of the files, unpacked and checked. */
  readonly withFiles: number;
  /** In the same worker again, as when one comes back to the data set: median. */
  readonly again: number;
}

/** Replays a data set on WASM, once in a new worker and `runs` times more. */
export async function benchReplay(set: string, runs: number): Promise<Replay> {
  const engine = createEngineClient();
  const bundleUrl = new URL(`./datasets/${set}/`, document.baseURI).href;
  const times: number[] = [];
  const waits: number[] = [];
  let interactions = 0;
  for (let run = 0; run <= runs; run++) {
    // Started anew each time: a finished replay is not done again.
    const { dataset } = await engine.start({ bundleUrl, backend: 'wasm' }, () => {});
    interactions = dataset.counts.interactions;
    const start = performance.now();
    const { milliseconds } = await engine.replay(() => {});
    waits.push(performance.now() - start);
    times.push(milliseconds);
  }
  engine.dispose();
  const [first, ...more] = times;
  return {
    set,
    interactions,
    first,
    withFiles: waits[0],
    again: more.sort((a, b) => a - b)[more.length >> 1],
  };
}
