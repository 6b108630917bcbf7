import type { HandedFile, OwnSet } from './ownSet';
import type { Questions } from './questions';
import type { Asks } from './questions/question';
import type { DatasetCard, MemoryReport, OnProgress, ReplayReport, StartOptions, StartReport } from './start';

/**
 * What the page may ask of the worker, and nothing else. Every question that fails, fails with an `EngineError`:
 * `superseded` means that a newer one, a stop or a new start has taken over.
 */
export type EngineApi = Asks<Questions> & {
  /** Loads a bundle and a backend; resolves as soon as the shipped states can answer. */
  start(options: StartOptions, onProgress: OnProgress): Promise<StartReport>;
  /** Replays the whole log through the cells; from then on answers are `live`. Resolves at once if already done. */
  replay(onProgress: OnProgress): Promise<ReplayReport>;
  /** The data sets that are offered beside this one; needs no start. Null when there is no list at that address. */
  datasets(indexUrl: string): Promise<readonly DatasetCard[] | null>;
  /** Keeps a data set of somebody's own in this browser, once all its files have been checked; needs no start. */
  takeOwn(files: readonly HandedFile[]): Promise<OwnSet>;
  /** The one that is kept; null for none. */
  lookAtOwn(): Promise<OwnSet | null>;
  forgetOwn(): Promise<void>;
  memory(): Promise<MemoryReport>;
};
