import { ASK_REVISIONS, type Revisions, setCache, setOfCache } from './keptNames';

/** A file that is kept on this device, by its path below the page. */
export interface KeptFile {
  readonly path: string;
  readonly bytes: number;
}

const registered = async (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker?.getRegistration(document.baseURI);

/** The versions of data sets that belong to this version of the page. */
async function revisionsNow(): Promise<Revisions> {
  const worker = (await registered())?.active;
  if (!worker) return {};
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ type: ASK_REVISIONS }, [port2]);
  });
}

/** Caches of this page: its own, and those of data sets. */
async function cachesHere(): Promise<{ names: string[]; scope: string }> {
  const scope = (await registered())?.scope;
  if (!scope) return { names: [], scope: '' };
  const names = await caches.keys();
  return { scope, names: names.filter((name) => name.endsWith(` ${scope}`) || name.endsWith(`-${scope}`)) };
}

/** What is kept on this device, counted in the caches themselves. */
export async function keptFiles(): Promise<readonly KeptFile[]> {
  const { names, scope } = await cachesHere();
  const current = await revisionsNow();
  const files = new Map<string, number>();
  for (const name of names) {
    const set = setOfCache(scope, name);
    if (set && current[set.id] !== set.revision) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const blob = await (await cache.match(request))?.blob();
      const path = new URL(request.url).href.slice(scope.length).replace(/\?.*$/, '');
      files.set(path, blob?.size ?? 0);
    }
  }
  return Array.from(files, ([path, bytes]) => ({ path, bytes }));
}

/** Throws away what is kept of a data set, but for one version. */
async function clear(id: string, but?: string): Promise<void> {
  const { names, scope } = await cachesHere();
  for (const name of names) if (setOfCache(scope, name)?.id === id && name !== but) await caches.delete(name);
}

export const letGoOfSet = (id: string): Promise<void> => clear(id);

/** Files that a manifest names; its form is checked by whoever reads the bundle. */
const filesIn = (manifest: { files?: { path: string; bytes: number }[] }) => manifest.files ?? [];

/**
 * Keeps all files of a data set, or none.
 * @param onBytes how much of how much has arrived
 * @throws where the network, or the room on this device, did not last
 */
export async function keepSet(id: string, onBytes: (done: number, total: number) => void): Promise<void> {
  const { scope } = await cachesHere();
  const revision = (await revisionsNow())[id];
  if (!scope || !revision) throw new Error(`Nobody answers for ${id}.`);
  const folder = `${scope}datasets/${id}/`;
  const fetched = async (path: string) => {
    const response = await fetch(folder + path, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    return response;
  };
  const manifest = await fetched('manifest.json');
  const files = filesIn(await manifest.clone().json());
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const name = setCache(scope, id, revision);
  try {
    const cache = await caches.open(name);
    let done = 0;
    onBytes(done, total);
    for (const { path, bytes } of files) {
      const response = await fetched(path);
      const { size } = await response.clone().blob();
      if (size !== bytes) throw new Error(`${path}: ${size} bytes, not ${bytes}`);
      await cache.put(folder + path, response);
      done += bytes;
      onBytes(done, total);
    }
    // Some sets have none.
    const evidence = await fetch(`${folder}evidence.json`, { cache: 'no-cache' });
    if (evidence.ok) await cache.put(`${folder}evidence.json`, evidence);
    // Last: a set with a manifest is whole.
    await cache.put(`${folder}manifest.json`, manifest);
    await clear(id, name);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}
