import { expose } from 'comlink';
import { readBundleFromUrl } from '../data/read';
import { readOptional } from '../data/readFiles';
import { carryErrors } from './carryErrors';
import { browserBackends } from './core/browserBackends';
import { createEngine } from './core/engine';

carryErrors();
expose(
  createEngine({
    backends: browserBackends,
    read: (bundleUrl, onRead) => readBundleFromUrl(bundleUrl, onRead),
    readOptional: (url) => readOptional(url),
  }),
);
