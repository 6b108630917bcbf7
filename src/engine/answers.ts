import type { RatingScale } from '../model/config';
import type { Modality } from '../vocabulary';

/** What answers are made of, where more than one question is answered with it. All of it is plain data. */

/** `stored`: the bundle's shipped states; `live`: replayed here, by this backend. */
export type Source = 'stored' | 'live';

/** Interactions of a person or an item, simulated ones included, and their overall ratings. */
export interface Tally {
  readonly interactions: number;
  /** Mean overall rating; null without ratings. */
  readonly meanRating: number | null;
}

export interface PersonSummary extends Tally {
  readonly id: string;
  /** The name; where there is none a readable description from the person's profile. */
  readonly label: string;
  /** Whether the label is a name. */
  readonly named: boolean;
  /** What somebody is called where that is known, as "critic". */
  readonly kind: string | null;
  /** Other known facts in the order of the data set's `userFacts`. */
  readonly facts: readonly string[];
  /** True for a person made on this page. */
  readonly simulated: boolean;
}

export interface ItemSummary extends Tally {
  readonly id: string;
  readonly name: string;
  /** Known facts in the order of the data set's `itemFacts`; null where unknown. */
  readonly facts: readonly (string | null)[];
}

/** One interaction as seen from the person or the item whose history it stands in. */
export interface HistoryEntry {
  /** `b<row>` for the bundle's own, the simulated key otherwise. */
  readonly key: string;
  readonly simulated: boolean;
  /** Of the bundle, but changed on the page. */
  readonly edited: boolean;
  /** Modalities that this interaction alone has lost. */
  readonly muted: readonly Modality[];
  readonly person: string;
  readonly personLabel: string;
  readonly item: string;
  readonly itemName: string;
  readonly rating: number | null;
  readonly aspects: readonly (number | null)[];
  /** Number of words of the review; 0 without text. */
  readonly words: number;
  /** The text itself: of simulated reviews, and of sets whose texts ship, once they are there; null elsewhere. */
  readonly text: string | null;
  /** When it was written, in Unix seconds, negative before 1970; null where that is not known here. */
  readonly time: number | null;
  /** What it says of each keyword, affirmed above 0 and denied below, furthest from 0 first. */
  readonly keywords: readonly { readonly word: string; readonly weight: number }[];
  /** ‖c_τ‖: what this interaction still contributes to the state of the person (or item) whose history this is. */
  readonly remaining: number;
  /** `remaining` as a share of the sum over the history, 0–1. */
  readonly share: number;
}

export interface ProfileWord {
  readonly word: string;
  /** k(w), −1 to 1: above 0 what is liked, or what an item’s reviews affirm. */
  readonly weight: number;
  /** Mean rating deviation of the mentions from the reviewer's own level, in rating units; null if unrated. */
  readonly polarity: number | null;
  readonly mentions: number;
  /** The interactions that say it, heaviest first; keys as in {@link HistoryEntry}. */
  readonly evidence: readonly {
    readonly key: string;
    readonly weight: number;
    /** Whether it says that the word is not so: “not bitter”. */
    readonly denied: boolean;
    /** What the word’s own sentence adds to how much the review counts, in rating units; 0 where words have the sign of their review. */
    readonly tone: number;
  }[];
}

export interface AspectMean extends Pick<RatingScale, 'field' | 'label' | 'min' | 'max'> {
  /** Mean over the rated interactions, in the aspect's own units; null without any. */
  readonly mean: number | null;
  readonly count: number;
  /** Mean over the train split, for comparison. */
  readonly overall: number;
}

export interface Profile {
  /** Furthest from 0 first, at most `ViewRequest.words`. */
  readonly words: readonly ProfileWord[];
  /** Distinct keywords in all. */
  readonly totalWords: number;
  readonly aspects: readonly AspectMean[];
}

