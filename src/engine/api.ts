import type { Evidence } from '../data/evidence';
import type { EarlierState } from '../data/manifest';
import type { DimensionReport, DimensionRequest } from './dimension';
import type { FaithfulnessRequest, ReviewFaithfulness } from './faithfulness';
import type { FeedbackProgress, FeedbackReport, FeedbackRequest } from './feedback';
import type { OpenedNumber, OpenRequest, TraceRequest, UpdateTrace } from './microscope';
import type { ScorerTerms } from './predictionTex';

export type { Evidence, Interval, MetricName, ModelRow, Statistic } from '../data/evidence';
export type { EarlierState } from '../data/manifest';
export type * from './dimension';
export type * from './faithfulness';
export type * from './feedback';
export type * from './microscope';

/**
 * What the page may ask of the worker, and nothing else. All answers are plain data. People and items are named by
 * their ids in the source data; `new-1`, `new-2`, … are new people who start from the initial state u_0.
 */

export type BackendName = 'webgpu' | 'wasm' | 'cpu';

/** A review that somebody wrote on the page, appended after the bundle's own log. Every modality is optional. */
export interface SimulatedInteraction {
  /** Unique within a log, e.g. `s1`. */
  readonly key: string;
  readonly person: string;
  readonly item: string;
  /** Overall rating in rating units. */
  readonly rating: number | null;
  /** One entry per aspect of the data set, in its order. */
  readonly aspects: readonly (number | null)[];
  /** Review text; empty when absent. */
  readonly text: string;
}

export type Modality = 'text' | 'rating' | 'aspects';

/** A change of the model itself, or of the order of everything; null gives back what was there. */
export type AlteringEdit =
  /** Holds a gate at a value in every interaction: of the cell of people, of that of items, or of both. */
  | {
      readonly edit: 'freeze';
      readonly side: 'user' | 'item' | 'both';
      readonly gate: 'update' | 'reset';
      readonly to: 0 | 1 | null;
    }
  /** Holds a dimension of every state of a side, the initial one too, at a value from −1 to 1. */
  | { readonly edit: 'clamp'; readonly side: 'user' | 'item'; readonly d: number; readonly to: number | null }
  /** Each cell sees the initial state where it would see that of the counterpart. */
  | { readonly edit: 'counterpart'; readonly with: 'initial' | null }
  /** All interactions so far in the order that a seed gives; later ones come after them. */
  | { readonly edit: 'shuffle'; readonly seed: number | null };

/** A change of history. Keys name interactions: `b<row>` the bundle's own, simulated keys the others. */
export type Edit =
  | { readonly edit: 'delete'; readonly key: string }
  /** To just before (−1) or after (1) the next interaction of the same person, or of the same item. */
  | { readonly edit: 'move'; readonly key: string; readonly by: -1 | 1; readonly side: 'user' | 'item' }
  /** Other ratings; another text, or null to keep the one there is. */
  | {
      readonly edit: 'change';
      readonly key: string;
      readonly rating: number | null;
      readonly aspects: readonly (number | null)[];
      readonly text: string | null;
    }
  /** Takes a modality from one interaction, or with a null key from all, as if nobody had ever given it; or gives it back. */
  | {
      readonly edit: 'mute';
      readonly key: string | null;
      readonly modality: Modality;
      readonly muted: boolean;
    }
  | AlteringEdit;

export type LogEntry = SimulatedInteraction | Edit;

/**
 * Simulated interactions and edits in the order in which they were made, never changed, only added to. The engine's
 * answer is a function of this and no more.
 */
export type SimulatedLog = readonly LogEntry[];

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

/** How well a backend computes. */
export interface SelfCheck {
  /** Largest absolute difference between this backend's results and the stored reference. */
  readonly largestError: number;
  /** The same of each part of the reference case. */
  readonly parts: { readonly [part in SelfCheckPart]: number };
  /** Machine epsilon as measured: the smallest 2^−k that 1 + 2^−k shows; 2^−23 in single precision. */
  readonly epsilon: number;
}

