import type { Death, Why } from '../engine/problem';
import type { EntryProblem, SimulatedLog } from '../engine/simulatedLog';

interface LeftOut {
  problems: readonly EntryProblem[];
  /** Entries there were. */
  total: number;
}

/** All that a session says of its own accord, by key, with its facts. */
export interface SaidKinds {
  restarted: { death: Death };
  /** What the browser does not let the page copy. */
  'copy-by-hand': { url: string };
  // Of a link.
  'no-version': { version: string };
  'newer-link': unknown;
  'no-view': { name: string };
  'no-axes': { name: string };
  'no-times': { name: string };
  'damaged-number': { code: string };
  /** `expected` entries; null where it does not say. */
  'damaged-log': { kept: number; expected: number | null };
  /** A part of the page that is to be hidden, and is not there. */
  'no-part': { name: string };
  /** Somebody else was chosen where a link keeps the page to one person. */
  'fixed-person': unknown;
  /** A data set of one’s own was to be opened where a link keeps the page to the one that is there. */
  'fixed-dataset': unknown;
  /** Why what was handed over is no data set, where the gallery that would tell it stays closed. */
  'refused-set': { why: Why };
  // Of what the data set does not have.
  'left-out': LeftOut;
  'kept-whole': unknown;
  'no-person': { id: string };
  'no-item': { id: string };
  'no-moment': { key: string };
  /** Of reviews that were `made` with another state of the model; `change` since an earlier one, null for any other. */
  'other-model': { made: 'link' | 'file' | 'review' | 'reviews'; change: string | null };
  /** What another model had inside, and this one has not: held dimensions, frozen gates, whether a number was opened. */
  'inside-other': { held: number; frozen: number; numbers: boolean };
  // Of logs that the browser keeps.
  'unreadable-kept': unknown;
  'broken-kept': { entries: number };
  'damaged-kept': LeftOut;
  'kept-unfit': unknown;
  'kept-back': { log: SimulatedLog };
  'had-here': { log: SimulatedLog };
  /** Written in another tab, or by somebody else. */
  'kept-here': { log: SimulatedLog; created: string };
  'none-fits': unknown;
  back: { log: SimulatedLog };
  afresh: unknown;
  stays: { log: SimulatedLog };
  forgotten: unknown;
  'not-kept': { full: boolean };
  // Of files.
  'saved-file': { log: SimulatedLog; name: string };
  'opened-file': { log: SimulatedLog; name: string };
  'too-large': { name: string };
  'table-too-large': { name: string; most: number };
  'added-table': { name: string; reviews: number; people: number; total: number };
  'failed-file': { name: string; why: string };
  'refused-file': { name: string };
  'other-dataset': { name: string; dataset: string };
  'no-reviews': { name: string };
  'same-reviews': { name: string };
  'broken-file': { why: string };
  'no-dataset': unknown;
  'no-model': unknown;
  unchanged: unknown;
  // Why a file is refused.
  'utf-16': unknown;
  'no-log': unknown;
  'newer-log': { schema: number };
  'no-schema': unknown;
  'no-list': unknown;
}

/** One thing that is said; `views/shared/saidWords.ts` has the words. */
export type Said<K extends keyof SaidKinds = keyof SaidKinds> = {
  [is in K]: { readonly is: is } & Readonly<SaidKinds[is]>;
}[K];
