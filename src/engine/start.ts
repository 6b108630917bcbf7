import type { Manifest } from '../data/manifest';
import type { ModelConfig, RatingScale } from '../model/config';
import type { ScorerTerms } from '../model/equations/score';
import type { ItemSummary } from './answers';

export type { DatasetCard } from '../data/datasetIndex';
export type { MetricsRow } from '../data/manifest';

/** What is told of a data set, of the engine on its way, and of what it runs on. */

export type BackendName = 'webgpu' | 'wasm' | 'cpu';

export type Stage =
  | 'backend'
  | 'manifest'
  | 'download'
  | 'verify'
  | 'prepare'
  | 'self-check'
  | 'vectors'
  | 'replay'
  | 'evaluate';

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'interactions' | 'steps';
}

export type OnProgress = (progress: Progress) => void;

export type SelfCheckPart = 'attention' | 'userState' | 'itemState' | 'ratings' | 'choices';

/** How well a backend computes. */
export interface SelfCheck {
  /** Largest absolute difference between this backend's results and the stored reference. */
  readonly largestError: number;
  /** The same of each part of the reference case; null of one that the bundle does not hold. */
  readonly parts: { readonly [part in SelfCheckPart]: number | null };
  /** Machine epsilon as measured: the smallest 2^−k that 1 + 2^−k shows; 2^−23 in single precision. */
  readonly epsilon: number;
}

/** What became of a backend; its words are in views/shared/backendWords.ts. */
export type Outcome =
  | { readonly is: 'runs' | 'stopped' | 'not-asked' | 'not-started' }
  | {
      readonly is: 'unavailable';
      readonly why: 'insecure' | 'no-gpu' | 'no-adapter' | 'node' | { readonly problem: string };
    }
  | { readonly is: 'emulated'; readonly adapter: string }
  | { readonly is: 'late'; readonly step: 'probe' | 'load' | 'start' | 'check'; readonly seconds: number }
  | { readonly is: 'failed'; readonly problem: string }
  | {
      readonly is: 'wrong';
      readonly largestError: number;
      /** The part that is furthest off. */
      readonly part: SelfCheckPart;
      readonly tolerance: number;
    };

export interface BackendReport {
  readonly name: BackendName;
  /** Whether this one was asked for. */
  readonly asked: boolean;
  /** GPU adapter in words; null off WebGPU. */
  readonly adapter: string | null;
  /** True when WebGPU runs on a CPU emulation. */
  readonly software: boolean;
  /** What became of each backend, in the order tried. */
  readonly tried: readonly { readonly name: BackendName; readonly outcome: Outcome }[];
  readonly selfCheck: SelfCheck & { readonly tolerance: number };
}

/** A scale as the page may know it. */
export type Scale = Omit<RatingScale, 'deviation'>;

/** What the page may know of a bundle: most of it as the manifest and the configuration of the model have it. */
export interface DatasetInfo
  extends Readonly<Pick<Manifest, 'id' | 'name' | 'description' | 'provenance' | 'planted' | 'itemNoun'>>,
    Readonly<Pick<Manifest, 'example' | 'itemFacts' | 'order' | 'modelHash' | 'earlier'>>,
    Pick<ModelConfig, 'meanRating' | 'stateSize' | 'maxWords' | 'vocabularySize'> {
  readonly userFacts: Manifest['itemFacts'];
  readonly usersNamed: boolean;
  /** Whether it says of each who reviews what kind they are, as a periodical or a critic: not all are people. */
  readonly ofKinds: boolean;
  /** With whom a first look begins; null where nobody is named. */
  readonly person: string | null;
  /** What is worth a first look, and begins it. */
  readonly faces: readonly Pick<ItemSummary, 'id' | 'name'>[];
  /** How items are named where the source has no names; empty where it has. */
  readonly unnamed: string;
  /** What to know of the texts that are shown; empty where there is nothing to say. */
  readonly quoted: string;
  readonly counts: Readonly<Pick<Manifest['counts'], 'users' | 'items' | 'interactions'>>;
  readonly rating: Scale;
  readonly aspects: readonly Scale[];
  /** Which terms a predicted rating is the sum of. */
  readonly prediction: ScorerTerms;
  readonly metrics: Readonly<Manifest['metrics']> & {
    /** What has changed since they were measured; null for nothing. */
    readonly changed: string | null;
  };
  /** Size of all files of the bundle. */
  readonly bytes: number;
}

export interface StartOptions {
  /** Folder of the bundle, absolute, ending in a slash. */
  readonly bundleUrl: string;
  /** Asks for one backend instead of the best. */
  readonly backend: BackendName | null;
  /** Backends under which the engine has stopped: they are not tried. */
  readonly stopped?: readonly BackendName[];
}

export interface StartReport {
  readonly dataset: DatasetInfo;
  readonly backend: BackendReport;
  /** From the call to the moment the shipped states can answer. */
  readonly milliseconds: number;
}

export interface Replayed {
  readonly interactions: number;
  readonly batches: number;
  /** Of the replay alone, without the files that came before it or beside it. */
  readonly milliseconds: number;
  /** Largest absolute difference between the replayed states and the shipped ones (stored as float16). */
  readonly largestDifference: number;
}

export interface ReplayReport extends Replayed {
  /** What computes from now on, checked as a whole: some weights come after the start. */
  readonly backend: BackendReport;
}

export interface MemoryReport {
  readonly tensors: number;
  readonly bytes: number;
}