export type SelfCheckPart = 'attention' | 'userState' | 'itemState' | 'ratings';

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

export interface StartOptions {
  /** Folder of the bundle, absolute, ending in a slash. */
  readonly bundleUrl: string;
  /** Asks for one backend instead of the best. */
  readonly backend: BackendName | null;
  /** Backends under which the engine has stopped: they are not tried. */
  readonly stopped?: readonly BackendName[];
}

/** `stored`: the bundle's shipped states; `live`: replayed here, by this backend. */
export type Source = 'stored' | 'live';

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

export interface PersonSummary {
  readonly id: string;
  /** Readable description from the person's profile. */
  readonly label: string;
  /** Interactions in the log, simulated ones included. */
  readonly interactions: number;
  /** Mean overall rating; null without ratings. */
  readonly meanRating: number | null;
  /** True for a person made on this page. */
  readonly simulated: boolean;
}

export interface ItemSummary {
  readonly id: string;
  readonly name: string;
  /** Known facts in the order of the data set's `itemFacts`; null where unknown. */
  readonly facts: readonly (string | null)[];
  readonly interactions: number;
  readonly meanRating: number | null;
}

export interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

export interface SearchRequest {
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
  readonly log: SimulatedLog;
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
  /** The text itself: of simulated reviews, and of sets whose texts ship; null elsewhere. */
  readonly text: string | null;
  /** Keywords by their share of the effects of all its words, heaviest first. */
  readonly keywords: readonly { readonly word: string; readonly weight: number }[];
  /** ‖c_τ‖: what this interaction still contributes to the state of the person (or item) whose history this is. */
  readonly remaining: number;
  /** `remaining` as a share of the sum over the history, 0–1. */
  readonly share: number;
}

export interface ProfileWord {
  readonly word: string;
  /** Share of the whole profile, 0–1. */
  readonly weight: number;
  /** Mean rating deviation of the mentions from the reviewer's own level, in rating units; null if unrated. */
  readonly polarity: number | null;
  readonly mentions: number;
  /** The interactions that say it, heaviest first; keys as in {@link HistoryEntry}. */
  readonly evidence: readonly { readonly key: string; readonly weight: number }[];
}

export interface AspectMean {
  readonly field: string;
  readonly label: string;
  /** Mean over the rated interactions, in the aspect's own units; null without any. */
  readonly mean: number | null;
  readonly count: number;
  /** Mean over the train split, for comparison. */
  readonly overall: number;
  readonly min: number;
  readonly max: number;
}

export interface Profile {
  /** Heaviest first, at most {@link ViewRequest.words}. */
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
  /** Sum of the parts before clipping; what is ranked by. */
  readonly raw: number;
  readonly mean: number;
  readonly userBias: number;
  readonly itemBias: number;
  readonly dot: number;
  readonly mlp: number;
}

export interface SharedWord {
  readonly word: string;
  readonly personWeight: number;
  readonly itemWeight: number;
  /** √(personWeight · itemWeight): how much both have of it. */
  readonly strength: number;
  /** As {@link ProfileWord.polarity}, of the person and of the item. */
  readonly personPolarity: number | null;
  readonly itemPolarity: number | null;
}

export interface Recommendation {
  readonly rank: number;
  readonly item: ItemSummary;
  readonly prediction: Prediction;
  /** Words that both profiles hold and neither dislikes, strongest first, at most three. */
  readonly reasons: readonly SharedWord[];
}

export interface ViewRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  readonly item: string | null;
  /** Length of the recommendation list. */
  readonly k: number;
  /** Length of each keyword profile. */
  readonly words: number;
  /** Key of an interaction: everything as it stood just after it. Null or left out: the present. */
  readonly at?: string | null;
}

export interface PersonView {
  readonly summary: PersonSummary;
  /** In replay order, oldest first. */
  readonly history: readonly HistoryEntry[];
  readonly profile: Profile;
}

