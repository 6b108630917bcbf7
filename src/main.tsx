import { createEngineClient, spawnWorker } from './engine/client';
import { datasetOf, isBare, startAddress, viewIn } from './session/address';
import { isOwnTab, leftHere } from './session/left';
import { watchStyles } from './ui/lostStyles';

watchStyles();

// Who comes back lands where they left; in another tab the start asks first whether it was they.
if (isBare(location))
  history.replaceState(null, '', (isOwnTab() ? leftHere()?.address : null) ?? startAddress());

// The worker starts and reads before the page's own script is there: over a slow line half of the waiting was one after the other.
const root = document.getElementById('root') as HTMLElement;
const bundleUrl = new URL(`./datasets/${datasetOf(location)}/`, document.baseURI).href;
const engine = createEngineClient(() => spawnWorker(bundleUrl));
const page = import('./page');
// So does the view that will be drawn first, where that is known. One that does not come is told where it stands.
const first = viewIn(location);
const view =
  first === 'start'
    ? import('./views/start/StartView')
    : first === 'explore'
      ? import('./views/Explore')
      : null;
view?.catch(() => {});
page.then(
  ({ show }) => show(root, engine, bundleUrl),
  () => {
    root.textContent = 'The page did not load whole. Look at the connection, then load it again.';
  },
);
