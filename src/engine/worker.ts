import { expose } from 'comlink';
import { browserBundles } from '../data/keptBundle';
import { type OnRead, readBundleFromUrl } from '../data/read';
import { readOptional } from '../data/readFiles';
import { carryErrors } from './carryErrors';
import { browserBackends } from './core/browserBackends';
import { createEngine } from './core/engine';
import { OwnBundle } from './core/ownBundle';
import { readAhead } from './core/readAhead';
import { isOwn } from './ownSet';

carryErrors();
const own = new OwnBundle(browserBundles);
const read = (url: string, onRead: OnRead) =>
  isOwn(url) ? own.read(onRead) : readBundleFromUrl(url, onRead);
// Named after a bundle, it reads that one before it is asked to.
let ahead = self.name === '' ? null : readAhead(self.name, read);
expose(
  createEngine({
    backends: browserBackends,
    own,
    read: (bundleUrl, onRead) => {
      const begun = ahead;
      ahead = null;
      return begun?.url === bundleUrl ? begun.join(onRead) : read(bundleUrl, onRead);
    },
    readOptional: (url) => (isOwn(url) ? own.optional(url.split('/').at(-1) ?? '') : readOptional(url)),
  }),
);