export interface ItemView {
  readonly summary: ItemSummary;
  /** In replay order, oldest first. */
  readonly history: readonly HistoryEntry[];
  readonly profile: Profile;
  /** What the model expects of this person for this item, from all other interactions. */
  readonly prediction: Prediction;
  /** Rank among the items the person has not reviewed; null when it is reviewed. */
  readonly rank: number | null;
  /** Words that both profiles hold, liked or not, strongest first, at most twelve. */
  readonly shared: readonly SharedWord[];
  /** As in {@link Recommendation}. */
  readonly reasons: readonly SharedWord[];
}

/** All that the main screen shows, from one consistent state. */
export interface View {
  readonly source: Source;
  readonly person: PersonView;
  readonly item: ItemView | null;
  readonly recommendations: readonly Recommendation[];
  /** Items ranked: all that the person has not reviewed. */
  readonly candidates: number;
  readonly milliseconds: number;
}

/** Whose states give the axes of a map: what tells items apart tells little of people, and the other way round. */
export type AxesOf = 'items' | 'people';

export interface MapRequest {
  readonly axes: AxesOf;
  readonly log: SimulatedLog;
  readonly person: string;
  readonly item: string | null;
  /** As in {@link ViewRequest}. */
  readonly at: string | null;
}

/** Points of one kind, one entry each in every column. */
export interface MapPoints {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Coordinates on the axes, in the units of the state. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly interactions: Int32Array;
  /** Mean overall rating; NaN without ratings. */
  readonly meanRating: Float32Array;
}

/** Where somebody stood just after one interaction. */
export interface PathStep {
  /** As in {@link HistoryEntry}. */
  readonly key: string;
  readonly simulated: boolean;
  readonly edited: boolean;
  readonly item: string;
  readonly itemName: string;
  readonly rating: number | null;
  readonly x: number;
  readonly y: number;
  /** ‖h' − h‖ in all dimensions: how far the interaction moved the state. */
  readonly moved: number;
  /** As in {@link HistoryEntry}: what still remains of it, as a share of the sum over the history, 0–1. */
  readonly share: number;
}

/** One of the nearest in all dimensions. */
export interface MapNeighbour {
  readonly id: string;
  readonly name: string;
  /** Euclidean, in all dimensions of the state. */
  readonly distance: number;
  /** Whether it is among as many nearest on the map. */
  readonly nearOnMap: boolean;
}

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
  /** What {@link kept} would be on a map drawn at random. */
  readonly chance: number;
  /** Holds all points of the bundle's own log. */
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly bottom: number;
    readonly top: number;
  };
}

/** People, items and one person's path on two fixed axes: the principal axes of all items, or of all people. */
export interface MapView {
  readonly axes: MapAxes;
  readonly items: MapPoints;
  readonly people: MapPoints;
  readonly person: {
    readonly summary: PersonSummary;
    readonly x: number;
    readonly y: number;
    /** u_0, where everybody begins. */
    readonly initial: { readonly x: number; readonly y: number };
    /** ‖u − u_0‖ in all dimensions. */
    readonly distance: number;
    /** Oldest first. */
    readonly path: readonly PathStep[];
    /** What comes after the moment, oldest first; nothing of it counts yet, so its `share` is 0. */
    readonly later: readonly PathStep[];
    readonly nearItems: readonly MapNeighbour[];
    readonly nearPeople: readonly MapNeighbour[];
  };
  readonly item: {
    readonly summary: ItemSummary;
    readonly x: number;
    readonly y: number;
    readonly nearItems: readonly MapNeighbour[];
  } | null;
  readonly milliseconds: number;
}

export interface AttendRequest {
  readonly text: string;
  /** The log up to the review that is being written. */
  readonly log: SimulatedLog;
  /** That review; null while person or item is not chosen. */
  readonly draft: SimulatedInteraction | null;
}

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
  /** True past the model's limit of words. */
  readonly cut: boolean;
}

