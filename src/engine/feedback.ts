import type { SimulatedInteraction, SimulatedLog } from './api';

/** What becomes of a person who takes what the system says, round by round? */
export interface FeedbackRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  /** Keys, still free, of the reviews that are added: as many rounds as keys. */
  readonly newKeys: readonly string[];
  /** How many places count as the top. */
  readonly top: number;
  /** What the person gives: the predicted rating, on the nearest step of the scale, or always the top of the scale. */
  readonly gives: 'predicted' | 'top';
  /** Seeds of the control, which takes what it draws instead of the first: one run for each. */
  readonly seeds: readonly number[];
}

/** One review of a round: a rating and nothing else. */
export interface FeedbackPick {
  readonly item: string;
  readonly itemName: string;
  /** Place in the list from which it was taken, from 1. */
  readonly rank: number;
  readonly predicted: number;
  readonly given: number;
}

/** How things stand after some rounds. */
export interface FeedbackPoint {
  /** Share of the catalogue that has stood in the top by now, 0–1. */
  readonly coverage: number;
  /** Mean 1 − cosine between the mean text vectors of the items in the top, 0–2; null where too few have text. */
  readonly diversity: number | null;
  /** Euclidean distance of the person's state from where it began, in all D dimensions. */
  readonly drift: number;
  /** Share of the first top that is still there, 0–1; in both lists without what was taken by now. */
  readonly top: number;
  /** What the keyword profile has in common with the first one: sum of the lesser shares, 0–1; null without words. */
  readonly words: number | null;
  /** Mean predicted rating of the top. */
  readonly rating: number;
}

/** How things stood if nothing were fed back: the first list, from which only what is taken leaves. */
export type FeedbackStill = Pick<FeedbackPoint, 'coverage' | 'diversity' | 'rating'>;

export interface FeedbackRun {
  readonly picks: readonly FeedbackPick[];
  /** The start, then one for each round. */
  readonly points: readonly FeedbackPoint[];
}

export interface FeedbackProgress {
  /** Reviews added, of all runs. */
  readonly done: number;
  readonly total: number;
  /** Always takes the first of the list. */
  readonly first: FeedbackRun;
  /** Takes what it draws from the whole list; in the order of the seeds. */
  readonly draws: readonly FeedbackRun[];
  /** The start, then one for each round, all known beforehand. */
  readonly still: readonly FeedbackStill[];
}

export interface FeedbackReport extends FeedbackProgress {
  /** The reviews of the run that takes the first. */
  readonly entries: readonly SimulatedInteraction[];
  /** Its top in the end. */
  readonly list: readonly { readonly item: string; readonly rating: number }[];
  readonly milliseconds: number;
}
