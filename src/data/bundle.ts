import type { TokeniserRevision } from '../model/revision';
import type { Manifest } from './manifest';
import type { InteractionTable, ItemTable, KeywordTable, UserTable, VocabularyTable } from './tables';

/** A bundle in memory, checked: every id in range, every length as the manifest says. Plain data, no tensors. */
export interface Bundle {
  /** As the file has it, but for hash and earlier states: those of the model as this page works it out. */
  readonly manifest: Manifest;
  /** How the model reads texts. */
  readonly tokeniser: TokeniserRevision;
  /** What has changed since the figures of the manifest were measured, in words; null for nothing. */
  readonly changedSinceMeasured: string | null;
  /** Size of all files of the bundle, the manifest left out. */
  readonly bytes: number;
  readonly users: UserTable;
  readonly items: ItemTable;
  readonly interactions: InteractionTable;
  readonly vocabulary: VocabularyTable;
  readonly keywords: KeywordTable;
  /** Null for a set that ships no text. */
  readonly prose: Later<Prose> | null;
  /** Every weight by name; those that no list rests on from when {@link words} have come. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /**
   * Row-major [V, E]: the embedding of words, which no text can be read without, and with it the weights that read and
   * refine. They come behind the first list.
   */
  readonly words: Later<Float32Array>;
  /** Row-major [words, E]: what the self-check needs of it, of a bundle where nothing but the embedding comes later. */
  readonly checkWords: Float32Array | null;
  /** Row-major [interactions, E]: text vector of each interaction; meaningless without text. They come behind the first list. */
  readonly textVectors: Later<Float32Array>;
  /** Row-major [users, D] and [items, D]: states after the whole log, as shipped (float16). */
  readonly userStates: Float32Array;
  readonly itemStates: Float32Array;
  /**
   * The same of people as a whole, and what remains of each interaction: until they have been read, both are NaN but for
   * {@link firstPeople} and what they did.
   */
  readonly people: Later<Float32Array>;
  /** Rows of the people whose states came with the first files. */
  readonly firstPeople: ReadonlySet<number>;
}

/** What is to be read by people and by nothing else: it is fetched after the first list. */
export interface Prose {
  /** Review text of each interaction, empty where it has none. */
  readonly texts: readonly string[];
  /** When each was written, in Unix seconds, negative before 1970; NaN where unknown, null where the set has no times. */
  readonly times: Float64Array | null;
  /** What each item is about; null where unknown, or of a set that has none. */
  readonly notes: readonly (string | null)[] | null;
}

/** A part of a bundle that is read when it is first asked for. */
export interface Later<T> {
  /** Null until it has been read. */
  readonly now: T | null;
  /** Size of its files. */
  readonly bytes: number;
  /** Reads it once; tries again after a failure. @param onBytes is told how many bytes have arrived */
  load(onBytes?: (arrived: number) => void): Promise<T>;
}

/** What is there already. */
export const atHand = <T>(now: T): Later<T> => ({ now, bytes: 0, load: async () => now });

/** What must have been read by now: everything behind the replay stands on it. @throws Error where it has not */
export function loaded<T>({ now }: Later<T>): T {
  if (now === null) throw new Error('read before it was loaded');
  return now;
}

/**
 * Where the files of a bundle come from. `onBytes` is told how many bytes of the file have arrived so far.
 * @throws DataError when the file cannot be had.
 */
export type FileSource = (path: string, onBytes?: (arrived: number) => void) => Promise<Uint8Array>;
