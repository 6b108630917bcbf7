import type { EarlierState } from '../data/manifest';
import type { Modality } from '../vocabulary';
import type { ScorerTerms } from './predictionTex';

/** What is told of a data set, of the engine on its way, and of what it runs on. */

export type BackendName = 'webgpu' | 'wasm' | 'cpu';

export type Stage =
  | 'backend'
  | 'manifest'
  | 'download'
  | 'verify'
  | 'prepare'
  | 'self-check'
  | 'replay'
  | 'evaluate';

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'interactions' | 'steps';
}

export type OnProgress = (progress: Progress) => void;

export type SelfCheckPart = 'attention' | 'userState' | 'itemState' | 'ratings';

/** How well a backend computes. */
export interface SelfCheck {
  /** Largest absolute difference between this backend's results and the stored reference. */
  readonly largestError: number;
  /** The same of each part of the reference case. */
  readonly parts: { readonly [part in SelfCheckPart]: number };
  /** Machine epsilon as measured: the smallest 2^−k that 1 + 2^−k shows; 2^−23 in single precision. */
  readonly epsilon: number;
}

export interface BackendReport {
  readonly name: BackendName;
  /** Why this one, in plain words: "WebGPU is not available (no adapter), so WASM runs". */
  readonly reason: string;
  /** GPU adapter in words; null off WebGPU. */
  readonly adapter: string | null;
  /** True when WebGPU runs on a CPU emulation. */
  readonly software: boolean;
  /** What became of each backend, in the order tried. */
  readonly tried: readonly { readonly name: BackendName; readonly outcome: string }[];
  readonly selfCheck: SelfCheck & { readonly tolerance: number };
}

export interface Scale {
  readonly field: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly mean: number;
}

export interface MetricsRow {
  readonly model: string;
  /** Null for a model that ranks without predicting ratings. */
  readonly mae: number | null;
  readonly rmse: number | null;
  readonly 'ndcg@5': number | null;
  readonly 'ndcg@10': number | null;
  readonly 'f1@5': number | null;
  readonly 'f1@10': number | null;
  readonly n: number;
}

export interface DatasetInfo {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly provenance: string;
  readonly planted: boolean;
  readonly itemNoun: { readonly one: string; readonly many: string };
  /** What somebody might write about one item; may be empty. */
  readonly example: string;
  readonly counts: { readonly users: number; readonly items: number; readonly interactions: number };
  readonly rating: Scale;
  readonly aspects: readonly Scale[];
  readonly itemFacts: readonly { readonly field: string; readonly label: string }[];
  /** μ: mean rating of the train split. */
  readonly meanRating: number;
  /** How the replay order was made. */
  readonly order: string;
  readonly stateSize: number;
  readonly maxWords: number;
  readonly vocabularySize: number;
  /** Which terms a predicted rating is the sum of. */
  readonly prediction: ScorerTerms;
  /** What links, logs and evidence are checked against, and what it was before something changed the numbers. */
  readonly modelHash: string;
  readonly earlier: readonly EarlierState[];
  readonly metrics: {
    readonly protocol: string;
    readonly rows: readonly MetricsRow[];
    /** What has changed since they were measured; null for nothing. */
    readonly changed: string | null;
  };
  /** Size of all files of the bundle. */
  readonly bytes: number;
}

/** One entry of the gallery of data sets. */
export interface DatasetCard {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly planted: boolean;
  readonly counts: { readonly users: number; readonly items: number; readonly interactions: number };
  readonly modalities: readonly Modality[];
  /** Size of all files of the bundle. */
  readonly bytes: number;
  /** What the terms of the source let ship: whole texts, or only what is derived from them. */
  readonly terms: 'whole-texts' | 'derived-only';
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

export interface ReplayReport {
  readonly interactions: number;
  readonly batches: number;
  readonly milliseconds: number;
  /** Largest absolute difference between the replayed states and the shipped ones (stored as float16). */
  readonly largestDifference: number;
}

export interface MemoryReport {
  readonly tensors: number;
  readonly bytes: number;
}
