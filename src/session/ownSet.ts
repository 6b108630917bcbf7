import { type PlacedFile, pickFile, pickFolder } from '../browser/files';
import { asEngineError, EngineError } from '../engine/engineError';
import { OWN_DATASET, type OwnSet } from '../engine/ownSet';
import type { Why } from '../engine/problem';
import { datasetAddress, datasetOf } from './address';
import { tell } from './notice';
import { slice } from './part';
import type { Verb } from './session';
import { setGallery } from './verbs';

interface OwnSetState {
  /** What is being opened; null while nothing is. */
  readonly opening: string | null;
  /** Why the last could not be opened. */
  readonly failure: EngineError | null;
  /** What this browser keeps; undefined until somebody looked. */
  readonly kept: OwnSet | null | undefined;
}

/** The data set of somebody's own. */
export const useOwnSet = slice<OwnSetState>({ opening: null, failure: null, kept: undefined });

/** Whether the address means it. */
export const isOwnOpen = (): boolean => datasetOf(location) === OWN_DATASET;

export const lookAtOwnSet: Verb<Promise<void>> = async ({ engine, of }) => {
  const kept = await engine.lookAtOwn().catch(() => null);
  of(useOwnSet).setState({ kept });
};

/** Checks the files of a bundle and keeps it; then the page starts with it. */
export const openOwnSet =
  (files: readonly PlacedFile[]): Verb<Promise<void>> =>
  async ({ engine, store, of, act }) => {
    const [first] = files;
    if (!first) return;
    const { setState } = of(useOwnSet);
    // The page stays with the data set that it is fixed to, and there is no gallery that could say so.
    if (store.getState().fixed) return act(tell({ is: 'fixed-dataset' }));
    act(setGallery(true));
    setState({ opening: first.path.split('/')[0], failure: null });
    try {
      const kept = await engine.takeOwn(files);
      setState({ opening: null, kept });
      showOwnSet(store.getState().start !== null);
    } catch (error) {
      setState({ opening: null, failure: asEngineError(error) });
    }
  };

/** Says, where data sets of one's own are opened or else above the screen, why one cannot be. */
export const refuseOwnSet =
  (facts: Omit<Extract<Why, { kind: 'data' }>, 'kind' | 'place'>): Verb =>
  ({ store, of, act }) => {
    const failure = new EngineError({ kind: 'data', place: null, ...facts });
    if (store.getState().fixed) return act(tell({ is: 'refused-set', why: failure.why }));
    act(setGallery(true));
    of(useOwnSet).setState({ opening: null, failure });
  };

/**
 * Starts the page with it; where it is there already, with what is kept now.
 * @param started whether the page shows a data set, whose people and reviews stay with it; a link that had to wait for its own goes on
 */
function showOwnSet(started: boolean): void {
  const address = datasetAddress(OWN_DATASET);
  if (isOwnOpen()) {
    // An address that differs after its # alone loads nothing.
    if (started) window.history.replaceState(null, '', address);
    window.location.reload();
  } else window.location.assign(address);
}

export const openOwnFolder: Verb<Promise<void>> = async ({ act }) => {
  const files = await pickFolder();
  if (files) await act(openOwnSet(files));
};

export const openOwnZip: Verb<Promise<void>> = async ({ act }) => {
  const file = await pickFile('.zip,application/zip');
  if (file) await act(openOwnSet([{ path: file.name, file }]));
};

export const forgetOwnSet: Verb<Promise<void>> = async ({ engine, of, act }) => {
  try {
    await engine.forgetOwn();
  } catch (error) {
    of(useOwnSet).setState({ failure: asEngineError(error) });
  }
  await act(lookAtOwnSet);
};
