/**
 * The tables of a bundle, column by column; row numbers are the ids used everywhere else. Parquet columns carry the
 * field names used here, with two exceptions: an aspect column is `aspect_<field>`, a fact column is `fact_<field>`.
 * Absent numbers are null in Parquet and NaN here.
 */

export type Split = 'train' | 'validation' | 'test';
export const SPLITS: readonly Split[] = ['train', 'validation', 'test'];

export interface UserTable {
  /** Id in the source data. */
  readonly id: string[];
  /** The name; where there is none a readable description, e.g. "Imperial stouts, roasty and chocolate". */
  readonly label: string[];
  /** One column for each fact of the manifest; null where unknown. */
  readonly facts: Record<string, (string | null)[]>;
}

export interface ItemTable {
  /** Id in the source data. */
  readonly id: string[];
  readonly name: string[];
  /** One column for each fact of the manifest; null where unknown. */
  readonly facts: Record<string, (string | null)[]>;
}

export interface InteractionTable {
  readonly user: Int32Array;
  readonly item: Int32Array;
  /** Overall rating in rating units; NaN where absent. */
  readonly rating: Float64Array;
  /** Rating that its text tells alone, of an interaction without a rating; NaN elsewhere. Absent where every text has one. */
  readonly told?: Float64Array | undefined;
  /** One column for each aspect of the model, in its order; NaN where absent. */
  readonly aspects: Float64Array[];
  /** 1 where the interaction has review text (its vector is in `textVectors`). */
  readonly hasText: Uint8Array;
  /** Number of words of the review; 0 without text. */
  readonly words: Int32Array;
  /** Index into {@link SPLITS}. */
  readonly split: Uint8Array;
  /** Position in the replay; rows are stored in this order. */
  readonly order: Int32Array;
  /**
   * ‖c_τ‖ in the user's and in the item's final state, as the exporting replay found it: the first screen uses it. NaN until the
   * states of all people have come, but of what those did who came first.
   */
  readonly remainingUser: Float32Array;
  readonly remainingItem: Float32Array;
}

export interface VocabularyTable {
  /** The word of each id; ids 0 and 1 are padding and unknown. */
  readonly word: string[];
  /** In how many reviews of the whole log the word occurs. */
  readonly reviews: Int32Array;
  /** 1 when the word may stand in a profile: no stop word, not rare. */
  readonly keyword: Uint8Array;
  /** ln((1 + N) / n) of a keyword in n of the N reviews of the train part; 0 of other words. */
  readonly idf: Float32Array;
}

/** Keywords of every review: long format, sorted by interaction. */
export interface KeywordTable {
  readonly interaction: Int32Array;
  readonly word: Int32Array;
  /** How often the review affirms the word, less how often it denies it; never 0. */
  readonly mentions: Int32Array;
  /** Tone of the word, in rating units; only where the model has tones (`model.tone` of the manifest). */
  readonly tone?: Float32Array | undefined;
}

/** Names of the tensors in the groups of the manifest. */
export const TENSOR_NAMES = {
  textVectors: 'text_vectors',
  users: 'users',
  /** States of some people, who are likely to be looked at first. */
  firstUsers: 'first_users',
  /** What remains of each of their interactions in these states, in the order of the log. */
  firstRemaining: 'first_remaining',
  items: 'items',
  /** What remains of each interaction in the state of the person, then in that of the item. */
  remaining: 'remaining',
  /** Embeddings of the words of the self-check, each once, in the order of its case. */
  checkWords: 'check_words',
  embedding: 'text/embedding',
} as const;

/** Of the weights that come behind the first list, those that it rests on: small, and sent twice. */
export const SENT_TWICE: readonly string[] = ['told/kernel', 'told/bias', 'user/initial', 'item/initial'];
