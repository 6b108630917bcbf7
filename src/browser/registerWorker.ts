/// <reference types="vite-plugin-pwa/client" />
import { registerSW } from 'virtual:pwa-register';

interface Heard {
  /** All that belongs to the page is kept. */
  readonly ready: () => void;
  /** Another version waits; `load` takes it and loads the page again. */
  readonly newer: (load: () => void) => void;
  readonly failed: () => void;
}

/** Whether this browser can keep a page: not over plain http but on the very machine, and not in every private window. */
export function keepsPages(): 'yes' | 'insecure' | 'no' {
  if (!isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator && 'caches' in globalThis ? 'yes' : 'no';
}

/** Has the page kept for a time without a network, and hears of new versions of it. */
export function registerWorker({ ready, newer, failed }: Heard): void {
  const load = registerSW({
    immediate: true,
    onNeedRefresh: () => newer(() => void load(true)),
    onRegisteredSW: (_, registration) => {
      if (!registration) return failed();
      // A page whose files did not all come is thrown away whole by the browser, without a word.
      registration.installing?.addEventListener('statechange', ({ target }) => {
        if ((target as ServiceWorker).state === 'redundant' && !registration.active) failed();
      });
      void navigator.serviceWorker.ready.then(ready);
    },
    onRegisterError: failed,
  });
}