export interface StateChange {
  /** ‖h' − h‖ */
  readonly distance: number;
  /** ‖h' − h‖ / ‖h‖ */
  readonly relative: number;
  /** Mean of z over the dimensions: the share of the old state that was kept. */
  readonly updateGate: number;
  /** Mean of r over the dimensions: how much of the old state the candidate was allowed to see. */
  readonly resetGate: number;
  /** Per dimension: h before, h after, z, r. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly update: readonly number[];
  readonly reset: readonly number[];
}

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
  readonly ratingBefore: number;
  readonly ratingAfter: number;
}

export interface DifferenceRequest {
  readonly log: SimulatedLog;
  /** Which simulated interaction: the difference it made when it was added. */
  readonly key: string;
  readonly k: number;
}

/** What one simulated interaction changed, against the log up to just before it. */
export interface Difference {
  readonly event: SimulatedInteraction;
  readonly itemSummary: ItemSummary;
  readonly personSummary: PersonSummary;
  readonly person: StateChange;
  readonly item: StateChange;
  /** Largest changes of weight first. */
  readonly personWords: readonly WordChange[];
  readonly itemWords: readonly WordChange[];
  /** Every item that stands in the top k before or after, by rank after. */
  readonly ranks: readonly RankChange[];
  /** The model's prediction for this very pair before and after. */
  readonly prediction: { readonly before: Prediction; readonly after: Prediction };
  readonly tokens: readonly AttendedToken[];
  readonly milliseconds: number;
}

export interface TimelineRequest {
  readonly log: SimulatedLog;
  readonly side: 'user' | 'item';
  /** Person or item. */
  readonly id: string;
  /** As in {@link ViewRequest.at}. */
  readonly at: string | null;
}

/** One interaction of a history, and what the cell made of it. */
export interface TimelineEntry extends HistoryEntry {
  /** False after the moment that is shown; `remaining` and `share` are 0 then. */
  readonly happened: boolean;
  /** How the state of the person (item) moved at this interaction, with the gates of every dimension. */
  readonly change: StateChange;
}

/** The whole history of a person or an item, what is left of each part, and how the gates worked. */
export interface Timeline {
  readonly name: string;
  /** Oldest first, those after the moment included. */
  readonly entries: readonly TimelineEntry[];
  /** ‖what is left of u_0 or i_0‖ at the moment. */
  readonly initial: number;
  readonly milliseconds: number;
}

export interface EffectRequest {
  readonly log: SimulatedLog;
  readonly at: string | null;
  /** The interaction that is imagined away. */
  readonly key: string;
  /** Whose ranking and profile are compared. */
  readonly person: string;
  /** Whose predicted rating and profile are compared; may be null. */
  readonly item: string | null;
  readonly k: number;
}

/** A log, and a moment of it as in {@link ViewRequest.at}. */
export interface Place {
  readonly log: SimulatedLog;
  readonly at: string | null;
}

export interface CompareRequest {
  readonly before: Place;
  readonly after: Place;
  readonly person: string;
  /** May be null. */
  readonly item: string | null;
  readonly k: number;
}

/** Two moments side by side, of one log or of two, for one person. */
export interface Comparison {
  /** States [D] of the person and, where one is chosen, of the item. */
  readonly person: { readonly before: readonly number[]; readonly after: readonly number[] };
  readonly item: { readonly before: readonly number[]; readonly after: readonly number[] } | null;
  /** Predicted rating of the chosen item; null without one. */
  readonly prediction: { readonly before: Prediction; readonly after: Prediction } | null;
  readonly ranks: readonly RankChange[];
  readonly personWords: readonly WordChange[];
  readonly itemWords: readonly WordChange[];
  /** The heaviest words of both moments, changed or not, the heaviest first. */
  readonly personProfile: readonly WordChange[];
  readonly itemProfile: readonly WordChange[];
  readonly milliseconds: number;
}

/** What would be different had one interaction not happened; `before` is without it, `after` with it. */
export interface Effect extends Comparison {
  readonly key: string;
  /** ‖state with − state without‖ of the person and of the item of the interaction. */
  readonly moved: { readonly person: number; readonly item: number };
}

