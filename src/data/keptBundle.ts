import { BundleError } from './errors';
import type { Files } from './openFiles';
import { MANIFEST_FILE } from './readManifest';

/** Keeps one bundle of somebody's own. */
export interface BundleStore {
  keep(files: Files): Promise<void>;
  /** Null where none is kept. */
  kept(): Promise<Files | null>;
  forget(): Promise<void>;
}

const [DATABASE, STORE, KEY] = ['drex-lab-own', 'bundles', 'own'];

/** What this browser keeps. IndexedDB, not the cache of a service worker, which there is none of over plain http. */
export const browserBundles: BundleStore = {
  keep: (files) => within('readwrite', (store) => store.put(files, KEY)).then(() => {}),
  kept: async () => (await within<Files | undefined>('readonly', (store) => store.get(KEY))) ?? null,
  forget: () => within('readwrite', (store) => store.delete(KEY)).then(() => {}),
};

/** @throws DataError where the browser does not let the page keep anything */
async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  try {
    const database = await opened();
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode);
        const request = ask(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result as T);
        transaction.onabort = () => reject(transaction.error);
        transaction.onerror = () => reject(transaction.error);
      });
    } finally {
      database.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BundleError({
      file: MANIFEST_FILE,
      place: null,
      problem: { is: 'not-kept', reason },
      remedy: 'browser',
    });
  }
}

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(request.error);
  });