/** The predicted rating and the parts it is the sum of, in rating units. */
export interface Prediction {
  /**
   * Whether the person has reviewed this very item, and what became of that review here: it counts, which tells what the model
   * holds by now, or it was left out, which tells what it would have expected.
   */
  readonly ownReview: 'none' | 'counted' | 'left-out';
  /** Clipped to the scale; what is shown and what errors are measured on. */
  readonly rating: number;
  /** Sum of the parts before clipping. */
  readonly raw: number;
  readonly mean: number;
  readonly userBias: number;
  readonly itemBias: number;
  readonly dot: number;
  readonly mlp: number;
}

/**
 * s(u, i), by which the list is sorted: what to show. In units of log odds, the sum of three parts, of which the first counts
 * `times` times; see `partsOf`.
 */
export interface Choice {
  readonly score: number;
  /** How many times popularity counts: 1 as trained; see `DIAL`. */
  readonly times: number;
  /** p(i): how many like it. */
  readonly popularity: number;
  /** ⟨Q u, K i⟩/√D */
  readonly states: number;
  /** κ·⟨k_u, k_i⟩ */
  readonly words: number;
}

/** What one word brings to the choice score of an item: a term of it. */
export interface WordTerm {
  readonly word: string;
  /** κ·k_u(w)·k_i(w), in log odds. */
  readonly value: number;
  /** k_u(w): how far the person likes the word. */
  readonly person: number;
  /** How far the item’s reviews speak of it, before the mean of all items is taken off. */
  readonly item: number;
}

/** What the parts of a choice score are the sums of. */
export interface ChoiceTerms {
  /**
   * Of the match of the states: what is left of the person’s beginning, and what all reviews of the person left. Null
   * before the replay, as only gates tell them apart.
   */
  readonly initial: number | null;
  readonly reviews: number | null;
  /** Of the match of the words: those that the item’s reviews speak of, and those that they do not. */
  readonly spoken: number;
  readonly silent: number;
}

/** What one review of a person brings to the choice score of an item, through what it left in the person’s state. */
export interface ReviewTerm {
  readonly key: string;
  /** What the review is of. */
  readonly item: string;
  readonly name: string;
  readonly value: number;
}

/** A term of a choice score that is named as a reason. */
export type Reason = (WordTerm & { readonly is: 'word' }) | (ReviewTerm & { readonly is: 'review' });

export interface AttendedToken {
  /** Place in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** False when the model never learned the word. */
  readonly known: boolean;
  /** True when the word may stand in a profile. */
  readonly keyword: boolean;
  /** α; the tokens of a text sum to 1. 0 past the cut. */
  readonly attention: number;
  /**
   * Share of the word in the effects of all words on the predicted rating, see `model/effects.ts`; the tokens of a text sum
   * to 1. 0 past the cut; null where no pair is known whose rating could move.
   */
  readonly effect: number | null;
  /** Place among the tokens of the one that denies it, as “not” does “bitter”; null where none does. */
  readonly denier: number | null;
  /** True past the model's limit of words. */
  readonly cut: boolean;
}

/** Whose states give the axes of a map: what tells items apart tells little of people, and the other way round. */
export type AxesOf = 'items' | 'people';

/** What a projection keeps and what it loses. The same whatever one edits. */
export interface MapAxes {
  readonly of: AxesOf;
  /** Dimensions of a state. */
  readonly dimensions: number;
  /** Share of the variance of the item states along x and y, 0–1. */
  readonly itemShares: readonly [number, number];
  /** Share of the variance of the states of people along the same x and y, 0–1. */
  readonly personShares: readonly [number, number];
  /** How many nearest neighbours are compared. */
  readonly neighbours: number;
  /**
   * Mean over the items, or the people, that the axes are of: share of the nearest of their kind in all dimensions that
   * are among the nearest on the map, 0–1.
   */
  readonly kept: number;
  /** What `kept` would be on a map drawn at random. */
  readonly chance: number;
  /** Holds all points of the bundle's own log. */
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly bottom: number;
    readonly top: number;
  };
}

/** One step of a review; null where nothing is given. */
export type GoalChange =
  | { readonly what: 'rating'; readonly from: number | null; readonly to: number | null }
  | {
      readonly what: 'aspect';
      readonly aspect: number;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly what: 'word'; readonly word: string; readonly added: boolean };