export interface LeaveOneOutRequest {
  readonly log: SimulatedLog;
  readonly at: string | null;
  /** Whose history: of a person or of an item. */
  readonly side: 'user' | 'item';
  readonly id: string;
  /** Whose ranking, and whose predicted rating of the chosen item, are compared. */
  readonly person: string;
  /** May be null. */
  readonly item: string | null;
  /** Length of the list that is compared. */
  readonly k: number;
}

/** What one interaction changes, as in {@link Effect}: everything with it against everything without it. */
export interface LeftOut {
  readonly key: string;
  /** ‖state with − state without‖ of the person (item) whose history it is. */
  readonly moved: number;
  /** Predicted rating of the chosen item without it; null where none is chosen. */
  readonly rating: number | null;
  /** How many of the first k would be others without it, of what the person has not reviewed with it. */
  readonly replaced: number;
}

export interface LeaveOneOutProgress {
  readonly done: number;
  readonly total: number;
}

/** A history with each of its interactions imagined away, one at a time. */
export interface LeaveOneOut {
  /** Those that have happened by the moment, oldest first. */
  readonly entries: readonly LeftOut[];
  readonly milliseconds: number;
}

export interface WaterfallRequest {
  readonly log: SimulatedLog;
  readonly at: string | null;
  readonly person: string;
  readonly item: string;
}

/**
 * The predicted rating as a sum, in rating units: all terms but the last are exact shares of the person's state, which is
 * the sum of what its interactions left; the small network is not linear, so its term is one.
 */
export interface Waterfall {
  /** What the sum comes to, and whether the person's own review of the item counts in it. */
  readonly prediction: Prediction;
  readonly mean: number;
  /** b_u of the history and what the scorer makes of the person's statistics. */
  readonly personLevel: number;
  /** s_u·b(i), the item's whole bias on the person's scale. */
  readonly itemBias: number;
  /** What is left of u_0, through bias and product. */
  readonly initial: number;
  readonly interactions: readonly {
    readonly key: string;
    readonly itemName: string;
    readonly rating: number | null;
    readonly simulated: boolean;
    readonly value: number;
  }[];
  readonly mlp: number;
  /** The prediction before clipping. */
  readonly total: number;
}

/** What was measured of the bundle that is open, or why nothing can be said of it. */
export type EvidenceReport =
  | {
      readonly state: 'measured';
      readonly evidence: Evidence;
      /** The state that it was measured on, where that is an earlier one of the model. */
      readonly earlier: EarlierState | null;
    }
  | { readonly state: 'not-measured'; readonly reason: string };

export interface SnapshotRequest extends Place {
  readonly person: string;
}

/** All states and all predictions for one person, with all digits: what two engines are compared by. */
export interface Snapshot {
  /** Row-major states [entities, D]. */
  readonly states: { readonly user: Float32Array; readonly item: Float32Array };
  /** Predicted rating of every item, before clipping. */
  readonly ratings: Float32Array;
  /** Items that the person has not reviewed, best first. */
  readonly ranking: Int32Array;
}

/** Which modalities the history may carry; switched off, it is as if nobody had ever given one. */
export interface EvaluationRequest {
  readonly text: boolean;
  readonly rating: boolean;
  readonly aspects: boolean;
  /** Edits by which the model is altered; none where left out. */
  readonly alterations?: SimulatedLog;
}

export interface TestErrors {
  readonly mae: number;
  readonly rmse: number;
  /** Within each person's own held-out items; null where nobody has a relevant one. */
  readonly ndcg10: number | null;
}

