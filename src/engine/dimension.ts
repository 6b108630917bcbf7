import type { SimulatedLog } from './api';

/** What does one dimension of the states of people, or of items, go with? */
export interface DimensionRequest {
  readonly log: SimulatedLog;
  /** As in `ViewRequest`. */
  readonly at: string | null;
  readonly side: 'user' | 'item';
  /** From 0. */
  readonly d: number;
}

/** Somebody, or something, at one end of a dimension. */
export interface DimensionEnd {
  readonly id: string;
  readonly name: string;
  /** Of the state in this dimension. */
  readonly value: number;
  /** Null without ratings. */
  readonly meanRating: number | null;
  readonly interactions: number;
}

/** How far a review of a single word moves the dimension, from the state in which everybody (everything) begins. */
export interface WordMove {
  readonly word: string;
  readonly change: number;
}

/** How far a review of a single rating moves it, one standard deviation above and below the mean. */
export interface RatingMove {
  readonly label: string;
  readonly above: number;
  readonly below: number;
}

/** Pearson's correlation; null with too few, or where nothing varies. */
export interface Correlation {
  readonly r: number | null;
  readonly n: number;
}

/** How much of the variance a fact about the items explains. */
export interface FactLink {
  readonly label: string;
  /** η², 0–1. */
  readonly share: number;
  /** What η² of as many groups drawn at random comes to. */
  readonly chance: number;
  /** ε²: η² less what chance gives it; may fall below 0. */
  readonly adjusted: number;
  readonly groups: number;
  readonly n: number;
}

export interface DimensionReport {
  readonly side: 'user' | 'item';
  readonly d: number;
  /** Variance of every dimension [D] over those with at least one interaction, and how many they are. */
  readonly variances: readonly number[];
  readonly n: number;
  /** Of this dimension over the same. */
  readonly mean: number;
  /** Lowest first, and highest first; at most five each, nobody twice. */
  readonly low: readonly DimensionEnd[];
  readonly high: readonly DimensionEnd[];
  readonly words: {
    /** Largest first, and smallest first. */
    readonly up: readonly WordMove[];
    readonly down: readonly WordMove[];
    /** What a word that the model does not know does. */
    readonly unknown: number;
    /** The most frequent keywords, each tried alone. */
    readonly tried: number;
  };
  /** The overall rating first, then the aspects. */
  readonly ratings: readonly RatingMove[];
  readonly meanRating: Correlation;
  /** With ln(1 + interactions). */
  readonly popularity: Correlation;
  /** The fact that explains most beyond chance; null of people, and where no fact has two groups. */
  readonly fact: FactLink | null;
  /** Groups of a fact that are smaller are left out. */
  readonly smallestGroup: number;
  readonly milliseconds: number;
}
