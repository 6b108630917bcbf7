import { createRoot } from 'react-dom/client';
import { createEngineClient } from './engine/client';
import type { BackendName } from './engine/start';
import { datasetOf } from './session/address';
import { listenForKeys } from './session/listenForKeys';
import { keepLog, putAside } from './session/saved';
import { watchStart } from './session/stall';
import { startSession } from './session/store';
import { watchStyles } from './ui/lostStyles';
import { bearTranslators } from './ui/translators';
import { App } from './views/App';
import { allActions, VIEWS } from './views/registry';

const BACKENDS: readonly BackendName[] = ['webgpu', 'wasm', 'cpu'];

bearTranslators();
watchStyles();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
listenForKeys(allActions);
// A link pasted into the address bar of an open page is a new start.
window.addEventListener('hashchange', () => location.reload());
watchStart();
void startSession(createEngineClient, {
  screens: VIEWS,
  bundleUrl: new URL(`./datasets/${datasetOf(location)}/`, document.baseURI).href,
  backend: BACKENDS.find((name) => name === new URLSearchParams(location.search).get('backend')) ?? null,
  hash: location.hash,
  opened: keepLog,
  putAside,
});