/** The model measured anew, here, on the interactions that were held out. */
export interface Evaluation extends TestErrors {
  readonly request: EvaluationRequest;
  /** Rated held-out interactions. */
  readonly n: number;
  /** Smallest rating that counts as relevant. */
  readonly relevant: number;
  readonly milliseconds: number;
  /** What the bundle says of DReX; null where it says nothing. */
  readonly stored: { readonly [name in keyof TestErrors]: number | null } | null;
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

/** Which change of one review brings an item among the first ones? */
export interface GoalRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  /** Item that the person has not reviewed. */
  readonly goal: string;
  /** The last place that counts. */
  readonly place: number;
  /** Which review may change: one of the log, or a new one of an item, under a key that is still free. */
  readonly change: { readonly key: string } | { readonly item: string; readonly newKey: string };
  /** Most reviews to try. */
  readonly most: number;
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

/** A step that was taken, and where the goal stands after it. */
export interface GoalStep {
  readonly change: GoalChange;
  readonly rank: number;
  readonly rating: number;
}

export interface GoalStart {
  readonly rank: number;
  readonly rating: number;
}

export interface GoalProgress {
  readonly evaluations: number;
  readonly most: number;
  readonly start: GoalStart;
  readonly steps: readonly GoalStep[];
}

export interface GoalReport {
  readonly start: GoalStart;
  readonly steps: readonly GoalStep[];
  /** Steps that remain once the needless ones are taken back. */
  readonly distance: number;
  readonly reached: boolean;
  /** Where the goal stands in the end. */
  readonly rank: number;
  readonly rating: number;
  /** How far its predicted rating is below the last place that counts; 0 when reached. */
  readonly missing: number;
  /** What to add to the log for exactly this; null where no step helps. */
  readonly entry: LogEntry | null;
  /** Reviews tried, each by the whole model. */
  readonly evaluations: number;
  /** Whether the search ended because no more were allowed. */
  readonly exhausted: boolean;
  /** Words that were tried; none where the text of the review does not ship. */
  readonly triedWords: readonly string[];
  readonly milliseconds: number;
}

/** How soon do the reviews of a person make what they make in the end? */
export interface ColdRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  /** Most numbers of reviews to look at, spread evenly from none to all. */
  readonly points: number;
  /** How many places count as the top. */
  readonly top: number;
  /** Most of the known reviews that are left out in turn at each point, spread evenly. */
  readonly leftOut: number;
}

export interface ColdProgress {
  /** Runs of the model, those with a review left out included. */
  readonly done: number;
  readonly total: number;
}

export interface ColdReport {
  readonly points: readonly {
    /** How many of the person's own reviews have happened; everybody else's all have. */
    readonly known: number;
    /** Share of the final top that is there, 0–1; of items that the person never reviews. */
    readonly top: number;
    /** What the keyword profile has in common with the final one: sum of the lesser shares, 0–1; null without words. */
    readonly words: number | null;
    /** Share of the top at this point that is there with one known review less, 0–1; null where none is known. */
    readonly without: {
      readonly mean: number;
      readonly low: number;
      readonly high: number;
      /** How many reviews were left out in turn. */
      readonly tried: number;
    } | null;
  }[];
  /** Places of the final top, fewer where there are fewer items. */
  readonly top: number;
  readonly milliseconds: number;
}

export interface MemoryReport {
  readonly tensors: number;
  readonly bytes: number;
}

/** Logs to be looked through, each on its own; person, item and moment belong to the first. */
export interface CheckRequest {
  readonly logs: readonly SimulatedLog[];
  readonly person: string | null;
  readonly item: string | null;
  readonly at: string | null;
}

/** Why an entry of a log cannot be taken. */
export interface EntryProblem {
  /** Its index in the log. */
  readonly entry: number;
  readonly field: string;
  readonly what: string;
}

export interface LogCheck {
  /** Of each log all entries that cannot be taken, in their order, those included that rest on one of them. */
  readonly problems: readonly (readonly EntryProblem[])[];
  /** Whether there is somebody of that name; true where none was named, as for the others. */
  readonly person: boolean;
  readonly item: boolean;
  /** Whether what can be taken of the first log has the moment. */
  readonly at: boolean;
}

