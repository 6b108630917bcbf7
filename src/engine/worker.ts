import { expose } from 'comlink';
import { readBundleFromUrl } from '../data/read';
import { readOptional } from '../data/readFiles';
import { carryErrors } from './carryErrors';
import { browserBackends } from './core/browserBackends';
import { createEngine } from './core/engine';
import { readAhead } from './core/readAhead';

carryErrors();
// Named after a bundle, it reads that one before it is asked to.
let ahead = self.name === '' ? null : readAhead(self.name, readBundleFromUrl);
expose(
  createEngine({
    backends: browserBackends,
    read: (bundleUrl, onRead) => {
      const begun = ahead;
      ahead = null;
      return begun?.url === bundleUrl ? begun.join(onRead) : readBundleFromUrl(bundleUrl, onRead);
    },
    readOptional: (url) => readOptional(url),
  }),
);
