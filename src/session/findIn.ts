import type { EngineClient } from '../engine/client';
import { key, type Verb } from './session';

/** Somebody or something of a data set, which need not be that of the page. */
export interface Sought {
  readonly dataset: string;
  readonly what: 'people' | 'items';
  readonly query: string;
}

export interface Found {
  readonly id: string;
  readonly name: string;
}

const MOST = 12;

interface Reader {
  readonly dataset: string;
  readonly engine: Promise<EngineClient>;
  readonly end: () => void;
}

/** The data set that is read beside that of the page: one at a time. */
const reading = key<{ now: Reader | null }>(() => ({ now: null }));

const engineOf =
  (dataset: string): Verb<Promise<EngineClient>> =>
  ({ engine, another, store, around, of }) => {
    if (store.getState().start?.dataset.id === dataset) return Promise.resolve(engine);
    const one = of(reading);
    if (one.now?.dataset === dataset) return one.now.engine;
    one.now?.end();
    const own = another();
    const bundleUrl = new URL(`../${dataset}/`, around.bundleUrl).href;
    const started = own.start({ bundleUrl, backend: 'wasm' }, () => {}).then(() => own);
    const now: Reader = { dataset, engine: started, end: own.dispose };
    one.now = now;
    // Asked again, it is tried again.
    started.catch(() => {
      own.dispose();
      if (one.now === now) one.now = null;
    });
    return started;
  };

/** Finds people or items of any data set by name. */
export const findIn =
  ({ dataset, what, query }: Sought): Verb<Promise<readonly Found[]>> =>
  async ({ act }) => {
    const engine = await act(engineOf(dataset));
    const request = { query, offset: 0, limit: MOST, log: [] };
    if (what === 'items')
      return (await engine.searchItems(request)).rows.map(({ id, name }) => ({ id, name }));
    return (await engine.searchPeople(request)).rows.map(({ id, label }) => ({ id, name: label }));
  };