/** Every question that fails, fails with an `EngineError`: `superseded` means that a newer one, or a stop, has taken over. */
export interface EngineApi {
  /** Loads a bundle and a backend; resolves as soon as the shipped states can answer. */
  start(options: StartOptions, onProgress: OnProgress): Promise<StartReport>;
  /** Replays the whole log through the cells; from then on answers are `live`. Resolves at once if already done. */
  replay(onProgress: OnProgress): Promise<ReplayReport>;
  /** What a data set cannot take, all at once. Never superseded, and answered without the model. */
  check(request: CheckRequest): Promise<LogCheck>;
  searchPeople(request: SearchRequest): Promise<Page<PersonSummary>>;
  searchItems(request: SearchRequest): Promise<Page<ItemSummary>>;
  /** Rejects as superseded when a newer view was asked for meanwhile. */
  view(request: ViewRequest): Promise<View>;
  difference(request: DifferenceRequest): Promise<Difference>;
  timeline(request: TimelineRequest): Promise<Timeline>;
  /** What an interaction changes, against the very same log without it: exact, on both sides. */
  effect(request: EffectRequest): Promise<Effect>;
  /**
   * {@link effect} of every interaction of a history at once. Rejects as superseded when another was asked for
   * meanwhile, or this one was stopped.
   */
  leaveOneOut(
    request: LeaveOneOutRequest,
    onProgress: (progress: LeaveOneOutProgress) => void,
  ): Promise<LeaveOneOut>;
  stopLeaveOneOut(): Promise<void>;
  compare(request: CompareRequest): Promise<Comparison>;
  waterfall(request: WaterfallRequest): Promise<Waterfall>;
  /** Waits for the replay. */
  snapshot(request: SnapshotRequest): Promise<Snapshot>;
  /** Waits for the replay. Rejects as superseded when a newer map was asked for meanwhile. */
  map(request: MapRequest): Promise<MapView>;
  /** The formula that made a number, with its live operands. Waits for the replay. */
  open(request: OpenRequest): Promise<OpenedNumber>;
  /** Every intermediate of the update at one interaction, from one forward pass. Waits for the replay. */
  trace(request: TraceRequest): Promise<UpdateTrace>;
  /** What a dimension of the states goes with: who stands at its ends, what moves it. Waits for the replay. */
  dimension(request: DimensionRequest): Promise<DimensionReport>;
  /** Attention of the words of one review beside what masking each changes. Waits for the replay. */
  faithfulness(request: FaithfulnessRequest): Promise<ReviewFaithfulness>;
  /** Attention over the words of a text being written, and their effects where the review is known. */
  attend(request: AttendRequest): Promise<readonly AttendedToken[]>;
  /** What was measured of this bundle. Rejects when the evidence is there and damaged, naming file and field. */
  evidence(): Promise<EvidenceReport>;
  /**
   * Streams the history (all but the test part) from the initial states and predicts the test part. Rejects as
   * superseded when another evaluation was asked for meanwhile, or this one was stopped.
   */
  evaluate(request: EvaluationRequest, onProgress: OnProgress): Promise<Evaluation>;
  /** Gives up the evaluation that is under way, if any. */
  stopEvaluation(): Promise<void>;
  /**
   * Looks for a small change of one review that brings an item among the first ones. Rejects as superseded when
   * another experiment was asked for meanwhile, or this one was stopped.
   */
  goalSeek(request: GoalRequest, onProgress: (progress: GoalProgress) => void): Promise<GoalReport>;
  /** As {@link goalSeek}: the person with only the first of their reviews, everybody else with all. */
  coldStart(request: ColdRequest, onProgress: (progress: ColdProgress) => void): Promise<ColdReport>;
  /** As {@link goalSeek}: a person who takes what is recommended, round by round. */
  feedbackLoop(
    request: FeedbackRequest,
    onProgress: (progress: FeedbackProgress) => void,
  ): Promise<FeedbackReport>;
  /** Gives up the experiment that is under way, if any. */
  stopExperiment(): Promise<void>;
  /** The data sets that are offered beside this one; needs no start. Null when there is no list at that address. */
  datasets(indexUrl: string): Promise<readonly DatasetCard[] | null>;
  memory(): Promise<MemoryReport>;
}
