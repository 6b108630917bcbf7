import type { AttendedToken, SimulatedLog } from './api';

/** Does attention tell which words mattered? Asked of one review whose words are known here. */
export interface FaithfulnessRequest {
  readonly log: SimulatedLog;
  /** As in `ViewRequest`; the interaction must have happened. */
  readonly at: string | null;
  /** Which interaction, real or simulated. */
  readonly key: string;
}

/** What a review with something in it comes to, less what it comes to without. */
export interface MaskingChange {
  /** Of the predicted rating of this very pair just after the review, in rating units, before clipping. Signed. */
  readonly rating: number;
  /** ‖Δx_τ‖ */
  readonly features: number;
  /** ‖Δu‖ of the person's state just after the review. */
  readonly state: number;
}

export type Measure = keyof MaskingChange;

export interface MeasuredWord extends AttendedToken {
  /**
   * Against the review with this word replaced by the unknown word. Null for a word that the model does not know, which
   * nothing can mask, and for one past the limit.
   */
  readonly change: MaskingChange | null;
}

/** Some words together, against the review with all of them masked. */
export interface PhraseChange extends MaskingChange {
  /** Sum of α over the words. */
  readonly attention: number;
}

/** A word with a negation before it, as in "not good". */
export interface Negation {
  /** Place of the negation among the words. */
  readonly place: number;
  readonly negation: string;
  readonly word: string;
  /** Both, as written. */
  readonly negated: PhraseChange;
  /** The word with the negation before it masked. Both are measured against the review with both masked. */
  readonly plain: PhraseChange;
  /** ‖h(word after the negation) − h(word after the unknown word)‖, and the norm of the latter. */
  readonly moved: number;
  readonly norm: number;
}

/**
 * Attention of each word of a review, beside what masking the word changes. Measured as word effects are: in the states just
 * before the review, with the statistics of the bundle's own log; all versions in one batch.
 */
export interface ReviewFaithfulness {
  readonly key: string;
  readonly text: string;
  readonly words: readonly MeasuredWord[];
  /** Spearman's rank correlation of attention with the size of each change; null where either does not vary. */
  readonly agreement: Readonly<Record<Measure, number | null>>;
  /** Words behind it: those that could be masked. */
  readonly n: number;
  readonly negations: readonly Negation[];
  /** Predicted rating of this pair just after the review, before clipping. */
  readonly rating: number;
  /** With α = 1/L in place of the learned attention, less with the learned one. */
  readonly uniform: MaskingChange;
  readonly milliseconds: number;
}
