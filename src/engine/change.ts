import type { Side } from '../vocabulary';
import type { Choice, ItemSummary, Prediction } from './answers';

/** What two moments differ in, whoever asks: a review just written, one imagined away, two places side by side. */

/** A state before and after; vectors [D]. */
export interface StateMove {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** ‖h' − h‖ */
  readonly distance: number;
  /** ‖h' − h‖ / ‖h‖ */
  readonly relative: number;
}

/** What the gates of a cell let through at an interaction; vectors [D]. */
export interface Gates {
  readonly update: readonly number[];
  readonly reset: readonly number[];
  /** Mean of z over the dimensions: the share of the old state that was kept. */
  readonly updateGate: number;
  /** Mean of r over the dimensions: how much of the old state the candidate was allowed to see. */
  readonly resetGate: number;
}

/** How a cell moved a state. */
export interface StateChange extends StateMove, Gates {}

export interface WordChange {
  readonly word: string;
  readonly before: number;
  readonly after: number;
}

export interface RankChange {
  readonly item: ItemSummary;
  /** Rank among the items not reviewed; null once it is reviewed. */
  readonly before: number | null;
  readonly after: number | null;
  /** Place among the items that are reviewed neither before nor after, so that only the model moves it; null for others. */
  readonly placeBefore: number | null;
  readonly placeAfter: number | null;
  /** What it is ranked by. */
  readonly choiceBefore: number;
  readonly choiceAfter: number;
  readonly ratingBefore: number;
  readonly ratingAfter: number;
}

/** State and keyword profile of a person or an item. */
export interface SideChange extends StateMove {
  /** Words whose weight differs, the largest difference first. */
  readonly words: readonly WordChange[];
  /** The heaviest words of both moments, changed or not, the heaviest first. */
  readonly heaviest: readonly WordChange[];
}

export interface ItemChange extends SideChange {
  /** What is predicted of the person for it. */
  readonly prediction: { readonly before: Prediction; readonly after: Prediction };
  /** What it is ranked by. */
  readonly choice: { readonly before: Choice; readonly after: Choice };
  /** Its place in the whole list; null where it is reviewed. */
  readonly rank: { readonly before: number | null; readonly after: number | null };
}

/** The interaction that makes the difference: of its own person and item, which need not be those compared. */
export interface Cause {
  readonly key: string;
  /** ‖after − before‖ of their states. */
  readonly moved: Readonly<Record<Side, number>>;
  readonly gates: Readonly<Record<Side, Gates>>;
}

/** What two moments, of one log or of two, differ in for one person and one item. */
export interface Change {
  readonly person: SideChange;
  /** Null where no item is chosen. */
  readonly item: ItemChange | null;
  /** Every item that stands in the top k before or after, by rank after. */
  readonly ranks: readonly RankChange[];
  /** Null where no single interaction makes the difference. */
  readonly cause: Cause | null;
}
