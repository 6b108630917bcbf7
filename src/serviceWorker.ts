/**
 * What answers in place of the network: the page, the lessons and one data set always; another data set where somebody had
 * it kept, in the very version that belongs to this page. A new version waits until somebody asks for it.
 */
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { ASK_REVISIONS, OWN_SET, setCache, setOfFile, usedCache } from './browser/keptNames';

interface Entry {
  readonly url: string;
  readonly revision: string | null;
}

/** What is asked of a service worker here; the page’s own types know none. */
interface Worker {
  readonly __WB_MANIFEST: readonly Entry[];
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'activate' | 'message',
    listen: (event: MessageEvent & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}
declare const self: Worker;

const { scope } = self.registration;
const entries = self.__WB_MANIFEST;
const setOf = ({ url }: Entry): string | null => setOfFile(scope, new URL(url, scope).href);
const isOther = (entry: Entry): boolean => ![null, OWN_SET].includes(setOf(entry));

/** Of other data sets the manifest stands in the list for its version alone. */
const revisions = Object.fromEntries(
  entries.filter(isOther).map((entry) => [setOf(entry), entry.revision ?? '']),
);

// An address of the page is the page, whatever it asks for.
precacheAndRoute([...entries].filter((entry) => !isOther(entry)) as { url: string; revision: string }[], {
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
});
cleanupOutdatedCaches();

registerRoute(
  ({ url }) => setOfFile(scope, url.href) !== null,
  async ({ request, url }) => {
    const id = setOfFile(scope, url.href) as string;
    const name = setCache(scope, id, revisions[id] ?? '');
    const kept = (await caches.has(name)) && (await (await caches.open(name)).match(url.href));
    if (!kept) return fetch(request);
    // What may change while its data set stays is asked of the server where there is one.
    return request.cache === 'no-cache' ? fetch(request).catch(() => kept) : kept;
  },
);

// Large, and needed by few: kept once it was used.
registerRoute(
  ({ url }) => url.href.startsWith(`${scope}assets/tfjs-webgpu`),
  new CacheFirst({ cacheName: usedCache(scope) }),
);

self.addEventListener('activate', (event) => {
  // What was used belonged to the version before.
  event.waitUntil(caches.delete(usedCache(scope)));
  // The page that is open works without a network from now on, not only the next one.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', ({ data, ports }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (data?.type === ASK_REVISIONS) ports[0]?.postMessage(revisions);
});
